package dev.rehearsal.bank;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Where items of a pack can belong.
 *
 * @param tasks the ids of the tasks by content domain
 */
record Outline(Map<String, List<String>> tasks) {

	boolean has(String domain) {
		return this.tasks.containsKey(domain);
	}

	Collection<String> domains() {
		return this.tasks.keySet();
	}

	/** Checks where an item says that it belongs. */
	void check(YamlNode.Mapping item, Problems problems) {
		String domain = item.text("domain");
		if (domain == null) {
			return;
		}
		if (!has(domain)) {
			problems.add(item.placeIn("domain"), Problem.Code.UNKNOWN_DOMAIN,
					"the pack defines no domain %s%s Defined are: %s".formatted(Words.code(domain),
							Words.meant(domain, domains()), Words.list(domains())));
			return;
		}
		String task = item.text("task");
		List<String> tasks = this.tasks.getOrDefault(domain, List.of());
		if (task != null && !tasks.contains(task)) {
			String elsewhere = this.tasks.entrySet()
				.stream()
				.filter((entry) -> entry.getValue().contains(task))
				.findFirst()
				.map((entry) -> "; it belongs to " + Words.code(entry.getKey()))
				.orElse("");
			problems.add(item.placeIn("task"), Problem.Code.UNKNOWN_TASK,
					"the domain %s has no task %s%s. %s".formatted(Words.code(domain), Words.code(task), elsewhere,
							tasks.isEmpty() ? "It has none: leave the key out, or add tasks to the domain"
									: "It has: " + Words.list(tasks)));
		}
	}

}
