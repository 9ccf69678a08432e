package dev.rehearsal.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many items each content domain gets. Largest remainder: every domain gets the whole
 * part of its share, the seats left over go to the largest fractions, ties to the domain
 * that comes first. 65 items at 28/26/22/24 percent are 18/17/14/16.
 */
final class Quotas {

	private Quotas() {
	}

	/**
	 * Shares out items.
	 * @param items how many, 0 or more
	 * @param weights shares by domain, in the order that decides ties; at least one is
	 * above zero
	 * @return items by domain, adding up to {@code items}, in the same order
	 */
	static Map<String, Integer> of(int items, Map<String, Integer> weights) {
		int total = weights.values().stream().mapToInt(Integer::intValue).sum();
		Map<String, Integer> quotas = new LinkedHashMap<>();
		weights.forEach((domain, weight) -> quotas.put(domain, items * weight / total));
		int left = items - quotas.values().stream().mapToInt(Integer::intValue).sum();
		List<String> byRemainder = new ArrayList<>(weights.keySet());
		byRemainder.sort(
				Comparator.comparingInt((String domain) -> items * weights.getOrDefault(domain, 0) % total).reversed());
		byRemainder.stream().limit(left).forEach((domain) -> quotas.merge(domain, 1, Integer::sum));
		return quotas;
	}

}
