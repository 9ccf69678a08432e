package dev.rehearsal.bank;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * An item as the lint looks at it.
 *
 * @param item the item
 * @param choices its options in stored order: for ordering the steps and extra steps, for
 * matching the answers
 * @param stemTokens the words of the stem that carry meaning
 */
record LintItem(Pack.Item item, List<Choice> choices, Set<String> stemTokens) {

	/**
	 * An option.
	 *
	 * @param text what the candidate reads
	 * @param rationale why it is right or wrong
	 * @param isKey whether it is right, belongs to the sequence, or is somebody's match
	 * @param tokens the words of the text that carry meaning
	 */
	record Choice(String text, @Nullable String rationale, boolean isKey, Set<String> tokens) {

		int length() {
			return this.text.length();
		}

	}

	static LintItem of(Pack.Item item) {
		Set<String> keys = new HashSet<>(
				(item.content().type() == ItemType.MATCHING) ? answers(item.content()).values() : item.content().key());
		List<Choice> choices = item.content()
			.options()
			.stream()
			.map((option) -> new Choice(option.text(), option.rationale(), keys.contains(option.id()),
					Wording.tokens(option.text())))
			.toList();
		return new LintItem(item, choices, Wording.tokens(item.content().stem()));
	}

	/** Which option belongs to which prompt. */
	static Map<String, String> answers(ItemContent matching) {
		Map<String, String> answers = new HashMap<>();
		for (String pair : matching.key()) {
			int colon = pair.indexOf(':');
			answers.put(pair.substring(0, colon), pair.substring(colon + 1));
		}
		return answers;
	}

	String id() {
		return this.item.id();
	}

	ItemType type() {
		return this.item.content().type();
	}

	String stem() {
		return this.item.content().stem();
	}

	/** Whether options are chosen, so that they compete with each other. */
	boolean hasDistractors() {
		return type() == ItemType.MULTIPLE_CHOICE || type() == ItemType.MULTI_RESPONSE;
	}

	boolean isRecall() {
		return "recall".equals(this.item.level());
	}

	List<Choice> keys() {
		return this.choices.stream().filter(Choice::isKey).toList();
	}

	List<Choice> distractors() {
		return this.choices.stream().filter((choice) -> !choice.isKey()).toList();
	}

	/** How much an option has in common with the others of the item, on average. */
	double likeness(Choice choice) {
		return this.choices.stream()
			.filter((other) -> other != choice)
			.mapToDouble((other) -> Wording.similarity(choice.tokens(), other.tokens()))
			.average()
			.orElse(0);
	}

	/**
	 * The texts that have to be explained: options, or prompts and the answers that
	 * belong to none.
	 */
	List<Explained> explained() {
		List<Explained> all = new ArrayList<>();
		boolean matching = type() == ItemType.MATCHING;
		this.item.content().prompts().forEach((prompt) -> all.add(new Explained(prompt.text(), prompt.rationale())));
		this.choices.stream()
			.filter((choice) -> !matching || !choice.isKey())
			.forEach((choice) -> all.add(new Explained(choice.text(), choice.rationale())));
		return all;
	}

	/**
	 * A text and its rationale.
	 *
	 * @param text what the candidate reads
	 * @param rationale what it is explained by
	 */
	record Explained(String text, @Nullable String rationale) {
	}

}
