package dev.rehearsal.exchange;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import dev.rehearsal.bank.Blueprint;
import dev.rehearsal.bank.ContentDomain;
import dev.rehearsal.bank.Pack;
import dev.rehearsal.bank.PackDefinition;
import dev.rehearsal.bank.PackTargets;
import org.jspecify.annotations.Nullable;

/**
 * What QTI has no words for, in a namespace of our own in the manifest, where other
 * systems pass it over.
 */
final class QtiMetadata {

	static final String NAMESPACE = "urn:rehearsal:exchange";

	private QtiMetadata() {
	}

	static void write(PackDefinition pack, XmlWriter out) {
		out.block("r:pack", () -> {
			if (pack.provenance() != null) {
				out.text("r:provenance", pack.provenance());
			}
			if (pack.targets() != null) {
				targets("types", pack.targets().types(), out);
				targets("levels", pack.targets().levels(), out);
				targets("difficulties", pack.targets().difficulties(), out);
			}
			pack.domains()
				.forEach((domain) -> out.block("r:domain",
						() -> domain.tasks()
							.forEach((task) -> out.block("r:task", () -> task.topics()
								.forEach((topic) -> out.empty("r:topic", "id", topic.id(), "title", topic.title())),
									"id", task.id(), "title", task.title())),
						"id", domain.id(), "title", domain.title()));
		}, "id", pack.id(), "title", pack.title(), "version", pack.version(), "licence", pack.licence(), "description",
				pack.description());
	}

	private static void targets(String kind, Map<String, PackTargets.Span> spans, XmlWriter out) {
		spans.forEach((of, span) -> out.empty("r:target", "kind", kind, "of", of, "lowest",
				String.valueOf(span.lowest()), "highest", String.valueOf(span.highest())));
	}

	private static @Nullable PackTargets targets(XmlElement written) {
		List<XmlElement> targets = written.children("target");
		return targets.isEmpty() ? null : new PackTargets(
				spans("types", List.of("multiple-choice", "multi-response", "ordering", "matching", "case-study"),
						targets),
				spans("levels", List.of("recall", "apply", "analyse"), targets),
				spans("difficulties", List.of("easy", "medium", "hard"), targets));
	}

	private static Map<String, PackTargets.Span> spans(String kind, List<String> known, List<XmlElement> targets) {
		Map<String, PackTargets.Span> spans = new LinkedHashMap<>();
		targets.stream()
			.filter((target) -> target.get("kind").equals(kind) && known.contains(target.get("of")))
			.forEach((target) -> spans.put(target.get("of"), new PackTargets.Span(
					Math.min(100, number(target, "lowest", 0)), Math.min(100, number(target, "highest", 100)))));
		return spans;
	}

	static void write(Pack.Item item, XmlWriter out) {
		out.block("r:item", () -> {
			item.content().references().forEach((reference) -> out.text("r:reference", reference));
			item.enemies().forEach((enemy) -> out.text("r:enemy", enemy));
		}, "domain", item.domain(), "task", item.task(), "topic", item.topic(), "difficulty", item.difficulty(),
				"level", item.level(), "checked", item.content().checked(), "position",
				(item.caseStudy() != null) ? String.valueOf(item.casePosition()) : null);
	}

	static void write(Blueprint blueprint, XmlWriter out) {
		Blueprint.Imitated exam = blueprint.imitates();
		out.block("r:blueprint", () -> {
			blueprint.weights()
				.forEach((domain, percent) -> out.empty("r:weight", "domain", domain, "percent",
						String.valueOf(percent)));
			blueprint.form().forEach((item) -> out.text("r:form", item));
			if (exam != null) {
				out.empty("r:imitates", "exam", exam.exam(), "name", exam.name(), "status",
						exam.status().name().toLowerCase(Locale.ROOT), "from", string(exam.from()), "until",
						string(exam.until()), "note", exam.note());
			}
		}, "description", blueprint.description(), "items", String.valueOf(blueprint.items()), "unscored",
				String.valueOf(blueprint.unscored()), "grace", String.valueOf(blueprint.grace()), "pause",
				String.valueOf(blueprint.pause()), "credit-outages", String.valueOf(blueprint.creditOutages()),
				"lowest", String.valueOf(blueprint.scale().lowest()), "highest",
				String.valueOf(blueprint.scale().highest()), "cut", String.valueOf(blueprint.scale().cut()));
	}

