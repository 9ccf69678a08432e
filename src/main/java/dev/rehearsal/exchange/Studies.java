package dev.rehearsal.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Brings the case studies of a file into the bounds of a pack: 2 to 20 items each. */
final class Studies {

	private static final int MOST = 20;

	private static final int LONGEST = 20_000;

	private final PackDraft draft;

	private final Losses losses;

	Studies(PackDraft draft, Losses losses) {
		this.draft = draft;
		this.losses = losses;
	}

	void tidy() {
		Map<Draft.Study, List<Draft>> members = new LinkedHashMap<>();
		this.draft.items.forEach((item) -> {
			Draft.Study study = item.study;
			// What is left out later must not leave a case study with a single item.
			if (study != null && ItemCheck.check(item, "item", new Losses()) != null) {
				members.computeIfAbsent(study, (it) -> new ArrayList<>()).add(item);
			}
		});
		members.forEach((study, items) -> {
			String scenario = ItemCheck.tidy(study.scenario());
			if (items.size() == 1 || scenario.isEmpty() || scenario.length() > LONGEST) {
				items.forEach((item) -> dissolve(item, scenario));
				return;
			}
			String title = Assembly.line(study.title(), 200);
			for (int i = 0; i < items.size(); i++) {
				int part = i / MOST;
				// The last part must not be left with one item.
				if (i % MOST == 0 && i == items.size() - 1 && part > 0) {
					dissolve(items.get(i), scenario);
					continue;
				}
				items.get(i).study = new Draft.Study((part == 0) ? study.id() : study.id() + "-" + (part + 1),
						(title != null) ? title : "Case study", scenario);
			}
			if (items.size() > MOST) {
				this.losses.changed(items.getFirst().spot,
						"more than %d items share the text %s: they have become several case studies".formatted(MOST,
								Losses.quote(study.title())));
			}
		});
	}

	private void dissolve(Draft item, String scenario) {
		item.study = null;
		if (!scenario.isEmpty()) {
			item.stem = scenario + "\n\n" + item.stem;
			this.losses.changed(item.spot,
					"a case study has at least two items and at most %,d characters: the shared text stands before its question now"
						.formatted(LONGEST));
		}
	}

}
