package dev.rehearsal.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.rehearsal.bank.ItemProfile;

/**
 * The items of a pack in the order in which one candidate should get them: least often
 * seen first, by chance within that.
 */
final class ItemPool {

	private final Map<String, List<ItemProfile>> standalone;

	private final List<List<ItemProfile>> caseStudies;

	private final Map<String, Integer> sizes;

	private final Enemies enemies;

	private final Map<String, Integer> timesSeen;

	ItemPool(Collection<ItemProfile> items, Map<String, Integer> timesSeen, Random random) {
		this.timesSeen = timesSeen;
		this.sizes = CaseStudyChoices.byDomain(items);
		this.enemies = new Enemies(items);
		List<ItemProfile> shuffled = new ArrayList<>(items);
		shuffled.sort(Comparator.comparingLong(ItemProfile::revision));
		Collections.shuffle(shuffled, random);
		this.standalone = shuffled.stream()
			.filter((item) -> item.caseStudy() == null)
			.sorted(Comparator.comparingInt(this::timesSeen))
			.collect(Collectors.groupingBy(ItemProfile::domain));
		Map<String, List<ItemProfile>> cases = new LinkedHashMap<>();
		for (ItemProfile item : shuffled) {
			if (item.caseStudy() != null) {
				cases.computeIfAbsent(item.caseStudy(), (key) -> new ArrayList<>()).add(item);
			}
		}
		cases.values().forEach((block) -> block.sort(Comparator.comparingInt(ItemProfile::casePosition)));
		this.caseStudies = cases.values()
			.stream()
			.filter(this.enemies::canStandTogether)
			.sorted(Comparator.comparingInt((block) -> block.stream().mapToInt(this::timesSeen).max().orElse(0)))
			.toList();
	}

	int timesSeen(ItemProfile item) {
		return this.timesSeen.getOrDefault(item.item(), 0);
	}

	/** Items that belong to no case study. */
	List<ItemProfile> standalone(String domain) {
		return this.standalone.getOrDefault(domain, List.of());
	}

	/** Items by their ids, the items of a case study side by side. */
	List<ItemProfile> named(Collection<String> items) {
		return Stream.concat(this.standalone.values().stream(), this.caseStudies.stream())
			.flatMap(List::stream)
			.filter((item) -> items.contains(item.item()))
			.toList();
	}

	/** All items of a domain, those of case studies included. */
	int size(String domain) {
		return this.sizes.getOrDefault(domain, 0);
	}

	/** Whole case studies whose items may stand together. */
	List<List<ItemProfile>> caseStudies() {
		return this.caseStudies;
	}

	Enemies enemies() {
		return this.enemies;
	}

}
