package dev.rehearsal.bank;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

import dev.rehearsal.bank.LintItem.Choice;
import dev.rehearsal.bank.LintReport.Measure;

/** Whether place or length of an option say which one is right. */
final class OptionLint {

	/** Above it, fewer than one in twenty packs with keys in random places would lie. */
	private static final double CHI_SQUARE_3_DEGREES = 7.81;

	private static final double WIDEST_SPREAD = 2.2;

	private OptionLint() {
	}

	static List<Measure> measures(LintItems items) {
		LintItems choice = items.where((item) -> item.type() == ItemType.MULTIPLE_CHOICE);
		LintItems competing = items.where(LintItem::hasDistractors);
		List<Measure> measures = new ArrayList<>(positions(choice));
		measures.addAll(pairs(items.where((item) -> item.type() == ItemType.MULTI_RESPONSE && item.choices().size() == 5
				&& item.keys().size() == 2)));
		measures.add(LintTarget.percent(20, 30)
			.measure("key-longest", "Multiple choice: the key is the single longest option in",
					choice.percent((item) -> extreme(item, Choice::length)), choice.size(), List.of()));
		measures.add(LintTarget.percent(20, 30)
			.measure("key-shortest", "Multiple choice: the key is the single shortest option in",
					choice.percent((item) -> extreme(item, (option) -> -option.length())), choice.size(), List.of()));
		measures.add(new LintTarget(0.95, 1.05, "").measure("key-length", "Length of keys over length of distractors",
				competing.items().stream().mapToDouble(OptionLint::ratio).average().orElse(1), competing.size(),
				competing.findings((item) -> ratio(item) < 0.7 || ratio(item) > 1.4,
						(item) -> "keys over distractors: " + LintTarget.number(ratio(item)))));
		measures.add(LintTarget.atLeastPercent(90)
			.measure("length-spread", "The longest option is at most 1.6 times the shortest in",
					competing.percent((item) -> spread(item) <= 1.6), competing.size(), List.of()));
		measures.add(LintTarget.none("length-spread-wide", "The longest option is more than 2.2 times the shortest",
				competing.findings((item) -> spread(item) > WIDEST_SPREAD,
						(item) -> "longest over shortest: " + LintTarget.number(spread(item)))));
		return measures;
	}

	private static List<Measure> positions(LintItems choice) {
		LintItems four = choice.where((item) -> item.choices().size() == 4);
		int[] counts = new int[4];
		four.items().forEach((item) -> counts[position(item)]++);
		double expected = four.size() / 4.0;
		double chiSquare = IntStream.of(counts).mapToDouble((count) -> Math.pow(count - expected, 2) / expected).sum();
		List<Measure> measures = new ArrayList<>();
		for (int i = 0; i < counts.length; i++) {
			measures.add(LintTarget.percent(22, 28)
				.measure("key-position-" + (i + 1), "Multiple choice: the key is written as option " + (i + 1) + " in",
						LintTarget.share(counts[i], four.size()), four.size(), List.of()));
		}
		measures.add(new LintTarget(0, CHI_SQUARE_3_DEGREES, "").measure("key-position-chi-square",
				"Multiple choice: chi-square of the keys' positions", (four.size() == 0) ? 0 : chiSquare, four.size(),
				List.of()));
		return measures;
	}

	private static List<Measure> pairs(LintItems twoOfFive) {
		Set<Set<Integer>> used = new HashSet<>();
		int[] counts = new int[5];
		for (LintItem item : twoOfFive.items()) {
			Set<Integer> pair = new HashSet<>();
			IntStream.range(0, 5).filter((i) -> item.choices().get(i).isKey()).forEach((i) -> {
				counts[i]++;
				pair.add(i);
			});
			used.add(pair);
		}
		List<Measure> measures = new ArrayList<>();
		for (int i = 0; i < counts.length; i++) {
			measures.add(LintTarget.percent(35, 45)
				.measure("pair-position-" + (i + 1), "Choose two of five: option " + (i + 1) + " is a key in",
						LintTarget.share(counts[i], twoOfFive.size()), twoOfFive.size(), List.of()));
		}
		measures.add(new LintTarget(10, 10, " pairs").measure("pairs-used",
				"Choose two of five: pairs of positions that are used", used.size(), twoOfFive.size(), List.of()));
		return measures;
	}

	private static int position(LintItem item) {
		return IntStream.range(0, item.choices().size())
			.filter((i) -> item.choices().get(i).isKey())
			.findFirst()
			.orElseThrow();
	}

	/** Whether no distractor reaches the key. */
	private static boolean extreme(LintItem item, ToIntFunction<Choice> size) {
		int key = item.keys().stream().mapToInt(size).max().orElseThrow();
		return item.distractors().stream().mapToInt(size).allMatch((distractor) -> distractor < key);
	}

	private static double ratio(LintItem item) {
		return item.keys().stream().mapToInt(Choice::length).average().orElse(1)
				/ item.distractors().stream().mapToInt(Choice::length).average().orElse(1);
	}

	private static double spread(LintItem item) {
		return (double) item.choices().stream().mapToInt(Choice::length).max().orElse(1)
				/ item.choices().stream().mapToInt(Choice::length).min().orElse(1);
	}

}
