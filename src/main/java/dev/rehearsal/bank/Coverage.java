package dev.rehearsal.bank;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How many items a pack has on what.
 *
 * @param items of the pack
 * @param domains in the order of the exam guide
 */
public record Coverage(int items, List<OfDomain> domains) {

	/**
	 * A content domain.
	 *
	 * @param domain the domain
	 * @param items how many of the pack belong to it
	 * @param tasks its tasks, in the order of the exam guide
	 */
	public record OfDomain(ContentDomain domain, int items, List<OfTask> tasks) {
	}

	/**
	 * A task.
	 *
	 * @param task the task
	 * @param items how many of the pack belong to it
	 * @param topics its topics, in the order of the pack; empty if the pack names none
	 */
	public record OfTask(ContentDomain.Task task, int items, List<OfTopic> topics) {
	}

	/**
	 * A topic.
	 *
	 * @param topic the topic
	 * @param items how many items of the pack are about it
	 * @param elsewhere how many items of other packs are about it
	 */
	public record OfTopic(ContentDomain.Topic topic, int items, int elsewhere) {
	}

	/**
	 * Counts the items of a pack.
	 * @param pack the pack
	 * @param elsewhere how many items other packs have on a topic
	 * @return its coverage
	 */
	public static Coverage of(Pack pack, Map<String, Integer> elsewhere) {
		Map<String, Integer> domains = count(pack, Pack.Item::domain);
		Map<String, Integer> tasks = count(pack, (item) -> item.domain() + " " + item.task());
		Map<String, Integer> topics = topics(pack);
		List<OfDomain> all = pack.definition()
			.domains()
			.stream()
			.map((domain) -> new OfDomain(domain, domains.getOrDefault(domain.id(), 0),
					domain.tasks()
						.stream()
						.map((task) -> new OfTask(task, tasks.getOrDefault(domain.id() + " " + task.id(), 0),
								task.topics()
									.stream()
									.map((topic) -> new OfTopic(topic, topics.getOrDefault(topic.id(), 0),
											elsewhere.getOrDefault(topic.id(), 0)))
									.toList()))
						.toList()))
			.toList();
		return new Coverage(pack.items().size(), all);
	}

	/**
	 * How many items packs have on each topic.
	 * @param packs any number of packs
	 * @return by topic
	 */
	public static Map<String, Integer> topics(Pack... packs) {
		Map<String, Integer> topics = new HashMap<>();
		for (Pack pack : packs) {
			count(pack, (item) -> Objects.requireNonNullElse(item.topic(), ""))
				.forEach((topic, items) -> topics.merge(topic, items, Integer::sum));
		}
		return topics;
	}

	private static Map<String, Integer> count(Pack pack, Function<Pack.Item, String> by) {
		return pack.items()
			.stream()
			.collect(Collectors.groupingBy(by, Collectors.collectingAndThen(Collectors.counting(), Long::intValue)));
	}

	/**
	 * The table that documents of a pack repository show.
	 * @return a Markdown table, with a line for each domain and task
	 */
	public String toMarkdown() {
		StringBuilder table = new StringBuilder(
				"| | items | topics, with items of this pack + of others |\n| --- | --- | --- |\n");
		for (OfDomain domain : this.domains) {
			table.append("| **%s** | **%d** | |\n".formatted(domain.domain().title(), domain.items()));
			for (OfTask task : domain.tasks()) {
				String topics = task.topics()
					.stream()
					.map((topic) -> topic.topic().id() + " " + topic.items()
							+ ((topic.elsewhere() > 0) ? " + " + topic.elsewhere() : ""))
					.collect(Collectors.joining(", "));
				table.append(
						"| %s %s | %d | %s |\n".formatted(task.task().id(), task.task().title(), task.items(), topics));
			}
		}
		return table.toString();
	}

}
