package dev.rehearsal.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import dev.rehearsal.bank.ItemType;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads a table with a row for each item. */
final class CsvReader {

	private static final int MOST_OPTIONS = 24;

	private final PackDraft draft;

	private final Losses losses;

	private final Map<String, Integer> columns = new HashMap<>();

	private int width;

	private final Map<String, Draft.Study> studies = new HashMap<>();

	private CsvReader(String file, Losses losses) {
		this.draft = new PackDraft(file);
		this.losses = losses;
	}

	static PackDraft read(String file, byte[] bytes, Losses losses) {
		String all = SourceText.decode(file, bytes);
		String text = table(all);
		int before = (int) all.substring(0, all.length() - text.length()).lines().count();
		CsvReader reader = new CsvReader(file, losses);
		CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(delimiter(text)).setIgnoreEmptyLines(true).get();
		try (CSVParser parser = CSVParser.parse(text, format)) {
			boolean head = true;
			int line = before + 1;
			for (CSVRecord row : parser) {
				if (head) {
					reader.header(row);
				}
				else {
					reader.row(row, line);
				}
				head = false;
				line = before + (int) parser.getCurrentLineNumber() + 1;
			}
		}
		catch (IOException | UncheckedIOException | IllegalStateException ex) {
			throw new RefusedException(Refusal.SYNTAX,
					"%s breaks the rules of CSV, most likely by a quotation mark that is not closed: save it again from a spreadsheet"
						.formatted(Losses.quote(file)));
		}
		reader.draft.items.stream()
			.filter((item) -> item.study != null)
			.forEach((item) -> item.study = reader.studies.get(item.study.id()));
		reader.draft.domains.values().forEach(PackDraft.DomainDraft::sortTasks);
		return reader.draft;
	}

	/** Without empty lines and the line in which a spreadsheet names its separator. */
	private static String table(String text) {
		return text.replaceFirst("^\\s*+(?:(?i:sep=).\\R\\s*+)?+", "");
	}

	/** Whether a text begins with the header of this format. */
	static boolean isHeader(String text) {
		String first = table(text).lines().findFirst().orElse("").toLowerCase(Locale.ROOT);
		List<String> names = List.of(first.replace("\"", "").split("[,;\\t]")).stream().map(String::strip).toList();
		return names.contains("stem") && names.contains("type");
	}

	private static char delimiter(String text) {
		String first = text.lines().findFirst().orElse("");
		char most = ',';
		for (char candidate : new char[] { ';', '\t' }) {
			if (count(first, candidate) > count(first, most)) {
				most = candidate;
			}
		}
		return most;
	}

	private static long count(String text, char wanted) {
		return text.chars().filter((character) -> character == wanted).count();
	}

	private void header(CSVRecord row) {
		this.width = row.size();
		for (int i = 0; i < row.size(); i++) {
			String name = row.get(i).strip().toLowerCase(Locale.ROOT);
			boolean known = CsvColumns.ITEM.contains(name)
					|| name.matches("(option|prompt)_([1-9]|1[0-9]|2[0-4])(_rationale|_id)?");
			if (!name.isEmpty() && (!known || this.columns.putIfAbsent(name, i) != null)) {
				this.losses.part(new Spot(this.draft.file, 1, ""), "the column %s is left out: %s"
					.formatted(Losses.quote(name), known ? "it stands twice" : "the format has none of that name"));
			}
		}
		if (!this.columns.containsKey("stem") || !this.columns.containsKey("type")
				|| !this.columns.containsKey("key")) {
			throw new RefusedException(Refusal.UNKNOWN_FORMAT,
					"the first line of %s must name the columns, among them type, stem and key"
						.formatted(Losses.quote(this.draft.file)));
		}
	}

	private void row(CSVRecord row, int line) {
		Draft item = new Draft(new Spot(this.draft.file, line, name(row)));
		String word = cell(row, "type").toLowerCase(Locale.ROOT);
		ItemType type = List.of(ItemType.values())
			.stream()
			.filter((known) -> known.code().equals(word))
			.findFirst()
			.orElse(null);
		if (type == null) {
			this.losses.item(item.spot,
					"the type %s is not known: write multiple-choice, multi-response, ordering or matching"
						.formatted(Losses.quote(word)));
			return;
		}
		item.type = type;
		for (int i = this.width; i < row.size(); i++) {
			if (!row.get(i).isBlank()) {
				this.losses.part(item.spot, "%s is left out: the row has more cells than the first line has names"
					.formatted(Losses.quote(row.get(i))));
			}
		}
		item.id = cell(row, "id");
		item.stem = markdown(row, "stem", item);
		item.domain = cell(row, "domain");
		domain(row, item);
		item.topic = cell(row, "topic");
		item.difficulty = cell(row, "difficulty").toLowerCase(Locale.ROOT);
		item.level = cell(row, "level").toLowerCase(Locale.ROOT);
		item.checked = cell(row, "checked");
		item.addReferences(cell(row, "references"));
		item.addEnemies(cell(row, "enemies"));
		item.study = study(row, item);
		lines(row, item);
		if (key(row, item)) {
			this.draft.items.add(item);
		}
	}

