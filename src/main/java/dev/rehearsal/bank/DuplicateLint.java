package dev.rehearsal.bank;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.rehearsal.bank.LintReport.Finding;
import dev.rehearsal.bank.LintReport.Measure;

/** Stems that share most of their runs of five words. */
final class DuplicateLint {

	private static final int RUN = 5;

	/**
	 * What stands in more stems than this is a phrase of all exams, and no sign of a
	 * copy.
	 */
	private static final int COMMON = 50;

	private static final double COPY = 0.8;

	private static final double ALIKE = 0.5;

	private DuplicateLint() {
	}

	static List<Measure> measures(LintItems items) {
		List<Finding> copies = new ArrayList<>();
		List<Finding> alike = new ArrayList<>();
		List<Set<List<String>>> runs = items.items().stream().map((item) -> Wording.runs(item.stem(), RUN)).toList();
		neighbours(runs).forEach((pair, common) -> {
			double similarity = common
					/ (double) (runs.get(pair.one()).size() + runs.get(pair.other()).size() - common);
			if (similarity >= ALIKE) {
				((similarity >= COPY) ? copies : alike)
					.add(new Finding(items.items().get(pair.other()).id(), "like the stem of %s: similarity %s"
						.formatted(items.items().get(pair.one()).id(), LintTarget.number(similarity))));
			}
		});
		return List.of(LintTarget.none("duplicate-stems", "A stem is almost that of another item", copies),
				LintTarget.atMostPercent(1)
					.measure("similar-stems", "Items whose stem is half that of another",
							LintTarget.share(alike.size(), items.size()), items.size(), alike));
	}

	/**
	 * Only pairs that share a run are compared, so that large packs take no square of the
	 * time.
	 */
	private static Map<Pair, Integer> neighbours(List<Set<List<String>>> runs) {
		Map<List<String>, List<Integer>> having = new HashMap<>();
		for (int i = 0; i < runs.size(); i++) {
			for (List<String> run : runs.get(i)) {
				having.computeIfAbsent(run, (r) -> new ArrayList<>()).add(i);
			}
		}
		Map<Pair, Integer> common = new HashMap<>();
		having.values().forEach((stems) -> {
			int reach = (stems.size() <= COMMON) ? COMMON : 1;
			for (int i = 0; i < stems.size(); i++) {
				for (int j = i + 1; j < Math.min(stems.size(), i + 1 + reach); j++) {
					common.merge(new Pair(stems.get(i), stems.get(j)), 1, Integer::sum);
				}
			}
		});
		return common;
	}

	/**
	 * Two stems.
	 *
	 * @param one place of the first
	 * @param other place of the second
	 */
	private record Pair(int one, int other) {
	}

}
