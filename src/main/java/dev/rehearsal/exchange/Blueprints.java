package dev.rehearsal.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.rehearsal.bank.Blueprint;
import dev.rehearsal.bank.ContentDomain;
import dev.rehearsal.bank.Pack;
import org.jspecify.annotations.Nullable;

/**
 * The blueprints of a pack on its way: those that the file tells, or one that fits its
 * items.
 */
final class Blueprints {

	static final Blueprint.Scale SCALE = new Blueprint.Scale(100, 1000, 720);

	static final int GRACE = 60;

	private static final int USUAL = 65;

	private static final int MOST_NAMED = 500;

	private static final int MOST = 50;

	private static final int MOST_ITEMS = 1000;

	private static final int MOST_MINUTES = 1440;

	private final PackDraft draft;

	private final List<Pack.Item> items;

	private final Domains domains;

	private final Map<String, String> ids;

	private final Losses losses;

	private final Slugs slugs = new Slugs();

	Blueprints(PackDraft draft, List<Pack.Item> items, Domains domains, Map<String, String> ids, Losses losses) {
		this.draft = draft;
		this.items = items;
		this.domains = domains;
		this.ids = ids;
		this.losses = losses;
	}

	List<Blueprint> all() {
		List<Blueprint> all = new ArrayList<>();
		for (Blueprint blueprint : this.draft.blueprints) {
			if (all.size() < MOST) {
				Blueprint fitted = fit(blueprint);
				if (fitted != null) {
					all.add(fitted);
				}
			}
		}
		return all.isEmpty() ? List.of(standard()) : all;
	}

	/**
	 * All items for everyone, or where that cannot be, as many as half of them and a
	 * usual exam.
	 */
	Blueprint standard() {
		boolean enemies = this.items.stream().anyMatch((item) -> !item.enemies().isEmpty());
		boolean named = this.items.size() <= MOST_NAMED && !enemies;
		int items = named ? this.items.size() : Math.max(1, Math.min(USUAL, this.items.size() / 2));
		return new Blueprint("practice-exam", "Practice exam", null, items, 0, Math.min(MOST_MINUTES, 2 * items), GRACE,
				true, true, weights(this.items.stream().map(Pack.Item::id).toList()), SCALE,
				named ? this.items.stream().map(Pack.Item::id).toList() : List.of(), null);
	}

	private @Nullable Blueprint fit(Blueprint written) {
		Spot spot = this.draft.blueprintSpots.getOrDefault(written.id(), new Spot(this.draft.file, 0, written.title()));
		List<String> form = new ArrayList<>();
		int missing = 0;
		for (String name : written.form()) {
			String id = this.ids.get(name);
			if (id == null) {
				missing++;
			}
			else if (form.contains(id)) {
				this.losses.part(spot, "it names %s twice, and a form has an item once".formatted(Losses.quote(name)));
			}
			else {
				form.add(id);
			}
		}
		if (missing > 0) {
			this.losses.part(spot, "%d of the items that this test names are not in the pack".formatted(missing));
		}
		if (form.isEmpty() && !written.form().isEmpty()) {
			this.losses.part(spot, "this test is left out: none of its items is in the pack");
			return null;
		}
		Map<String, Integer> weights = new LinkedHashMap<>();
		for (ContentDomain domain : this.domains.all()) {
			written.weights()
				.forEach((name, weight) -> weights.compute(domain.id(),
						(id, sum) -> domain.id().equals(this.domains.known(name))
								? Integer.valueOf(((sum != null) ? sum : 0) + weight) : sum));
		}
		int sum = weights.values().stream().mapToInt(Integer::intValue).sum();
		boolean drawn = form.size() > MOST_NAMED || form.isEmpty();
		int items = drawn ? Math.clamp(written.items(), 1, Math.min(MOST_ITEMS, this.items.size())) : form.size();
		String id = Slugs.of(written.id().isEmpty() ? written.title() : written.id());
		return new Blueprint(this.slugs.unique(id.isEmpty() ? "exam" : id),
				Objects.requireNonNullElse(Assembly.line(written.title(), 200), "Exam"),
				Assembly.line(written.description(), 2000), items, Math.clamp(written.unscored(), 0, items - 1),
				Math.clamp(written.minutes(), 1, MOST_MINUTES), Math.clamp(written.grace(), 0, 600), written.pause(),
				written.creditOutages(), (sum == 100) ? weights : weights(form), written.scale(),
				drawn ? List.of() : List.copyOf(form), written.imitates());
	}

	/** As the items are, or all of them if none are named. */
	private Map<String, Integer> weights(List<String> names) {
		Set<String> form = new HashSet<>(names);
		Map<String, Integer> counts = new LinkedHashMap<>();
		for (ContentDomain domain : this.domains.all()) {
			int count = (int) this.items.stream()
				.filter((item) -> item.domain().equals(domain.id()) && (form.isEmpty() || form.contains(item.id())))
				.count();
			if (count > 0) {
				counts.put(domain.id(), count);
			}
		}
		return Shares.percent(counts);
	}

}
