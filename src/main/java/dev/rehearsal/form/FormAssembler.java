package dev.rehearsal.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;

import dev.rehearsal.bank.ItemProfile;
import dev.rehearsal.bank.ItemType;
import dev.rehearsal.form.BlueprintNotFilledException.Shortage;

/**
 * Draws a form: the blueprint's share of every content domain exactly, case studies
 * whole, every item type that the pack has, no enemies together, and what the candidate
 * has not seen before first. The same arguments give the same form.
 */
final class FormAssembler {

	private final ExamPlan plan;

	private final ItemPool pool;

	private final Map<String, Integer> quotas;

	private final Map<ItemType, Integer> typesInPool = new EnumMap<>(ItemType.class);

	private final Random random;

	private List<ItemProfile> best = List.of();

	private FormAssembler(ExamPlan plan, Collection<ItemProfile> items, Map<String, Integer> timesSeen, long seed) {
		this.plan = plan;
		this.random = new Random(seed);
		this.pool = new ItemPool(items, timesSeen, this.random);
		this.quotas = Quotas.of(plan.items(), weights(plan));
		this.quotas.forEach((domain, quota) -> {
			if (quota > 0) {
				this.pool.standalone(domain).forEach((item) -> this.typesInPool.merge(item.type(), 1, Integer::sum));
			}
		});
	}

	/**
	 * Draws a form.
	 * @param plan the exam
	 * @param items what there is to draw from
	 * @param timesSeen how often the candidate had an item, by item
	 * @param seed decides everything that is left to chance
	 * @return as many items as the plan says
	 * @throws BlueprintNotFilledException if there are not enough items
	 */
	static Draft assemble(ExamPlan plan, Collection<ItemProfile> items, Map<String, Integer> timesSeen, long seed) {
		return new FormAssembler(plan, items, timesSeen, seed).assemble();
	}

	private Draft assemble() {
		if (!this.plan.form().isEmpty()) {
			return fixed();
		}
		List<Shortage> tooFew = shortages(this.pool::size);
		if (!tooFew.isEmpty()) {
			throw new BlueprintNotFilledException(this.plan.blueprint(), tooFew);
		}
		return new CaseStudyChoices(this.pool, this.quotas).inOrderOfPreference()
			.map(this::drawBeside)
			.flatMap(Optional::stream)
			.findFirst()
			.map(this::arranged)
			.orElseThrow(() -> new BlueprintNotFilledException(this.plan.blueprint(), shortages()));
	}

	/** Everyone gets the same items, each in an order of their own. */
	private Draft fixed() {
		List<ItemProfile> items = this.pool.named(this.plan.form());
		if (items.size() < this.plan.items()) {
			throw new BlueprintNotFilledException(this.plan.blueprint(),
					List.of(new Shortage(this.plan.title(), this.plan.items(), items.size())));
		}
		return arranged(items);
	}

	private Optional<List<ItemProfile>> drawBeside(List<ItemProfile> caseStudies) {
		Map<String, Integer> needed = new LinkedHashMap<>(this.quotas);
		CaseStudyChoices.byDomain(caseStudies).forEach((domain, count) -> needed.merge(domain, -count, Integer::sum));
		Draw draw = new Draw(this.pool, caseStudies, this.typesInPool);
		boolean enough = true;
		for (Map.Entry<String, Integer> need : needed.entrySet()) {
			enough &= draw.take(need.getValue(), this.pool.standalone(need.getKey()));
		}
		if (draw.drawn().size() > this.best.size()) {
			this.best = List.copyOf(draw.drawn());
		}
		if (enough) {
			return Optional.of(represented(draw));
		}
		return new Reconciliation(this.pool, needed).beside(caseStudies)
			.map((peaceful) -> drawFrom(peaceful, caseStudies, needed));
	}

	private List<ItemProfile> represented(Draw draw) {
		this.typesInPool.keySet().forEach((type) -> draw.represent(type, ofType(type)));
		return draw.drawn();
	}

	private List<ItemProfile> drawFrom(Set<ItemProfile> peaceful, List<ItemProfile> caseStudies,
			Map<String, Integer> needed) {
		Draw draw = new Draw(this.pool, caseStudies, this.typesInPool);
		needed.forEach((domain, count) -> draw.take(count,
				this.pool.standalone(domain)
					.stream()
					.filter((item) -> !this.pool.enemies().has(item) || peaceful.contains(item))
					.toList()));
		return represented(draw);
	}

	private List<ItemProfile> ofType(ItemType type) {
		return this.quotas.keySet()
			.stream()
			.flatMap((domain) -> this.pool.standalone(domain).stream())
			.filter((item) -> item.type() == type)
			.toList();
	}

	/** Chance decides the order; the items of a case study stay side by side. */
	private Draft arranged(List<ItemProfile> items) {
		Map<String, List<ItemProfile>> blocks = new LinkedHashMap<>();
		items.forEach(
				(item) -> blocks
					.computeIfAbsent((item.caseStudy() != null) ? item.caseStudy() : "item/" + item.item(),
							(key) -> new ArrayList<>())
					.add(item));
		List<List<ItemProfile>> order = new ArrayList<>(blocks.values());
		Collections.shuffle(order, this.random);
		List<ItemProfile> arranged = order.stream().flatMap(List::stream).toList();
		return new Draft(arranged.stream().map(ItemProfile::revision).toList(), unscored(arranged));
	}

	private List<Integer> unscored(List<ItemProfile> items) {
		// By the items' own shares, so that no domain gets more pilots than items.
		Map<String, Integer> open = new LinkedHashMap<>(Quotas.of(this.plan.unscored(), this.quotas));
		List<Integer> positions = new ArrayList<>();
		for (int position = 1; position <= items.size(); position++) {
			positions.add(position);
		}
		Collections.shuffle(positions, this.random);
		TreeSet<Integer> unscored = new TreeSet<>();
		for (int position : positions) {
			if (open.merge(items.get(position - 1).domain(), -1, Integer::sum) >= 0) {
				unscored.add(position);
			}
		}
		return List.copyOf(unscored);
	}

	/**
	 * There are enough items, but enemies or case studies keep them apart: tells how far
	 * one gets.
	 */
	private List<Shortage> shortages() {
		drawBeside(new CaseStudyChoices(this.pool, this.quotas).asManyAsFit());
		Map<String, Integer> reached = CaseStudyChoices.byDomain(this.best);
		return shortages((domain) -> reached.getOrDefault(domain, 0));
	}

	private List<Shortage> shortages(ToIntFunction<String> available) {
		return this.quotas.entrySet()
			.stream()
			.map((quota) -> new Shortage(quota.getKey(), quota.getValue(), available.applyAsInt(quota.getKey())))
			.filter((shortage) -> shortage.available() < shortage.needed())
			.toList();
	}

	private static Map<String, Integer> weights(ExamPlan plan) {
		Map<String, Integer> weights = new LinkedHashMap<>();
		plan.domains().forEach((domain) -> weights.put(domain.id(), domain.weight()));
		return weights;
	}

}
