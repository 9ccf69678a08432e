package dev.rehearsal.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import dev.rehearsal.bank.ContentDomain;
import dev.rehearsal.bank.ItemContent;
import dev.rehearsal.bank.Option;
import dev.rehearsal.bank.Pack;
import dev.rehearsal.bank.Prompt;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Writes a pack as a table. */
final class CsvWriter {

	private CsvWriter() {
	}

	static byte[] write(Pack pack, Losses losses) {
		int options = pack.items().stream().mapToInt((item) -> item.content().options().size()).max().orElse(0);
		int prompts = pack.items().stream().mapToInt((item) -> item.content().prompts().size()).max().orElse(0);
		List<String> header = CsvColumns.header(options, prompts);
		Export.lostDefinition(pack, "CSV", losses);
		StringBuilder out = new StringBuilder();
		try (CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180)) {
			printer.printRecord(header);
			for (Pack.Item item : Export.inOrder(pack)) {
				Map<String, String> cells = cells(item, pack);
				printer.printRecord(
						header.stream().map((name) -> CsvColumns.neutralise(cells.getOrDefault(name, ""))).toList());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return out.toString().getBytes(StandardCharsets.UTF_8);
	}

	private static Map<String, String> cells(Pack.Item item, Pack pack) {
		ItemContent content = item.content();
		Map<String, String> cells = new HashMap<>();
		ContentDomain domain = Export.domain(pack, item);
		cells.put("id", item.id());
		cells.put("type", content.type().code());
		cells.put("domain", item.domain());
		cells.put("domain_title", domain.title());
		put(cells, "task", item.task());
		put(cells, "task_title", Export.taskTitle(domain, item.task()));
		put(cells, "topic", item.topic());
		put(cells, "difficulty", item.difficulty());
		put(cells, "level", item.level());
		cells.put("stem", content.stem());
		cells.put("key", key(content));
		cells.put("references", String.join("\n", content.references()));
		put(cells, "checked", content.checked());
		cells.put("enemies", String.join(" ", item.enemies()));
		if (item.caseStudy() != null) {
			cells.put("case_id", item.caseStudy().id());
			cells.put("case_title", item.caseStudy().title());
			cells.put("case_scenario", (item.casePosition() == 0) ? item.caseStudy().scenario() : "");
		}
		for (int i = 0; i < content.options().size(); i++) {
			Option option = content.options().get(i);
			put(cells, "option_" + (i + 1), option.text());
			put(cells, "option_" + (i + 1) + "_rationale", option.rationale());
			put(cells, "option_" + (i + 1) + "_id", option.id());
		}
		for (int i = 0; i < content.prompts().size(); i++) {
			Prompt prompt = content.prompts().get(i);
			put(cells, "prompt_" + (i + 1), prompt.text());
			put(cells, "prompt_" + (i + 1) + "_rationale", prompt.rationale());
			put(cells, "prompt_" + (i + 1) + "_id", prompt.id());
		}
		return cells;
	}

	private static void put(Map<String, String> cells, String name, @Nullable String text) {
		cells.put(name, Objects.requireNonNullElse(text, ""));
	}

	/**
	 * Numbers of options: the right ones, the steps in order, or for each prompt its
	 * answer.
	 */
	private static String key(ItemContent content) {
		List<String> ids = content.options().stream().map(Option::id).toList();
		List<String> numbers = new ArrayList<>();
		switch (content.type()) {
			case MULTIPLE_CHOICE,
					MULTI_RESPONSE ->
				IntStream.range(0, ids.size())
					.filter((i) -> content.key().contains(ids.get(i)))
					.forEach((i) -> numbers.add(String.valueOf(i + 1)));
			case ORDERING -> content.key().forEach((id) -> numbers.add(String.valueOf(ids.indexOf(id) + 1)));
			case MATCHING -> content.key()
				.forEach((pair) -> numbers.add(String.valueOf(ids.indexOf(pair.substring(pair.indexOf(':') + 1)) + 1)));
		}
		return String.join(" ", numbers);
	}

}
