package dev.rehearsal.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.rehearsal.bank.ItemProfile;
import dev.rehearsal.bank.ItemType;

/**
 * Draws standalone items beside the chosen case studies, one after the other: least often
 * seen first, then topics that the form lacks, then types of which it has too few.
 */
final class Draw {

	/** How many items that are equally new are compared for topic and type. */
	private static final int LOOK_AHEAD = 200;

	private final ItemPool pool;

	private final List<ItemProfile> drawn;

	private final Map<String, Integer> topics = new HashMap<>();

	private final Map<ItemType, Integer> types = new EnumMap<>(ItemType.class);

	private final Map<ItemType, Integer> typesInPool;

	Draw(ItemPool pool, List<ItemProfile> caseStudies, Map<ItemType, Integer> typesInPool) {
		this.pool = pool;
		this.drawn = new ArrayList<>(caseStudies);
		this.typesInPool = typesInPool;
		caseStudies.forEach((item) -> this.topics.merge(topic(item), 1, Integer::sum));
	}

	/** Case studies first, then what was drawn. */
	List<ItemProfile> drawn() {
		return this.drawn;
	}

	/**
	 * Draws from a list until enough are drawn or none is left that may stand beside the
	 * others.
	 * @return whether there were enough
	 */
	boolean take(int count, List<ItemProfile> inOrderOfPreference) {
		List<ItemProfile> left = new ArrayList<>(inOrderOfPreference);
		leaveOutEnemies(left, this.drawn);
		for (int i = 0; i < count; i++) {
			Optional<ItemProfile> next = next(left);
			if (next.isEmpty()) {
				return false;
			}
			left.remove(next.get());
			leaveOutEnemies(left, List.of(next.get()));
			add(next.get());
		}
		return true;
	}

	private void leaveOutEnemies(List<ItemProfile> left, List<ItemProfile> of) {
		Set<String> enemies = this.pool.enemies().of(of);
		if (!enemies.isEmpty()) {
			left.removeIf((item) -> enemies.contains(item.item()));
		}
	}

	private Optional<ItemProfile> next(List<ItemProfile> left) {
		if (left.isEmpty()) {
			return Optional.empty();
		}
		int newest = this.pool.timesSeen(left.getFirst());
		return left.stream()
			.limit(LOOK_AHEAD)
			.takeWhile((item) -> this.pool.timesSeen(item) == newest)
			.min(Comparator.comparingInt((ItemProfile item) -> this.topics.getOrDefault(topic(item), 0))
				.thenComparingDouble(this::share));
	}

	/** How much of its type the form would have, compared with the pack. */
	private double share(ItemProfile item) {
		return (this.types.getOrDefault(item.type(), 0) + 1.0) / this.typesInPool.getOrDefault(item.type(), 1);
	}

	private void add(ItemProfile item) {
		this.drawn.add(item);
		this.topics.merge(topic(item), 1, Integer::sum);
		this.types.merge(item.type(), 1, Integer::sum);
	}

	/**
	 * Sees to it that a type stands on the form, in place of an item of a type that
	 * stands there twice.
	 */
	void represent(ItemType type, List<ItemProfile> candidates) {
		if (this.types.containsKey(type)) {
			return;
		}
		for (ItemProfile candidate : candidates) {
			for (ItemProfile other : List.copyOf(this.drawn)) {
				if (other.caseStudy() == null && other.domain().equals(candidate.domain())
						&& this.types.getOrDefault(other.type(), 0) > 1 && replaced(other, candidate)) {
					return;
				}
			}
		}
	}

	private boolean replaced(ItemProfile item, ItemProfile by) {
		List<ItemProfile> others = new ArrayList<>(this.drawn);
		others.remove(item);
		if (!this.pool.enemies().canJoin(by, others)) {
			return false;
		}
		this.drawn.remove(item);
		this.types.merge(item.type(), -1, Integer::sum);
		add(by);
		return true;
	}

	private static String topic(ItemProfile item) {
		return (item.topic() != null) ? item.topic() : item.item();
	}

}
