package dev.rehearsal.bank;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import dev.rehearsal.bank.LintItem.Choice;
import dev.rehearsal.bank.LintReport.Finding;
import dev.rehearsal.bank.LintReport.Measure;

/** Whether the wording of options says which one is right. */
final class CueLint {

	private static final Pattern ABSOLUTE = Pattern.compile("\\b(always|never|only|all|none|must|guaranteed)\\b");

	private static final Pattern COMBINED = Pattern
		.compile("(?i)\\b(all|none|both|neither|any) of the (above|below|others)\\b|\\bboth [A-F] and [A-F]\\b");

	/** Shorter words of a stem stand in many places. */
	private static final int RARE_LENGTH = 5;

	private static final double NEAR_COPY = 0.85;

	private CueLint() {
	}

	static List<Measure> measures(LintItems items) {
		LintItems competing = items.where(LintItem::hasDistractors);
		LintItems choice = items.where((item) -> item.type() == ItemType.MULTIPLE_CHOICE);
		List<Choice> options = competing.items().stream().flatMap((item) -> item.choices().stream()).toList();
		List<Choice> keys = options.stream().filter(Choice::isKey).toList();
		List<Choice> distractors = options.stream().filter((option) -> !option.isKey()).toList();
		List<Finding> absolutes = competing.findings((item) -> item.choices().stream().anyMatch(CueLint::isAbsolute),
				(item) -> "an option has an absolute word");
		return List.of(
				LintTarget.atMostPercent(5)
					.measure("echo-cue",
							"Multiple choice: a word of the stem stands in the key and in no distractor, in",
							choice.percent((item) -> !echoes(item).isEmpty()), choice.size(),
							choice.findings((item) -> !echoes(item).isEmpty(),
									(item) -> "only the key repeats " + String.join(", ", echoes(item)))),
				new LintTarget(0.1, 0.7, "").measure("option-similarity",
						"The two options of an item that are most alike: similarity, on average",
						competing.items().stream().mapToDouble(CueLint::closest).average().orElse(0), competing.size(),
						List.of()),
				LintTarget.none("option-copy", "Two options are almost the same",
						competing.findings((item) -> closest(item) >= NEAR_COPY,
								(item) -> "similarity " + LintTarget.number(closest(item)))),
				LintTarget.atLeastPercent(95)
					.measure("option-kind", "All options begin with the same kind of word in",
							competing.percent(CueLint::isOfOneKind), competing.size(),
							competing.findings(Predicate.not(CueLint::isOfOneKind),
									(item) -> "options begin differently: " + String.join(", ",
											item.choices().stream().map((option) -> first(option.text())).toList()))),
				LintTarget.atMostPercent(2)
					.measure("absolute-words", "Options with an absolute word",
							LintTarget.share(options.stream().filter(CueLint::isAbsolute).count(),
									options.size()),
							options.size(), absolutes),
				LintTarget.atMostPercent(1)
					.measure("absolute-words-difference", "Absolute words: difference between keys and distractors",
							Math.abs(absolute(keys) - absolute(distractors)), options.size(), List.of()),
				LintTarget.none("combined-options", "An option speaks of other options",
						items.findings(
								(item) -> item.choices().stream().anyMatch((o) -> COMBINED.matcher(o.text()).find()),
								(item) -> "write out what the option stands for")));
	}

	/** Rare words of the stem that the key repeats, where no distractor repeats any. */
	private static Set<String> echoes(LintItem item) {
		for (Choice distractor : item.distractors()) {
			if (!ownEchoes(item, distractor).isEmpty()) {
				return Set.of();
			}
		}
		return ownEchoes(item, item.keys().getFirst());
	}

	private static Set<String> ownEchoes(LintItem item, Choice choice) {
		Set<String> own = new HashSet<>(choice.tokens());
		own.retainAll(item.stemTokens());
		item.choices().stream().filter((other) -> other != choice).forEach((other) -> own.removeAll(other.tokens()));
		own.removeIf((word) -> word.length() < RARE_LENGTH);
		return own;
	}

	private static double closest(LintItem item) {
		List<Set<List<String>>> words = item.choices()
			.stream()
			.map((choice) -> Wording.runs(choice.text(), 1))
			.toList();
		double closest = 0;
		for (int i = 0; i < words.size(); i++) {
			for (int j = 0; j < i; j++) {
				closest = Math.max(closest, Wording.similarity(words.get(i), words.get(j)));
			}
		}
		return closest;
	}

	/**
	 * Grammar that the eye catches; nouns and plain verbs can't be told apart without a
	 * dictionary.
	 */
	private static boolean isOfOneKind(LintItem item) {
		return item.choices().stream().map((option) -> kind(first(option.text()))).distinct().count() == 1;
	}

	private static String kind(String first) {
		return switch (first) {
			case "by", "with", "in", "on", "from", "at", "for", "through", "during", "after", "before" -> "preposition";
			case "because", "that", "if", "when", "since", "whether" -> "conjunction";
			case "it", "they", "he", "she" -> "pronoun";
			case "to" -> "infinitive";
			default -> first.endsWith("ing") && first.length() > RARE_LENGTH ? "gerund" : "other";
		};
	}

	private static String first(String text) {
		return Wording.words(text).stream().findFirst().orElse("").toLowerCase(Locale.ROOT);
	}

	private static boolean isAbsolute(Choice choice) {
		return ABSOLUTE.matcher(choice.text().toLowerCase(Locale.ROOT)).find();
	}

	private static double absolute(List<Choice> choices) {
		return LintTarget.share(choices.stream().filter(CueLint::isAbsolute).count(), choices.size());
	}

}
