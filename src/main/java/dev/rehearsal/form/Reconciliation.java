package dev.rehearsal.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.rehearsal.bank.ItemProfile;

/**
 * Finds items that may stand together when drawing one after the other ran into enemies.
 * Searches only among items that have enemies; all others fit anyway.
 */
final class Reconciliation {

	/** Bounds the search; packs have few enemies, so it ends long before. */
	private static final int STEPS = 200_000;

	private final ItemPool pool;

	private final Map<String, Integer> needed;

	private final List<ItemProfile> entangled = new ArrayList<>();

	private final Map<String, Integer> reachable = new HashMap<>();

	private int steps;

	Reconciliation(ItemPool pool, Map<String, Integer> needed) {
		this.pool = pool;
		this.needed = needed;
		for (String domain : needed.keySet()) {
			List<ItemProfile> items = pool.standalone(domain);
			this.reachable.put(domain, items.size());
			items.stream().filter(pool.enemies()::has).forEach(this.entangled::add);
		}
	}

	/**
	 * Searches beside chosen case studies.
	 * @return the items with enemies that may be drawn, all of them together; empty if
	 * there is no such set with enough items
	 */
	Optional<Set<ItemProfile>> beside(List<ItemProfile> caseStudies) {
		List<ItemProfile> chosen = new ArrayList<>(caseStudies);
		if (!search(0, chosen)) {
			return Optional.empty();
		}
		return Optional.of(new HashSet<>(chosen));
	}

	private boolean search(int index, List<ItemProfile> chosen) {
		if (this.steps++ > STEPS || !isEnoughReachable()) {
			return false;
		}
		if (index == this.entangled.size()) {
			return true;
		}
		ItemProfile item = this.entangled.get(index);
		if (this.pool.enemies().canJoin(item, chosen)) {
			chosen.add(item);
			if (search(index + 1, chosen)) {
				return true;
			}
			chosen.removeLast();
		}
		this.reachable.merge(item.domain(), -1, Integer::sum);
		boolean found = search(index + 1, chosen);
		if (!found) {
			this.reachable.merge(item.domain(), 1, Integer::sum);
		}
		return found;
	}

	private boolean isEnoughReachable() {
		return this.needed.entrySet()
			.stream()
			.allMatch((need) -> this.reachable.getOrDefault(need.getKey(), 0) >= need.getValue());
	}

}
