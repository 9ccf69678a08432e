package dev.rehearsal.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import dev.rehearsal.bank.ItemProfile;

/**
 * Draws a drill: what fits the candidate's choice, by chance, no enemies together. Items
 * of a case study are drawn one by one and stand side by side.
 */
final class DrillAssembler {

	private DrillAssembler() {
	}

	/**
	 * What there is to draw from.
	 * @param choice the candidate's
	 * @param items the pack's
	 * @return possibly none
	 */
	static List<ItemProfile> fitting(DrillChoice choice, Collection<ItemProfile> items) {
		return items.stream()
			.filter((item) -> isAmong(choice.domains(), item.domain()))
			.filter((item) -> choice.topics().isEmpty() || choice.topics().contains(item.topic()))
			.filter((item) -> isAmong(choice.types(), item.type().code()))
			.filter((item) -> choice.among() == null || choice.among().contains(item.item()))
			.filter((item) -> !choice.without().contains(item.item()))
			.toList();
	}

	/**
	 * Draws.
	 * @param choice the candidate's
	 * @param items the pack's
	 * @param seed decides everything that is left to chance
	 * @return as many as were wanted, or as there are
	 */
	static Draft assemble(DrillChoice choice, Collection<ItemProfile> items, long seed) {
		List<ItemProfile> fitting = new ArrayList<>(fitting(choice, items));
		fitting.sort(Comparator.comparingLong(ItemProfile::revision));
		Collections.shuffle(fitting, new Random(seed));
		Enemies enemies = new Enemies(fitting);
		List<ItemProfile> drawn = new ArrayList<>();
		for (ItemProfile item : fitting) {
			if (drawn.size() < choice.items() && enemies.canJoin(item, drawn)) {
				drawn.add(item);
			}
		}
		Map<String, List<ItemProfile>> blocks = new LinkedHashMap<>();
		for (ItemProfile item : drawn) {
			String block = (item.caseStudy() != null) ? item.caseStudy() : "item/" + item.item();
			blocks.computeIfAbsent(block, (key) -> new ArrayList<>()).add(item);
		}
		blocks.values().forEach((block) -> block.sort(Comparator.comparingInt(ItemProfile::casePosition)));
		return new Draft(blocks.values().stream().flatMap(List::stream).map(ItemProfile::revision).toList(), List.of());
	}

	private static boolean isAmong(Set<String> wanted, String value) {
		return wanted.isEmpty() || wanted.contains(value);
	}

}
