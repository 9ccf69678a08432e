package dev.rehearsal.bank;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.rehearsal.bank.LintReport.Measure;

/**
 * Measures a pack by the rules of item writing: those of Haladyna, Downing and Rodriguez
 * (A review of multiple-choice item-writing guidelines, 2002) that a program can check,
 * and limits of our own where they give none.
 */
public final class PackLint {

	private PackLint() {
	}

	/**
	 * Measures a pack.
	 * @param pack a sound pack
	 * @param elsewhere how many items other packs have on a topic, since an item of any
	 * pack covers it
	 * @param today the day on which the age of checks is counted
	 * @return all measures
	 */
	public static LintReport of(Pack pack, Map<String, Integer> elsewhere, LocalDate today) {
		LintItems items = new LintItems(pack.items().stream().map(LintItem::of).toList());
		Stream<Measure> measures = Stream
			.of(BotLint.measures(items), OptionLint.measures(items), CueLint.measures(items), StemLint.measures(items),
					RationaleLint.measures(items, today), KeyNameLint.measures(items),
					BalanceLint.measures(pack.definition(), items, elsewhere))
			.flatMap(List::stream);
		return new LintReport(measures.toList());
	}

}
