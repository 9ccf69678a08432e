package dev.rehearsal.bank;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * Writes a pack as its YAML files. Who reads them with {@link PackReader} gets an equal
 * pack, ids of options included.
 */
public final class PackYaml {

	/** Well below what is read, and small enough for an editor. */
	private static final int LARGEST = 1 << 20;

	private static final int MOST_FILES = 4_000;

	private final SortedMap<String, String> files = new TreeMap<>();

	private PackYaml() {
	}

	/**
	 * Writes a pack.
	 * @param pack any
	 * @return the files by path: pack.yaml, a folder for each content domain with a file
	 * for each topic, and a file for each case study
	 */
	public static SortedMap<String, String> write(Pack pack) {
		PackYaml writer = new PackYaml();
		writer.files.put("pack.yaml", DefinitionYaml.write(pack.definition()));
		Map<String, List<Pack.Item>> single = new LinkedHashMap<>();
		Map<Pack.CaseStudy, List<Pack.Item>> cases = new LinkedHashMap<>();
		for (Pack.Item item : pack.items()) {
			if (item.caseStudy() != null) {
				cases.computeIfAbsent(item.caseStudy(), (id) -> new ArrayList<>()).add(item);
			}
			else {
				single.computeIfAbsent(folder(item), (name) -> new ArrayList<>()).add(item);
			}
		}
		boolean many = single.size() + cases.size() > MOST_FILES;
		if (many) {
			single.clear();
			pack.items()
				.stream()
				.filter((item) -> item.caseStudy() == null)
				.forEach((item) -> single.computeIfAbsent(item.domain() + "/items", (name) -> new ArrayList<>())
					.add(item));
		}
		single.forEach((path, items) -> writer.file(path, items.stream().map(PackYaml::item).toList()));
		Map<String, List<String>> studies = new LinkedHashMap<>();
		cases.forEach((study, items) -> studies
			.computeIfAbsent("case-studies/" + (many ? "case-studies" : study.id()), (name) -> new ArrayList<>())
			.add(caseStudy(study, items)));
		studies.forEach(writer::file);
		return writer.files;
	}

	private static String folder(Pack.Item item) {
		String domain = item.domain().equals("case-studies") ? "case-studies-domain" : item.domain();
		return domain + "/" + Objects.requireNonNullElse(item.topic(), "items");
	}

	private void file(String path, List<String> entries) {
		StringBuilder text = new StringBuilder("items:\n");
		for (String entry : entries) {
			boolean first = text.length() < "items:\n".length() + 1;
			if (!first && text.length() + entry.length() > LARGEST) {
				put(path, text.toString());
				text = new StringBuilder("items:\n");
				first = true;
			}
			text.append(first ? "" : "\n").append(entry);
		}
		put(path, text.toString());
	}

	private void put(String path, String text) {
		String name = path + ".yaml";
		for (int i = 2; this.files.containsKey(name); i++) {
			name = path + "-" + i + ".yaml";
		}
		this.files.put(name, text);
	}

	private static String item(Pack.Item item) {
		YamlWriter out = new YamlWriter();
		out.deeper(() -> out.entry(() -> item(item, out)));
		return out.toString();
	}

	private static String caseStudy(Pack.CaseStudy study, List<Pack.Item> items) {
		YamlWriter out = new YamlWriter();
		out.deeper(() -> out.entry(() -> {
			out.text("id", study.id());
			out.text("type", "case-study");
			out.text("title", study.title());
			out.text("scenario", study.scenario());
			out.key("items");
			out.deeper(() -> items.stream().sorted(Comparator.comparingInt(Pack.Item::casePosition)).forEach((item) -> {
				if (item.casePosition() > 0) {
					out.gap();
				}
				out.entry(() -> item(item, out));
			}));
		}));
		return out.toString();
	}

	private static void item(Pack.Item item, YamlWriter out) {
		ItemContent content = item.content();
		out.text("id", item.id());
		out.text("type", content.type().code());
		out.text("domain", item.domain());
		out.text("task", item.task());
		out.text("topic", item.topic());
		out.text("difficulty", item.difficulty());
		out.text("level", item.level());
		out.text("stem", content.stem());
		switch (content.type()) {
			case MULTIPLE_CHOICE, MULTI_RESPONSE -> options("options", item, content.options(), out);
			case ORDERING -> {
				int steps = content.key().size();
				options("steps", item, content.options().subList(0, steps), out);
				options("extras", item, content.options().subList(steps, content.options().size()), out);
			}
			case MATCHING -> matching(item, out);
		}
		out.list("references", content.references());
		out.text("checked", content.checked());
		out.list("enemies", item.enemies());
	}

	private static void options(String key, Pack.Item item, List<Option> options, YamlWriter out) {
		if (options.isEmpty()) {
			return;
		}
		out.key(key);
		out.deeper(() -> options.forEach((option) -> out.entry(() -> {
			out.text("id", ownId(OptionIds.optionScope(item.id()), option.id(), option.text()));
			out.text("text", option.text());
			if (key.equals("options") && item.content().key().contains(option.id())) {
				out.raw("key", true);
			}
			out.text("rationale", option.rationale());
		})));
	}

	/** The id that must be written so that the same one is read again. */
	private static @Nullable String ownId(String scope, String id, String text) {
		return OptionIds.isOf(scope, new OptionIds.Name(text, false), id) ? null : id;
	}

	private static void matching(Pack.Item item, YamlWriter out) {
		ItemContent content = item.content();
		Map<String, String> names = new LinkedHashMap<>();
		out.key("answers");
		out.deeper(() -> content.options().forEach((answer) -> out.entry(() -> {
			String name = name(item.id(), answer);
			names.put(answer.id(), name);
			out.text("id", name);
			out.text("text", answer.text());
			out.text("rationale", answer.rationale());
		})));
		out.key("prompts");
		out.deeper(() -> {
			for (int i = 0; i < content.prompts().size(); i++) {
				Prompt prompt = content.prompts().get(i);
				String key = content.key().get(i);
				out.entry(() -> {
					out.text("id", ownId(OptionIds.promptScope(item.id()), prompt.id(), prompt.text()));
					out.text("text", prompt.text());
					out.text("answer", names.get(key.substring(key.indexOf(':') + 1)));
					out.text("rationale", prompt.rationale());
				});
			}
		});
	}

	/**
	 * How prompts name an answer: by a word of its text where its id comes from that,
	 * else by the id itself.
	 */
	private static String name(String item, Option answer) {
		String word = answerName(answer.text());
		OptionIds.Name name = new OptionIds.Name(word, true);
		return OptionIds.isOf(OptionIds.optionScope(item), name, answer.id()) ? word : answer.id();
	}

	/**
	 * A word for an answer, for packs that come from formats without one.
	 * @param text the answer's text
	 * @return lower-case letters, digits and hyphens, or nothing if the text has none
	 */
	public static String answerName(String text) {
		String word = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
		return (word.length() <= 40) ? word : word.substring(0, 40).replaceAll("-[a-z0-9]*$", "");
	}

}
