package dev.rehearsal.bank;

import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Writes pack.yaml. */
final class DefinitionYaml {

	private DefinitionYaml() {
	}

	static String write(PackDefinition pack) {
		YamlWriter out = new YamlWriter();
		out.text("pack", pack.id());
		out.text("title", pack.title());
		out.text("version", pack.version());
		out.text("licence", pack.licence());
		out.text("description", pack.description());
		out.text("provenance", pack.provenance());
		out.gap();
		out.key("domains");
		out.deeper(() -> pack.domains().forEach((domain) -> out.entry(() -> {
			out.text("id", domain.id());
			out.text("title", domain.title());
			if (!domain.tasks().isEmpty()) {
				out.key("tasks");
				out.deeper(() -> domain.tasks().forEach((task) -> out.entry(() -> {
					out.text("id", task.id());
					out.text("title", task.title());
					topics(task, out);
				})));
			}
		})));
		out.gap();
		targets(pack.targets(), out);
		out.key("blueprints");
		out.deeper(() -> pack.blueprints().forEach((blueprint) -> {
			if (blueprint != pack.blueprints().getFirst()) {
				out.gap();
			}
			out.entry(() -> blueprint(blueprint, out));
		}));
		return out.toString();
	}

	private static void topics(ContentDomain.Task task, YamlWriter out) {
		if (!task.topics().isEmpty()) {
			out.key("topics");
			out.deeper(() -> task.topics().forEach((topic) -> out.entry(() -> {
				out.text("id", topic.id());
				out.text("title", topic.title());
			})));
		}
	}

	private static void targets(@Nullable PackTargets targets, YamlWriter out) {
		if (targets != null) {
			out.key("targets");
			out.deeper(() -> {
				spans("types", targets.types(), out);
				spans("levels", targets.levels(), out);
				spans("difficulties", targets.difficulties(), out);
			});
			out.gap();
		}
	}

	private static void spans(String key, Map<String, PackTargets.Span> spans, YamlWriter out) {
		if (!spans.isEmpty()) {
			out.key(key);
			out.deeper(
					() -> spans.forEach((of, span) -> out.raw(of, "[" + span.lowest() + ", " + span.highest() + "]")));
		}
	}

	private static void blueprint(Blueprint blueprint, YamlWriter out) {
		out.text("id", blueprint.id());
		out.text("title", blueprint.title());
		out.text("description", blueprint.description());
		out.raw("items", blueprint.items());
		if (blueprint.unscored() > 0) {
			out.raw("unscored", blueprint.unscored());
		}
		out.raw("minutes", blueprint.minutes());
		if (blueprint.grace() != BlueprintReader.GRACE) {
			out.raw("grace", blueprint.grace());
		}
		if (blueprint.pause()) {
			out.raw("pause", true);
		}
		if (!blueprint.creditOutages()) {
			out.raw("credit-outages", false);
		}
		out.key("weights");
		out.deeper(() -> blueprint.weights().forEach(out::raw));
		out.key("scale");
		out.deeper(() -> {
			out.raw("lowest", blueprint.scale().lowest());
			out.raw("highest", blueprint.scale().highest());
			out.raw("cut", blueprint.scale().cut());
		});
		out.list("form", blueprint.form());
		Blueprint.Imitated exam = blueprint.imitates();
		if (exam != null) {
			out.key("imitates");
			out.deeper(() -> {
				out.text("exam", exam.exam());
				out.text("name", exam.name());
				out.text("status", exam.status().name().toLowerCase(Locale.ROOT));
				out.text("from", (exam.from() != null) ? exam.from().toString() : null);
				out.text("until", (exam.until() != null) ? exam.until().toString() : null);
				out.text("note", exam.note());
			});
		}
	}

}
