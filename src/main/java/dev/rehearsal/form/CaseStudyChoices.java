package dev.rehearsal.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.rehearsal.bank.ItemProfile;

/**
 * The sets of whole case studies that a form could hold. One is what a form should have;
 * more only where there are too few other items, none only where none fits.
 */
final class CaseStudyChoices {

	/** Bounds the search in packs with very many case studies. */
	private static final int STEPS = 50_000;

	private static final int CHOICES_OF_A_SIZE = 100;

	private final ItemPool pool;

	private final Map<String, Integer> quotas;

	private int steps;

	CaseStudyChoices(ItemPool pool, Map<String, Integer> quotas) {
		this.pool = pool;
		this.quotas = quotas;
	}

	/**
	 * Each element holds the items of all its case studies, those of one side by side.
	 */
	Stream<List<ItemProfile>> inOrderOfPreference() {
		int most = this.pool.caseStudies().size();
		IntStream sizes = IntStream.concat(IntStream.rangeClosed(1, most), IntStream.of(0));
		return sizes.boxed().flatMap((size) -> choices(size).stream().limit(CHOICES_OF_A_SIZE));
	}

	/** One after the other, until no further one fits. */
	List<ItemProfile> asManyAsFit() {
		List<ItemProfile> chosen = new ArrayList<>();
		for (List<ItemProfile> caseStudy : this.pool.caseStudies()) {
			List<ItemProfile> longer = new ArrayList<>(chosen);
			longer.addAll(caseStudy);
			if (fits(longer) && this.pool.enemies().canStandTogether(longer)) {
				chosen = longer;
			}
		}
		return chosen;
	}

	private List<List<ItemProfile>> choices(int size) {
		List<List<ItemProfile>> found = new ArrayList<>();
		collect(size, 0, List.of(), found);
		return found;
	}

	private void collect(int more, int from, List<ItemProfile> chosen, List<List<ItemProfile>> found) {
		if (more == 0) {
			if (restCanBeFilled(chosen)) {
				found.add(chosen);
			}
			return;
		}
		for (int i = from; i < this.pool.caseStudies().size() && this.steps++ < STEPS; i++) {
			List<ItemProfile> longer = new ArrayList<>(chosen);
			longer.addAll(this.pool.caseStudies().get(i));
			if (fits(longer) && this.pool.enemies().canStandTogether(longer)) {
				collect(more - 1, i + 1, longer, found);
			}
		}
	}

	private boolean fits(Collection<ItemProfile> items) {
		return byDomain(items).entrySet()
			.stream()
			.allMatch((count) -> count.getValue() <= this.quotas.getOrDefault(count.getKey(), 0));
	}

	private boolean restCanBeFilled(Collection<ItemProfile> items) {
		Map<String, Integer> taken = byDomain(items);
		return this.quotas.entrySet()
			.stream()
			.allMatch((quota) -> quota.getValue()
					- taken.getOrDefault(quota.getKey(), 0) <= this.pool.standalone(quota.getKey()).size());
	}

	static Map<String, Integer> byDomain(Collection<ItemProfile> items) {
		Map<String, Integer> counts = new HashMap<>();
		items.forEach((item) -> counts.merge(item.domain(), 1, Integer::sum));
		return counts;
	}

}
