package dev.rehearsal.exchange;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Percentages that add up to 100 and leave nobody out. */
final class Shares {

	private static final int ALL = 100;

	private Shares() {
	}

	/**
	 * Shares by largest remainder, of which the smallest is 1.
	 * @param counts at most 100, none of them zero
	 */
	static Map<String, Integer> percent(Map<String, Integer> counts) {
		long total = counts.values().stream().mapToLong(Integer::longValue).sum();
		Map<String, Integer> shares = new LinkedHashMap<>();
		counts.forEach((name, count) -> shares.put(name, Math.max(1, (int) (ALL * (long) count / total))));
		List<String> byRemainder = counts.keySet()
			.stream()
			.sorted(Comparator.comparingLong((name) -> -(ALL * (long) counts.getOrDefault(name, 0) % total)))
			.toList();
		int left = ALL - shares.values().stream().mapToInt(Integer::intValue).sum();
		for (int i = 0; left > 0; i = (i + 1) % byRemainder.size(), left--) {
			shares.merge(byRemainder.get(i), 1, Integer::sum);
		}
		for (; left < 0; left++) {
			String largest = shares.entrySet()
				.stream()
				.max(Map.Entry.comparingByValue())
				.map(Map.Entry::getKey)
				.orElseThrow();
			shares.merge(largest, -1, Integer::sum);
		}
		return shares;
	}

}
