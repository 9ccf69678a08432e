package dev.rehearsal.exchange;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.rehearsal.bank.Blueprint;
import dev.rehearsal.bank.ContentDomain;
import dev.rehearsal.bank.Pack;

/**
 * Writes a blueprint as a test: a section for each domain, from which so many items are
 * drawn.
 */
final class QtiTestWriter {

	private QtiTestWriter() {
	}

	static byte[] write(Pack pack, Blueprint blueprint, QtiDialect dialect) {
		QtiXml out = new QtiXml(dialect);
		Map<String, Integer> quotas = quotas(blueprint);
		out.root("assessmentTest", () -> {
			out.empty("timeLimits", "maxTime", String.valueOf(60L * blueprint.minutes()));
			out.block("testPart", () -> {
				for (ContentDomain domain : pack.definition().domains()) {
					List<Pack.Item> items = pack.items()
						.stream()
						.filter((item) -> stands(item, domain, blueprint))
						.toList();
					if (!items.isEmpty()) {
						out.block("assessmentSection",
								() -> section(items, quotas.getOrDefault(domain.id(), 0), blueprint, out), "identifier",
								"section-" + domain.id(), "title", domain.title(), "visible", "true");
					}
				}
			}, "identifier", "part-1", "navigationMode", "nonlinear", "submissionMode", "simultaneous");
		}, "identifier", blueprint.id(), "title", blueprint.title());
		return out.bytes();
	}

	private static boolean stands(Pack.Item item, ContentDomain domain, Blueprint blueprint) {
		return item.domain().equals(domain.id()) && (blueprint.form().isEmpty()
				? blueprint.weights().containsKey(domain.id()) : blueprint.form().contains(item.id()));
	}

	private static void section(List<Pack.Item> items, int quota, Blueprint blueprint, QtiXml out) {
		if (blueprint.form().isEmpty()) {
			out.empty("selection", "select", String.valueOf(Math.min(quota, items.size())));
		}
		out.empty("ordering", "shuffle", "true");
		items.forEach((item) -> out.empty("assessmentItemRef", "identifier", "item-" + item.id(), "href",
				"../items/" + item.id() + ".xml"));
	}

	/** By largest remainder, as forms are drawn here. */
	private static Map<String, Integer> quotas(Blueprint blueprint) {
		Map<String, Integer> quotas = new LinkedHashMap<>();
		Map<String, Integer> weights = blueprint.weights();
		weights.forEach((domain, weight) -> quotas.put(domain, blueprint.items() * weight / 100));
		int left = blueprint.items() - quotas.values().stream().mapToInt(Integer::intValue).sum();
		weights.keySet()
			.stream()
			.sorted(Comparator.comparingInt((domain) -> -(blueprint.items() * weights.getOrDefault(domain, 0) % 100)))
			.limit(left)
			.forEach((domain) -> quotas.merge(domain, 1, Integer::sum));
		return quotas;
	}

}
