package dev.rehearsal.bank;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Reads what pack.yaml says besides the items. */
final class DefinitionReader {

	private final YamlNode.Mapping pack;

	private final Set<String> faulty;

	private final Problems problems;

	DefinitionReader(YamlNode.Mapping pack, Set<String> faulty, Problems problems) {
		this.pack = pack;
		this.faulty = faulty;
		this.problems = problems;
	}

	/**
	 * The content domains and their tasks.
	 * @return null if the schema has complained about them
	 */
	@Nullable Outline outline() {
		if (this.faulty.contains("domains") || this.pack.get("domains") == null) {
			return null;
		}
		Map<String, List<String>> tasks = new LinkedHashMap<>();
		for (YamlNode.Mapping domain : this.pack.blocks("domains")) {
			tasks.computeIfAbsent(domain.required("id"), (id) -> new ArrayList<>())
				.addAll(domain.blocks("tasks").stream().map((task) -> task.required("id")).toList());
		}
		return new Outline(tasks);
	}

	/**
	 * Checks and reads all of it.
	 * @return null if there were problems
	 */
	@Nullable PackDefinition definition() {
		Outline outline = outline();
		if (outline != null) {
			unique("domains");
			this.pack.blocks("domains").forEach((domain) -> {
				unique(domain.blocks("tasks"));
				unique(domain.blocks("tasks").stream().flatMap((task) -> task.blocks("topics").stream()).toList());
			});
		}
		if (!this.faulty.contains("blueprints")) {
			unique("blueprints");
			this.pack.blocks("blueprints")
				.forEach((blueprint) -> new BlueprintRules(blueprint, outline, this.problems).check());
		}
		return (this.problems.count() == 0) ? read() : null;
	}

	private void unique(String list) {
		unique(this.pack.blocks(list));
	}

	private void unique(List<YamlNode.Mapping> blocks) {
		Map<String, Place> first = new HashMap<>();
		for (YamlNode.Mapping block : blocks) {
			Place before = first.putIfAbsent(block.required("id"), block.placeIn("id"));
			if (before != null) {
				this.problems.add(block.placeIn("id"), Problem.Code.DUPLICATE_ID,
						"the id %s is taken, first in line %d: give one of the two another id"
							.formatted(Words.code(block.required("id")), before.line()));
			}
		}
	}

	private PackDefinition read() {
		List<ContentDomain> domains = new ArrayList<>();
		for (YamlNode.Mapping domain : this.pack.blocks("domains")) {
			List<ContentDomain.Task> tasks = domain.blocks("tasks")
				.stream()
				.map((task) -> new ContentDomain.Task(task.required("id"), task.required("title"), topics(task)))
				.toList();
			domains.add(new ContentDomain(domain.required("id"), domain.required("title"), tasks));
		}
		List<Blueprint> blueprints = this.pack.blocks("blueprints")
			.stream()
			.map((blueprint) -> BlueprintReader.read(blueprint, domains))
			.toList();
		return new PackDefinition(this.pack.required("pack"), this.pack.required("title"),
				this.pack.required("version"), this.pack.text("licence"), this.pack.text("description"),
				this.pack.text("provenance"), List.copyOf(domains), blueprints, targets());
	}

	private static List<ContentDomain.Topic> topics(YamlNode.Mapping task) {
		return task.blocks("topics")
			.stream()
			.map((topic) -> new ContentDomain.Topic(topic.required("id"), topic.required("title")))
			.toList();
	}

	private @Nullable PackTargets targets() {
		return (this.pack.get("targets") instanceof YamlNode.Mapping targets)
				? new PackTargets(spans(targets, "types"), spans(targets, "levels"), spans(targets, "difficulties"))
				: null;
	}

	private static Map<String, PackTargets.Span> spans(YamlNode.Mapping targets, String key) {
		Map<String, PackTargets.Span> spans = new LinkedHashMap<>();
		if (targets.get(key) instanceof YamlNode.Mapping shares) {
			for (String of : shares.entries().keySet()) {
				List<Integer> ends = shares.scalars(of).stream().map((end) -> end.toJson().intValue()).toList();
				spans.put(of, new PackTargets.Span(ends.getFirst(), ends.getLast()));
			}
		}
		return Collections.unmodifiableMap(spans);
	}

}
