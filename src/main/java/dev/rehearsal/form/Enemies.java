package dev.rehearsal.form;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import dev.rehearsal.bank.ItemProfile;

/**
 * Which items of a pool must not stand on one form, whichever of the two names the other.
 */
final class Enemies {

	private final Map<String, Set<String>> byItem = new HashMap<>();

	Enemies(Collection<ItemProfile> pool) {
		Set<String> known = new HashSet<>();
		pool.forEach((item) -> known.add(item.item()));
		for (ItemProfile item : pool) {
			for (String enemy : item.enemies()) {
				if (known.contains(enemy)) {
					this.byItem.computeIfAbsent(item.item(), (key) -> new HashSet<>()).add(enemy);
					this.byItem.computeIfAbsent(enemy, (key) -> new HashSet<>()).add(item.item());
				}
			}
		}
	}

	boolean has(ItemProfile item) {
		return this.byItem.containsKey(item.item());
	}

	/** The names of all items that must not stand beside any of some. */
	Set<String> of(Collection<ItemProfile> items) {
		Set<String> enemies = new HashSet<>();
		items.forEach((item) -> enemies.addAll(this.byItem.getOrDefault(item.item(), Set.of())));
		return enemies;
	}

	boolean canJoin(ItemProfile item, Collection<ItemProfile> others) {
		Set<String> enemies = this.byItem.get(item.item());
		return enemies == null || others.stream().noneMatch((other) -> enemies.contains(other.item()));
	}

	boolean canStandTogether(Collection<ItemProfile> items) {
		return items.stream().allMatch((item) -> canJoin(item, items));
	}

}
