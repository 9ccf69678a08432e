package dev.rehearsal.bank;

import java.util.Map;

/**
 * How the items of a pack should be spread, in percent.
 *
 * @param types by {@link ItemType#code()}; {@code case-study} stands for the items of
 * case studies, which then count as no other type
 * @param levels by {@code recall}, {@code apply} and {@code analyse}
 * @param difficulties by {@code easy}, {@code medium} and {@code hard}
 */
public record PackTargets(Map<String, Span> types, Map<String, Span> levels, Map<String, Span> difficulties) {

	/**
	 * A share.
	 *
	 * @param lowest the least, in percent
	 * @param highest the most, in percent
	 */
	public record Span(int lowest, int highest) {
	}

}
