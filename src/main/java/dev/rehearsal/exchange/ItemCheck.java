package dev.rehearsal.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.rehearsal.bank.ItemContent;
import dev.rehearsal.bank.ItemType;
import dev.rehearsal.bank.Option;
import dev.rehearsal.bank.OptionIds;
import dev.rehearsal.bank.PackYaml;
import dev.rehearsal.bank.Prompt;
import org.jspecify.annotations.Nullable;

/** Brings one item into the bounds of a pack, or says why it has no place there. */
final class ItemCheck {

	private static final int STEM = 8000;

	private static final int OPTION = 2000;

	private static final int RATIONALE = 4000;

	private static final int CHECKED = 500;

	private static final int MOST = 12;

	private static final int MOST_ANSWERS = 20;

	private static final int MOST_REFERENCES = 20;

	private final Draft draft;

	private final Losses losses;

	private final List<Draft.Line> options = new ArrayList<>();

	private final Map<String, String> sameAs = new LinkedHashMap<>();

	private ItemCheck(Draft draft, Losses losses) {
		this.draft = draft;
		this.losses = losses;
	}

	/**
	 * The content of an item.
	 * @param id its id in the pack
	 * @return null if a pack cannot hold it; there is a loss then
	 */
	static @Nullable ItemContent check(Draft draft, String id, Losses losses) {
		try {
			return new ItemCheck(draft, losses).content(id);
		}
		catch (LeftOutException ex) {
			losses.item(draft.spot, ex.sentence);
			return null;
		}
	}

	private ItemContent content(String id) {
		String stem = text(this.draft.stem.isBlank() ? HtmlText.plain(this.draft.title) : this.draft.stem, STEM,
				"its question");
		collect();
		Set<String> key = new LinkedHashSet<>();
		this.draft.key.forEach((name) -> key.add(this.sameAs.getOrDefault(name, name)));
		ItemType type = type(key);
		List<Draft.Line> prompts = (type == ItemType.MATCHING) ? prompts() : List.of();
		List<Draft.Line> ordered = (type == ItemType.ORDERING) ? stepsFirst(key) : this.options;
		List<String> ids = OptionIds.ofOptions(id, names(ordered, type == ItemType.MATCHING));
		Map<String, String> idOf = new LinkedHashMap<>();
		List<Option> contents = new ArrayList<>();
		for (int i = 0; i < ids.size(); i++) {
			idOf.put(ordered.get(i).name(), ids.get(i));
			contents.add(new Option(ids.get(i), ordered.get(i).text(), ordered.get(i).rationale()));
		}
		List<String> promptIds = OptionIds.ofPrompts(id, names(prompts, false));
		List<Prompt> lines = new ArrayList<>();
		List<String> keys = new ArrayList<>();
		for (int i = 0; i < prompts.size(); i++) {
			lines.add(new Prompt(promptIds.get(i), prompts.get(i).text(), prompts.get(i).rationale()));
			String answer = String.valueOf(prompts.get(i).answer());
			keys.add(promptIds.get(i) + ":" + idOf.get(this.sameAs.getOrDefault(answer, answer)));
		}
		switch (type) {
			case MULTIPLE_CHOICE,
					MULTI_RESPONSE ->
				ordered.stream()
					.filter((option) -> key.contains(option.name()))
					.forEach((option) -> keys.add(String.valueOf(idOf.get(option.name()))));
			case ORDERING -> key.forEach((name) -> keys.add(String.valueOf(idOf.get(name))));
			case MATCHING -> {
			}
		}
		return new ItemContent(type, stem, contents, lines, keys, references(), checked());
	}

	/** The options without empty ones; of several with one text, the first. */
	private void collect() {
		Map<String, String> byText = new LinkedHashMap<>();
		Set<String> names = new HashSet<>();
		for (Draft.Line option : this.draft.options) {
			if (!names.add(option.name())) {
				throw new LeftOutException("two of its options are called %s, so nobody knows which is right"
					.formatted(Losses.quote(option.name())));
			}
			if (option.text().isBlank()) {
				if (this.draft.key.contains(option.name())) {
					throw new LeftOutException("one of its right options has no text that can be taken over");
				}
				this.losses.part(this.draft.spot, "an option without a text that can be taken over is left out");
				continue;
			}
			String text = text(option.text(), OPTION, "an option");
			String first = byText.putIfAbsent(text.replaceAll("\\s+", " "), option.name());
			if (first != null) {
				twice(option, first, text);
				continue;
			}
			this.options.add(
					new Draft.Line(option.name(), ownId(option), text, rationale(option.rationale()), option.answer()));
		}
	}

	private void twice(Draft.Line option, String first, String text) {
		boolean same = this.draft.key.contains(option.name()) == this.draft.key.contains(first);
		if (this.draft.type == ItemType.ORDERING || !same) {
			throw new LeftOutException("two of its options have the same text, %s".formatted(Losses.quote(text)));
		}
		this.sameAs.put(option.name(), first);
		if (this.draft.type != ItemType.MATCHING) {
			this.losses.part(this.draft.spot,
					"the option %s stands twice and is taken over once".formatted(Losses.quote(text)));
		}
	}

