package dev.rehearsal.form;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What a candidate wants to drill. An empty set of domains, topics or types means all.
 *
 * @param packId the pack
 * @param domains ids of content domains
 * @param topics ids of topics
 * @param types {@code multiple-choice} and so on
 * @param among the only items to draw from; null for all
 * @param without items that must not be drawn
 * @param items how many at most
 */
public record DrillChoice(String packId, Set<String> domains, Set<String> topics, Set<String> types,
		@Nullable Set<String> among, Set<String> without, int items) {
}