	private static @Nullable String string(@Nullable LocalDate date) {
		return (date != null) ? date.toString() : null;
	}

	static void readPack(XmlElement written, PackDraft pack) {
		pack.id = written.get("id");
		pack.title = written.get("title");
		pack.version = written.get("version");
		pack.licence = written.orNull("licence");
		pack.description = written.orNull("description");
		pack.provenance = written.childText("provenance");
		pack.targets = targets(written);
		for (XmlElement domain : written.children("domain")) {
			PackDraft.DomainDraft draft = pack.domain(domain.get("id"));
			draft.title = domain.get("title");
			domain.children("task").forEach((task) -> {
				draft.tasks.put(task.get("id"), task.get("title"));
				draft.topics.put(task.get("id"), topics(task));
			});
		}
	}

	private static List<ContentDomain.Topic> topics(XmlElement task) {
		Slugs ids = new Slugs();
		return task.children("topic")
			.stream()
			.filter((topic) -> !Slugs.of(topic.get("id")).isEmpty() && !topic.get("title").isBlank())
			.map((topic) -> new ContentDomain.Topic(ids.unique(Slugs.of(topic.get("id"))),
					Objects.requireNonNullElse(Assembly.line(topic.get("title"), 300), "Topic")))
			.toList();
	}

	static void readItem(XmlElement written, Draft item) {
		item.domain = written.get("domain");
		item.task = written.orNull("task");
		item.topic = written.orNull("topic");
		item.difficulty = written.orNull("difficulty");
		item.level = written.orNull("level");
		item.checked = written.orNull("checked");
		written.children("reference").forEach((reference) -> item.addReferences(reference.text()));
		written.children("enemy").forEach((enemy) -> item.addEnemies(enemy.text()));
	}

	/**
	 * A blueprint of ours; what the test itself says, its title and its minutes, counts.
	 */
	static Blueprint readBlueprint(XmlElement written, String id, String title, int minutes) {
		Map<String, Integer> weights = new LinkedHashMap<>();
		written.children("weight").forEach((weight) -> weights.put(weight.get("domain"), number(weight, "percent", 0)));
		int lowest = number(written, "lowest", Blueprints.SCALE.lowest());
		int highest = number(written, "highest", Blueprints.SCALE.highest());
		int cut = number(written, "cut", Blueprints.SCALE.cut());
		boolean scale = lowest < highest && lowest <= cut && cut <= highest;
		return new Blueprint(id, title, written.orNull("description"), number(written, "items", 1),
				number(written, "unscored", 0), minutes, number(written, "grace", Blueprints.GRACE),
				written.get("pause").equals("true"), !written.get("credit-outages").equals("false"), weights,
				scale ? new Blueprint.Scale(lowest, highest, cut) : Blueprints.SCALE,
				written.children("form").stream().map((item) -> item.text().strip()).toList(),
				written.child("imitates").map(QtiMetadata::imitated).orElse(null));
	}

	@SuppressWarnings("NullAway") // a status that is not known is no exam at all
	private static Blueprint.Imitated imitated(XmlElement written) {
		return Arrays.stream(Blueprint.Status.values())
			.filter((status) -> status.name().equalsIgnoreCase(written.get("status")))
			.filter((status) -> !written.get("exam").isBlank() && !written.get("name").isBlank())
			.findFirst()
			.map((status) -> new Blueprint.Imitated(Objects.requireNonNull(Assembly.line(written.get("exam"), 50)),
					Objects.requireNonNull(Assembly.line(written.get("name"), 200)), status, date(written.get("from")),
					date(written.get("until")), Assembly.line(written.get("note"), 500)))
			.orElse(null);
	}

	private static @Nullable LocalDate date(String text) {
		try {
			return text.isEmpty() ? null : LocalDate.parse(text);
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

	static int number(XmlElement element, String attribute, int otherwise) {
		String text = element.get(attribute).strip();
		return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : otherwise;
	}

}
