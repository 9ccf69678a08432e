package dev.rehearsal.bank;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.rehearsal.bank.LintReport.Measure;

/** Whether stems read well, ask one thing, and are not each other's copies. */
final class StemLint {

	private static final Pattern QUALIFIER = Pattern.compile(
			"\\b(LEAST|MOST|LOWEST|HIGHEST|FASTEST|FEWEST|SHORTEST|SMALLEST|LARGEST|GREATEST|BEST|MINIMUM)\\b(?: [a-z-]+)?");

	private static final Pattern NEGATIVE = Pattern.compile("\\b(NOT|EXCEPT)\\b|(?i)\\bleast likely\\b");

	private static final Pattern QUESTION = Pattern.compile("\\?|\\(Choose \\w+\\.\\)");

	private static final double HARDEST = 15;

	private static final int LONGEST_SENTENCE = 40;

	private static final int LONGEST_STEM = 140;

	private static final int LONGEST_OPTION = 40;

	private StemLint() {
	}

	static List<Measure> measures(LintItems items) {
		LintItems scenarios = items.where((item) -> !item.isRecall() && item.item().caseStudy() == null);
		LintItems recall = items.where(LintItem::isRecall);
		LintItems options = items.where(LintItem::hasDistractors);
		List<Measure> measures = new ArrayList<>(DuplicateLint.measures(items));
		measures.addAll(List.of(
				LintTarget.none("negative-stem", "A stem asks for what does not hold",
						items.findings((item) -> NEGATIVE.matcher(item.stem()).find(),
								(item) -> "ask for what holds, or mark a case that is wrong by nature")),
				LintTarget.none("no-question", "Options without a question",
						options.findings((item) -> !QUESTION.matcher(item.stem()).find(),
								(item) -> "end the stem with a question")),
				new LintTarget(9, 12, "").measure("reading-grade", "School year of the stems (Flesch-Kincaid), median",
						median(items), items.size(), List.of()),
				LintTarget.none("reading-grade-high", "A stem that reads harder than year 15",
						items.findings((item) -> Wording.grade(item.stem()) > HARDEST,
								(item) -> "year " + LintTarget.number(Wording.grade(item.stem())))),
				new LintTarget(5, 20, " words").measure("sentence-length", "Sentences of the stems, on average",
						items.items()
							.stream()
							.mapToDouble((item) -> words(item) / (double) sentences(item))
							.average()
							.orElse(0),
						items.size(), List.of()),
				LintTarget.none("sentence-long", "A sentence of more than 40 words",
						items.findings((item) -> longest(item) > LONGEST_SENTENCE,
								(item) -> longest(item) + " words in one sentence")),
				LintTarget.atLeastPercent(95)
					.measure("stem-length", "Scenario stems of 35 to 110 words",
							scenarios.percent((item) -> words(item) >= 35 && words(item) <= 110), scenarios.size(),
							scenarios.findings((item) -> words(item) < 35 || words(item) > 110,
									(item) -> words(item) + " words")),
				LintTarget.atLeastPercent(95)
					.measure("stem-length-recall", "Recall stems of 10 to 35 words",
							recall.percent((item) -> words(item) >= 10 && words(item) <= 35), recall.size(),
							recall.findings((item) -> words(item) < 10 || words(item) > 35,
									(item) -> words(item) + " words")),
				LintTarget.none("stem-long", "A stem of more than 140 words",
						items.findings((item) -> item.item().caseStudy() == null && words(item) > LONGEST_STEM,
								(item) -> words(item) + " words")),
				LintTarget.none("option-long", "An option of more than 40 words",
						items.findings((item) -> optionWords(item) > LONGEST_OPTION,
								(item) -> optionWords(item) + " words")),
				LintTarget.percent(55, 75)
					.measure("qualifier", "Scenario items with one qualifier in capitals",
							scenarios.percent((item) -> qualifiers(item).size() == 1), scenarios.size(), List.of()),
				LintTarget.none("qualifiers", "Two qualifiers in capitals",
						items.findings((item) -> qualifiers(item).size() > 1,
								(item) -> String.join(" and ", qualifiers(item)))),
				LintTarget.atMostPercent(45)
					.measure("qualifier-variety", "The most frequent qualifier, of all items that have one",
							mostFrequentQualifier(items), items.where((item) -> !qualifiers(item).isEmpty()).size(),
							List.of())));
		return measures;
	}

	private static List<String> qualifiers(LintItem item) {
		return QUALIFIER.matcher(item.stem().replaceAll("\\s+", " ")).results().map((match) -> match.group()).toList();
	}

	private static double mostFrequentQualifier(LintItems items) {
		Map<String, Long> counts = items.items()
			.stream()
			.flatMap((item) -> qualifiers(item).stream())
			.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
		long all = counts.values().stream().mapToLong(Long::longValue).sum();
		return LintTarget.share(counts.values().stream().max(Comparator.naturalOrder()).orElse(0L), all);
	}

	private static double median(LintItems items) {
		double[] grades = items.items().stream().mapToDouble((item) -> Wording.grade(item.stem())).sorted().toArray();
		return (grades.length == 0) ? 0 : grades[grades.length / 2];
	}

	private static int words(LintItem item) {
		return Wording.words(Wording.prose(item.stem())).size();
	}

	private static int sentences(LintItem item) {
		return Math.max(1, Wording.sentences(item.stem()).size());
	}

	private static int longest(LintItem item) {
		return Wording.sentences(item.stem()).stream().mapToInt((text) -> Wording.words(text).size()).max().orElse(0);
	}

	private static int optionWords(LintItem item) {
		return item.choices().stream().mapToInt((choice) -> Wording.words(choice.text()).size()).max().orElse(0);
	}

}
