package dev.rehearsal.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import dev.rehearsal.bank.Blueprint;
import org.jspecify.annotations.Nullable;

/**
 * Reads tests of QTI as blueprints, and their sections as the domains of items that have
 * none.
 */
final class QtiBlueprints {

	private static final int SECONDS = 60;

	private final PackDraft draft;

	private final Losses losses;

	private final Map<String, String> sections = new HashMap<>();

	private final List<Test> tests = new ArrayList<>();

	QtiBlueprints(PackDraft draft, Losses losses) {
		this.draft = draft;
		this.losses = losses;
	}

	/**
	 * Reads a test.
	 * @param ours what our own export has added to it
	 * @param resolve from an address in it to a path in the package
	 */
	void read(XmlElement test, String path, @Nullable XmlElement ours, UnaryOperator<String> resolve) {
		String title = test.get("title").isBlank() ? test.get("identifier") : test.get("title");
		Spot spot = new Spot(path, test.line(), title);
		if (this.draft.title.isBlank()) {
			this.draft.title = title;
		}
		List<String> items = new ArrayList<>();
		int drawn = 0;
		Map<String, Integer> shares = new LinkedHashMap<>();
		boolean draws = false;
		for (XmlElement section : test.all("assessmentSection")) {
			List<XmlElement> references = section.children("assessmentItemRef");
			references.forEach((reference) -> {
				String target = resolve.apply(reference.get("href"));
				items.add(target);
				this.sections.putIfAbsent(target,
						section.get("title").isBlank() ? section.get("identifier") : section.get("title"));
			});
			int select = section.child("selection").map((it) -> QtiMetadata.number(it, "select", -1)).orElse(-1);
			boolean selects = select >= 0 && select < references.size();
			draws |= selects;
			drawn += selects ? select : references.size();
			if (!references.isEmpty()) {
				String name = section.get("title").isBlank() ? section.get("identifier") : section.get("title");
				shares.merge(name, selects ? select : references.size(), Integer::sum);
			}
			if (section.child("selection").isPresent() && !section.children("assessmentSection").isEmpty()) {
				this.losses.part(spot, "that it draws some of the sections in %s is left out: all of them are taken"
					.formatted(Losses.quote(section.get("title"))));
			}
		}
		for (String part : List.of("branchRule", "preCondition", "testFeedback", "rubricBlock",
				"assessmentSectionRef")) {
			if (!test.all(part).isEmpty()) {
				this.losses.part(spot, "its %s is left out: a blueprint has no such thing".formatted(part));
			}
		}
		this.tests.add(new Test(test, spot, title, items, draws, Math.max(1, drawn), shares, ours));
	}

	/** The section in which an item stands, or nothing. */
	String sectionOf(String path) {
		return this.sections.getOrDefault(path, "");
	}

	/** Once the items are known: the blueprints. */
	void blueprints(Map<String, Draft> items) {
		this.tests.forEach((test) -> this.draft.blueprints.add(blueprint(test, items)));
	}

	private Blueprint blueprint(Test test, Map<String, Draft> items) {
		int minutes = minutes(test.root).orElseGet(() -> {
			this.losses.changed(test.spot, "it has no time limit: its blueprint has two minutes an item");
			return 2 * test.drawn;
		});
		String id = test.root.get("identifier");
		this.draft.blueprintSpots.put(id, test.spot);
		if (test.ours != null) {
			return QtiMetadata.readBlueprint(test.ours, id, test.title, minutes);
		}
		List<String> form = new ArrayList<>();
		for (String path : test.draws ? List.<String>of() : test.items) {
			Draft item = items.get(path);
			form.add((item != null) ? item.id : path);
		}
		return new Blueprint(id, test.title, null, test.drawn, 0, minutes, Blueprints.GRACE, false, true,
				test.draws ? Shares.percent(test.shares) : Map.of(), Blueprints.SCALE, form, null);
	}

	/** The limit of the test, or those of all its parts or sections together. */
	private static Optional<Integer> minutes(XmlElement test) {
		double seconds = limit(test);
		return (seconds > 0) ? Optional.of((int) Math.min(Integer.MAX_VALUE, Math.ceil(seconds / SECONDS)))
				: Optional.empty();
	}

	/** In seconds; 0 if it has none, and one of its parts has none. */
	private static double limit(XmlElement part) {
		double own = part.children("timeLimits").stream().mapToDouble((limit) -> seconds(limit.get("maxTime"))).sum();
		List<XmlElement> parts = part.children()
			.filter((child) -> child.is("testPart") || child.is("assessmentSection"))
			.toList();
		if (own > 0 || parts.isEmpty()) {
			return own;
		}
		boolean all = parts.stream().allMatch((child) -> limit(child) > 0);
		return all ? parts.stream().mapToDouble(QtiBlueprints::limit).sum() : 0;
	}

	private static double seconds(String text) {
		try {
			return Double.parseDouble(text.strip());
		}
		catch (NumberFormatException ex) {
			return 0;
		}
	}

	/** A test until its items are known. */
	private record Test(XmlElement root, Spot spot, String title, List<String> items, boolean draws, int drawn,
			Map<String, Integer> shares, @Nullable XmlElement ours) {
	}

}
