package dev.rehearsal.bank;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

import dev.rehearsal.bank.LintReport.Measure;

/** How far test-wise bots get: no further than chance, within three points. */
final class BotLint {

	private static final double TOLERANCE = 3;

	private BotLint() {
	}

	static List<Measure> measures(LintItems items) {
		List<Measure> measures = new ArrayList<>();
		for (TestWiseBot bot : TestWiseBot.values()) {
			for (ItemType type : List.of(ItemType.MULTIPLE_CHOICE, ItemType.MULTI_RESPONSE)) {
				LintItems ofType = items.where((item) -> item.type() == type);
				measures.add(measure(bot, type, ofType.items(), bot::luck, TestWiseBot::chance));
			}
			if (bot != TestWiseBot.MOST_ALIKE) {
				measures.add(matching(bot, items));
			}
		}
		return measures;
	}

	/** Pairs are counted one by one: whole items are too seldom right to tell. */
	private static Measure matching(TestWiseBot bot, LintItems items) {
		List<Pair> pairs = items.where((item) -> item.type() == ItemType.MATCHING)
			.items()
			.stream()
			.flatMap((item) -> item.item().content().prompts().stream().map((prompt) -> new Pair(item, prompt)))
			.toList();
		return measure(bot, ItemType.MATCHING, pairs, (pair) -> bot.luck(pair.item(), pair.prompt()),
				(pair) -> 1.0 / pair.item().choices().size());
	}

	private static <T> Measure measure(TestWiseBot bot, ItemType type, List<T> tries, ToDoubleFunction<T> luck,
			ToDoubleFunction<T> chance) {
		double hits = 100 * tries.stream().mapToDouble(luck).average().orElse(0);
		double expected = 100 * tries.stream().mapToDouble(chance).average().orElse(0);
		String id = "bot-" + bot.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + type.code();
		String what = "%s: a bot that takes %s is right in"
			.formatted((type == ItemType.MATCHING) ? "matching, by pair" : type.code().replace('-', ' '), bot.takes());
		return LintTarget.percent(Math.max(0.001, expected - TOLERANCE), expected + TOLERANCE)
			.measure(id, what, hits, tries.size(), List.of());
	}

	/**
	 * A prompt and its item.
	 *
	 * @param item a matching item
	 * @param prompt one of its prompts
	 */
	private record Pair(LintItem item, Prompt prompt) {
	}

}