	private void domain(CSVRecord row, Draft item) {
		String title = cell(row, "domain_title");
		if (item.domain.isEmpty()) {
			item.domain = title;
		}
		String task = cell(row, "task");
		item.task = task.isEmpty() ? null : task;
		if (item.domain.isEmpty()) {
			return;
		}
		PackDraft.DomainDraft domain = this.draft.domain(item.domain);
		domain.title = (title.isEmpty() || !domain.title.equals(item.domain)) ? domain.title : title;
		if (!task.isEmpty()) {
			String taskTitle = cell(row, "task_title");
			domain.tasks.putIfAbsent(task, taskTitle.isEmpty() ? task : taskTitle);
		}
	}

	private Draft.@Nullable Study study(CSVRecord row, Draft item) {
		String id = cell(row, "case_id");
		if (id.isEmpty()) {
			return null;
		}
		String scenario = markdown(row, "case_scenario", item);
		String title = cell(row, "case_title");
		Draft.Study known = this.studies.computeIfAbsent(id,
				(it) -> new Draft.Study(id, title.isEmpty() ? id : title, scenario));
		if (known.scenario().isEmpty() && !scenario.isEmpty()) {
			this.studies.put(id, new Draft.Study(id, title.isEmpty() ? known.title() : title, scenario));
		}
		else if (!scenario.isEmpty() && !scenario.equals(known.scenario())) {
			this.losses.part(item.spot, "the scenario of %s stands here differently than before: the first one counts"
				.formatted(Losses.quote(id)));
		}
		return known;
	}

	private void lines(CSVRecord row, Draft item) {
		for (int i = 1; i <= MOST_OPTIONS; i++) {
			String option = markdown(row, "option_" + i, item);
			if (!option.isEmpty()) {
				item.options.add(new Draft.Line(String.valueOf(i), id(row, "option_" + i), option,
						markdown(row, "option_" + i + "_rationale", item), null));
			}
		}
		if (item.type != ItemType.MATCHING && !cell(row, "prompt_1").isEmpty()) {
			this.losses.part(item.spot, "its prompts are left out: only matching has prompts");
		}
		List<String> key = List.of(cell(row, "key").split("[\\s,;]+"));
		for (int i = 1; i <= MOST_OPTIONS && item.type == ItemType.MATCHING; i++) {
			String prompt = markdown(row, "prompt_" + i, item);
			if (!prompt.isEmpty()) {
				String answer = (item.prompts.size() < key.size()) ? key.get(item.prompts.size()) : "";
				item.prompts.add(new Draft.Line(String.valueOf(i), id(row, "prompt_" + i), prompt,
						markdown(row, "prompt_" + i + "_rationale", item), answer));
			}
		}
	}

	private @Nullable String id(CSVRecord row, String column) {
		String id = cell(row, column + "_id");
		return id.isEmpty() ? null : id;
	}

	private boolean key(CSVRecord row, Draft item) {
		for (String number : cell(row, "key").split("[\\s,;]+")) {
			if (item.options.stream().noneMatch((option) -> option.name().equals(number))) {
				this.losses.item(item.spot, "its key %s names no option: write the numbers of the right ones"
					.formatted(Losses.quote(number)));
				return false;
			}
			if (item.type != ItemType.MATCHING) {
				item.key.add(number);
			}
		}
		return true;
	}

	private String name(CSVRecord row) {
		String id = cell(row, "id");
		return id.isEmpty() ? cell(row, "stem") : id;
	}

	private String markdown(CSVRecord row, String column, Draft item) {
		return MarkdownText.clean(SourceText.lines(cell(row, column)), Gallery.ofTexts(this.draft.images), this.losses,
				item.spot);
	}

	private String cell(CSVRecord row, String column) {
		Integer index = this.columns.get(column);
		String cell = (index != null && index < row.size()) ? Objects.requireNonNullElse(row.get(index), "") : "";
		return CsvColumns.restore(cell).strip();
	}

}
