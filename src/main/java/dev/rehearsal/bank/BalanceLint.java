package dev.rehearsal.bank;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.rehearsal.bank.LintReport.Finding;
import dev.rehearsal.bank.LintReport.Measure;
import org.jspecify.annotations.Nullable;

/**
 * Whether items are spread over domains, topics, types, levels and difficulties as they
 * should be.
 */
final class BalanceLint {

	private static final double DOMAIN_TOLERANCE = 2;

	private static final int FEWEST_OF_A_TOPIC = 2;

	private static final double MOST_OF_A_TOPIC = 3;

	private final List<Measure> measures = new ArrayList<>();

	private final LintItems items;

	private BalanceLint(LintItems items) {
		this.items = items;
	}

	static List<Measure> measures(PackDefinition pack, LintItems items, Map<String, Integer> elsewhere) {
		BalanceLint lint = new BalanceLint(items);
		lint.domains(pack);
		lint.topics(pack, elsewhere);
		lint.targets("", "", pack.targets(), items);
		pack.blueprints().stream().filter((blueprint) -> !blueprint.form().isEmpty()).forEach((blueprint) -> {
			Set<String> form = Set.copyOf(blueprint.form());
			lint.targets(blueprint.id() + "-", blueprint.title() + ": ", pack.targets(),
					items.where((item) -> form.contains(item.id())));
		});
		lint.matching();
		return lint.measures;
	}

	private void domains(PackDefinition pack) {
		Map<String, Integer> weights = pack.blueprints().getFirst().weights();
		for (ContentDomain domain : pack.domains()) {
			double weight = weights.getOrDefault(domain.id(), 0);
			this.measures.add(LintTarget.percent(Math.max(0, weight - DOMAIN_TOLERANCE), weight + DOMAIN_TOLERANCE)
				.measure("domain-" + domain.id(), "Items in the domain " + domain.title(),
						this.items.percent((item) -> item.item().domain().equals(domain.id())), this.items.size(),
						List.of()));
		}
	}

	private void topics(PackDefinition pack, Map<String, Integer> elsewhere) {
		Set<String> named = pack.domains()
			.stream()
			.flatMap((domain) -> domain.tasks().stream())
			.flatMap((task) -> task.topics().stream())
			.map(ContentDomain.Topic::id)
			.collect(Collectors.toCollection(LinkedHashSet::new));
		Map<String, Integer> counts = new HashMap<>(elsewhere);
		this.items.items().forEach((item) -> counts.merge(topic(item), 1, Integer::sum));
		if (!named.isEmpty()) {
			this.measures.add(LintTarget.none("topic-thin", "Topics with fewer than two items", named.stream()
				.filter((topic) -> counts.getOrDefault(topic, 0) < FEWEST_OF_A_TOPIC)
				.map((topic) -> new Finding("topic " + topic, "%d items".formatted(counts.getOrDefault(topic, 0))))
				.toList()));
			this.measures.add(LintTarget.none("topic-unknown", "Items on a topic that the pack does not name",
					this.items.findings((item) -> !named.contains(topic(item)), BalanceLint::topic)));
		}
		Map<String, Long> own = this.items.items()
			.stream()
			.collect(Collectors.groupingBy(BalanceLint::topic, Collectors.counting()));
		this.measures.add(LintTarget.atMostPercent(MOST_OF_A_TOPIC)
			.measure("topic-thick", "The topic with most items has",
					LintTarget.share(own.values().stream().max(Long::compare).orElse(0L), this.items.size()),
					this.items.size(), List.of()));
	}

	private void targets(String prefix, String heading, @Nullable PackTargets targets, LintItems of) {
		if (targets == null) {
			return;
		}
		targets.types()
			.forEach((type, span) -> share(prefix + "type-" + type, heading + "items of type " + type,
					of.percent((item) -> type(item).equals(type)), span, of));
		targets.levels()
			.forEach((level, span) -> share(prefix + "level-" + level, heading + "items of level " + level,
					of.percent((item) -> level.equals(item.item().level())), span, of));
		targets.difficulties()
			.forEach((difficulty, span) -> share(prefix + "difficulty-" + difficulty, heading + difficulty + " items",
					of.percent((item) -> difficulty.equals(item.item().difficulty())), span, of));
	}

	private void share(String id, String what, double percent, PackTargets.Span span, LintItems of) {
		this.measures.add(LintTarget.percent(span.lowest(), span.highest())
			.measure(id, Character.toUpperCase(what.charAt(0)) + what.substring(1), percent, of.size(), List.of()));
	}

	/** Without a spare answer the last pair is free. */
	private void matching() {
		LintItems matching = this.items.where((item) -> item.type() == ItemType.MATCHING);
		this.measures.add(LintTarget.atLeastPercent(70)
			.measure("matching-spare", "Matching: an answer is left over or belongs twice in",
					matching.percent(BalanceLint::hasSpare), matching.size(),
					matching.findings((item) -> !hasSpare(item), (item) -> "as many answers as prompts, each once")));
	}

	private static boolean hasSpare(LintItem item) {
		return item.choices().size() > item.item().content().prompts().size()
				|| item.keys().size() < item.item().content().prompts().size();
	}

	private static String type(LintItem item) {
		return (item.item().caseStudy() != null) ? "case-study" : item.type().code();
	}

	private static String topic(LintItem item) {
		return (item.item().topic() != null) ? item.item().topic() : "none";
	}

}