	private ItemType type(Set<String> key) {
		int options = this.options.size();
		switch (this.draft.type) {
			case MULTIPLE_CHOICE, MULTI_RESPONSE -> {
				between(options, 2, MOST, "options");
				if (key.isEmpty()) {
					throw new LeftOutException("none of its options is right");
				}
				if (key.size() == options) {
					throw new LeftOutException("all of its options are right, so there is nothing to choose");
				}
				ItemType type = (key.size() == 1) ? ItemType.MULTIPLE_CHOICE : ItemType.MULTI_RESPONSE;
				if (type != this.draft.type) {
					this.losses.changed(this.draft.spot, (key.size() == 1)
							? "several options may be chosen and one is right: it has become multiple-choice"
							: "several options are right: it has become multi-response, where all of them must be chosen");
				}
				return type;
			}
			case ORDERING -> {
				between(key.size(), 2, MOST, "steps");
				between(options - key.size(), 0, MOST, "steps that do not belong");
			}
			case MATCHING -> {
				between(options, 2, MOST_ANSWERS, "different answers");
				between(this.draft.prompts.size(), 2, MOST, "prompts");
			}
		}
		return this.draft.type;
	}

	private static void between(int number, int least, int most, String what) {
		if (number < least || number > most) {
			throw new LeftOutException("it has %d %s, and a pack holds %d to %d".formatted(number, what, least, most));
		}
	}

	private List<Draft.Line> prompts() {
		List<Draft.Line> prompts = new ArrayList<>();
		Set<String> texts = new HashSet<>();
		Set<String> names = new HashSet<>();
		this.options.forEach((option) -> names.add(option.name()));
		for (Draft.Line prompt : this.draft.prompts) {
			String text = text(prompt.text(), OPTION, "a prompt");
			if (!texts.add(text.replaceAll("\\s+", " "))) {
				throw new LeftOutException("two of its prompts have the same text, %s".formatted(Losses.quote(text)));
			}
			String answer = String.valueOf(prompt.answer());
			if (!names.contains(this.sameAs.getOrDefault(answer, answer))) {
				throw new LeftOutException("no answer belongs to its prompt %s".formatted(Losses.quote(text)));
			}
			prompts.add(new Draft.Line(prompt.name(), ownId(prompt), text, rationale(prompt.rationale()), answer));
		}
		return prompts;
	}

	private List<Draft.Line> stepsFirst(Set<String> key) {
		List<Draft.Line> ordered = new ArrayList<>();
		key.forEach((name) -> this.options.stream()
			.filter((option) -> option.name().equals(name))
			.findFirst()
			.ifPresent(ordered::add));
		if (ordered.size() < key.size()) {
			throw new LeftOutException("one of its steps has no text");
		}
		this.options.stream().filter((option) -> !key.contains(option.name())).forEach(ordered::add);
		return ordered;
	}

	private @Nullable String ownId(Draft.Line line) {
		String id = line.id();
		if (id == null || id.isEmpty() || Slugs.of(id).equals(id)) {
			return (id == null || id.isEmpty()) ? null : id;
		}
		this.losses.part(this.draft.spot,
				"the id %s is left out: ids have lower-case letters, digits and hyphens".formatted(Losses.quote(id)));
		return null;
	}

	private static List<OptionIds.Name> names(List<Draft.Line> lines, boolean answers) {
		List<OptionIds.Name> names = new ArrayList<>();
		Slugs words = new Slugs();
		Set<String> own = new HashSet<>();
		for (Draft.Line line : lines) {
			String id = line.id();
			if (id != null && !own.add(id)) {
				id = null;
			}
			if (id == null && answers) {
				String word = PackYaml.answerName(line.text());
				id = words.unique(word.isEmpty() ? "answer" : word);
			}
			names.add((id != null) ? new OptionIds.Name(id, true) : new OptionIds.Name(line.text(), false));
		}
		return names;
	}

	private @Nullable String rationale(@Nullable String text) {
		if (text == null || text.isBlank()) {
			return null;
		}
		String clean = tidy(text);
		if (clean.length() > RATIONALE) {
			this.losses.part(this.draft.spot,
					"a rationale has more than %,d characters and is cut off there".formatted(RATIONALE));
			clean = clean.substring(0, clean.offsetByCodePoints(0, RATIONALE / 2));
		}
		return clean.isEmpty() ? null : clean;
	}

	private static String text(String text, int longest, String what) {
		String clean = tidy(text);
		if (clean.isEmpty()) {
			throw new LeftOutException("%s has no text that can be taken over".formatted(what));
		}
		if (clean.length() > longest) {
			throw new LeftOutException(
					"%s has more than %,d characters, which is as many as a pack holds".formatted(what, longest));
		}
		return clean;
	}

	static String tidy(String text) {
		return SourceText.printable(SourceText.lines(text)).strip();
	}

	private List<String> references() {
		List<String> references = new ArrayList<>();
		for (String reference : this.draft.references) {
			if (HtmlInline.isHttps(reference) && reference.length() <= CHECKED && references.size() < MOST_REFERENCES) {
				references.add(reference);
			}
			else {
				this.losses.part(this.draft.spot,
						"the reference %s is left out: %s".formatted(Losses.quote(reference),
								HtmlInline.isHttps(reference)
										? "a pack holds %d addresses an item".formatted(MOST_REFERENCES)
										: "only https addresses are taken"));
			}
		}
		return List.copyOf(references);
	}

	private @Nullable String checked() {
		String checked = this.draft.checked;
		if (checked == null || checked.isBlank()) {
			return null;
		}
		String line = tidy(checked).replaceAll("\\s+", " ");
		return line.substring(0, Math.min(line.length(), CHECKED)).strip();
	}

	private static final class LeftOutException extends RuntimeException {

		private final String sentence;

		LeftOutException(String sentence) {
			super(sentence);
			this.sentence = sentence;
		}

	}

}
