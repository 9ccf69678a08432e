package dev.rehearsal.authoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;

import dev.rehearsal.bank.ItemContent;
import dev.rehearsal.bank.ItemRevision;
import dev.rehearsal.bank.ItemType;
import dev.rehearsal.bank.Option;
import dev.rehearsal.bank.Pack;
import dev.rehearsal.bank.Prompt;
import org.jspecify.annotations.Nullable;

/** All that an item says as texts that can be compared with those of another revision. */
final class ItemText {

	private final SequencedMap<Part, String> parts = new LinkedHashMap<>();

	private ItemText() {
	}

	/**
	 * One text of an item.
	 *
	 * @param name what it is, for message keys: {@code stem}, {@code option} and so on
	 * @param id of the option or the prompt; else empty
	 */
	record Part(String name, String id) {
	}

	/** The texts of a revision; enemies and topics are not among them. */
	static SequencedMap<Part, String> of(ItemRevision item) {
		ItemText text = new ItemText();
		ItemRevision.Scenario scenario = item.scenario();
		text.head(item.domain(), item.task(), item.topic(), item.difficulty(), item.level());
		text.put("scenario", "", (scenario != null) ? scenario.title() + "\n\n" + scenario.text() : null);
		text.content(item.content());
		return text.parts;
	}

	static SequencedMap<Part, String> of(Pack.Item item) {
		ItemText text = new ItemText();
		Pack.CaseStudy caseStudy = item.caseStudy();
		text.head(item.domain(), item.task(), item.topic(), item.difficulty(), item.level());
		text.put("scenario", "", (caseStudy != null) ? caseStudy.title() + "\n\n" + caseStudy.scenario() : null);
		text.content(item.content());
		return text.parts;
	}

	private void head(String domain, @Nullable String task, @Nullable String topic, @Nullable String difficulty,
			@Nullable String level) {
		put("domain", "", domain);
		put("task", "", task);
		put("topic", "", topic);
		put("difficulty", "", difficulty);
		put("level", "", level);
	}

	private void content(ItemContent content) {
		put("type", "", content.type().code());
		put("stem", "", content.stem());
		for (Prompt prompt : content.prompts()) {
			put("prompt", prompt.id(), prompt.text());
			put("prompt-rationale", prompt.id(), prompt.rationale());
		}
		for (Option option : content.options()) {
			put("option", option.id(), option.text());
			put("option-rationale", option.id(), option.rationale());
		}
		put("key", "", key(content));
		put("references", "", String.join("\n", content.references()));
		put("checked", "", content.checked());
	}

	private void put(String name, String id, @Nullable String text) {
		if (text != null && !text.isEmpty()) {
			this.parts.put(new Part(name, id), text);
		}
	}

	/** The key in words: ids say nothing to people. */
	private static String key(ItemContent content) {
		Map<String, String> texts = new HashMap<>();
		content.options().forEach((option) -> texts.put(option.id(), option.text()));
		content.prompts().forEach((prompt) -> texts.put(prompt.id(), prompt.text()));
		List<String> lines = new ArrayList<>();
		for (String key : content.key()) {
			String words = List.of(key.split(":"))
				.stream()
				.map((id) -> texts.getOrDefault(id, id))
				.collect(Collectors.joining(" → "));
			lines.add((content.type() == ItemType.ORDERING) ? (lines.size() + 1) + ". " + words : words);
		}
		return String.join("\n", lines);
	}

}
