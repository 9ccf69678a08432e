package dev.rehearsal.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.rehearsal.form.PresentedItem.Choice;

/** How an answer to an item of a type is written; nothing here knows what is right. */
enum AnswerForm {

	/** At most one option. */
	ONE {
		@Override
		Optional<List<String>> read(PresentedItem item, List<String> parts) {
			return SEVERAL.read(item, parts).filter((answer) -> answer.size() <= 1);
		}
	},

	/** A set of options, written in the order in which the item shows them. */
	SEVERAL {
		@Override
		Optional<List<String>> read(PresentedItem item, List<String> parts) {
			List<String> chosen = parts.stream().filter((part) -> !part.isEmpty()).toList();
			List<String> known = ids(item.options());
			if (!known.containsAll(chosen)) {
				return Optional.empty();
			}
			return Optional.of(known.stream().filter(chosen::contains).toList());
		}
	},

	/**
	 * An option for each place, empty where there is none yet, nothing after the last.
	 */
	PLACES {
		@Override
		Optional<List<String>> read(PresentedItem item, List<String> parts) {
			List<String> known = ids(item.options());
			if (parts.size() > item.places()
					|| !parts.stream().allMatch((part) -> part.isEmpty() || known.contains(part))) {
				return Optional.empty();
			}
			List<String> placed = new ArrayList<>(parts);
			while (!placed.isEmpty() && placed.getLast().isEmpty()) {
				placed.removeLast();
			}
			return Optional.of(List.copyOf(placed));
		}
	},

	/**
	 * A {@code prompt:option} pair for each prompt that has one, in the order of the
	 * prompts.
	 */
	PAIRS {
		@Override
		Optional<List<String>> read(PresentedItem item, List<String> parts) {
			List<String> given = parts.stream().filter((part) -> !part.isEmpty()).toList();
			List<String> known = item.prompts()
				.stream()
				.flatMap((prompt) -> item.options().stream().map((option) -> prompt.id() + ":" + option.id()))
				.toList();
			long prompts = given.stream().map((pair) -> pair.split(":", 2)[0]).distinct().count();
			if (!known.containsAll(given) || prompts != given.size()) {
				return Optional.empty();
			}
			return Optional.of(known.stream().filter(given::contains).toList());
		}
	};

	abstract Optional<List<String>> read(PresentedItem item, List<String> parts);

	static AnswerForm of(String type) {
		return switch (type) {
			case "multiple-choice" -> ONE;
			case "multi-response" -> SEVERAL;
			case "ordering" -> PLACES;
			case "matching" -> PAIRS;
			default -> throw new IllegalArgumentException("no item type " + type);
		};
	}

	private static List<String> ids(List<Choice> choices) {
		return choices.stream().map(Choice::id).toList();
	}

}
