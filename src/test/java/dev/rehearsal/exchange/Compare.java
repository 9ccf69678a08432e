package dev.rehearsal.exchange;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.rehearsal.bank.ItemContent;
import dev.rehearsal.bank.ItemType;
import dev.rehearsal.bank.Option;
import dev.rehearsal.bank.Pack;
import dev.rehearsal.bank.PackReader;
import dev.rehearsal.bank.PackReading;

/** Packs as people see them: what is rendered, what is right, and where it belongs. */
final class Compare {

	private Compare() {
	}

	static Pack shipped() {
		return shipped("mla-c01");
	}

	static Pack shipped(String name) {
		return ((PackReading.Sound) PackReader.read(Path.of("questions", name))).pack();
	}

	/** All items by id, each as a list of named facts. */
	static Map<String, Map<String, Object>> facts(Pack pack) {
		Map<String, Map<String, Object>> all = new LinkedHashMap<>();
		pack.items().forEach((item) -> all.put(item.id(), facts(item)));
		return all;
	}

	private static Map<String, Object> facts(Pack.Item item) {
		ItemContent content = item.content();
		Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("type", content.type());
		facts.put("domain", item.domain());
		facts.put("task", String.valueOf(item.task()));
		facts.put("topic", String.valueOf(item.topic()));
		facts.put("difficulty", String.valueOf(item.difficulty()));
		facts.put("level", String.valueOf(item.level()));
		facts.put("enemies", item.enemies());
		facts.put("case", (item.caseStudy() == null) ? "" : List.of(item.caseStudy().id(), item.casePosition(),
				item.caseStudy().title(), html(item.caseStudy().scenario())));
		facts.put("stem", html(content.stem()));
		facts.put("references", content.references());
		facts.put("checked", String.valueOf(content.checked()));
		List<String> options = new ArrayList<>(content.options().stream().map((it) -> html(it.text())).toList());
		Map<String, String> rationales = new LinkedHashMap<>();
		content.options().forEach((it) -> rationales.put(html(it.text()), html(String.valueOf(it.rationale()))));
		content.prompts().forEach((it) -> rationales.put("> " + html(it.text()), html(String.valueOf(it.rationale()))));
		facts.put("rationales", rationales);
		if (content.type() == ItemType.MATCHING) {
			options.sort(null); // the order of answers means nothing, candidates see
								// another one
		}
		facts.put("options", options);
		facts.put("prompts", content.prompts().stream().map((it) -> html(it.text())).toList());
		facts.put("key", key(content));
		return facts;
	}

	private static List<String> key(ItemContent content) {
		Map<String, String> texts = new LinkedHashMap<>();
		content.options().forEach((option) -> texts.put(option.id(), html(option.text())));
		List<String> key = new ArrayList<>(
				content.key().stream().map((it) -> texts.get(it.substring(it.indexOf(':') + 1))).toList());
		if (content.type() == ItemType.MULTI_RESPONSE) {
			key.sort(null);
		}
		return key;
	}

	private static String html(String markdown) {
		return MarkdownText.html(markdown).replaceAll("\\s+", " ");
	}

	static Pack asMoodleHolds(Pack pack) {
		return new Pack(pack.definition(), pack.items().stream().map(Compare::asMoodleHolds).toList());
	}

	static Pack.Item asMoodleHolds(Pack.Item item) {
		ItemContent content = item.content();
		if (content.type() == ItemType.MATCHING) {
			return with(item,
					new ItemContent(content.type(), content.stem(), content.options()
						.stream()
						.map((it) -> new Option(it.id(), HtmlText.plain(MarkdownText.words(it.text())), it.rationale()))
						.toList(), content.prompts(), content.key(), content.references(), content.checked()));
		}
		if (content.type() != ItemType.ORDERING) {
			return item;
		}
		ItemContent steps = new ItemContent(content.type(), content.stem(),
				content.options().subList(0, content.key().size()), content.prompts(), content.key(),
				content.references(), content.checked());
		return with(item, steps);
	}

	private static Pack.Item with(Pack.Item item, ItemContent content) {
		return new Pack.Item(item.id(), item.domain(), item.task(), item.topic(), item.difficulty(), item.level(),
				item.enemies(), item.caseStudy(), item.casePosition(), content);
	}

}
