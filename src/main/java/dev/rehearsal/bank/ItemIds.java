package dev.rehearsal.bank;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** The ids of a pack's items and case studies, and who names whom an enemy. */
final class ItemIds {

	private final Problems problems;

	private final Map<String, Declared> declared = new LinkedHashMap<>();

	private final List<Enmity> enmities = new ArrayList<>();

	private final List<FixedForm> forms = new ArrayList<>();

	ItemIds(Problems problems) {
		this.problems = problems;
	}

	/** An item or a case study has an id. */
	void declare(YamlNode.Mapping block, boolean isItem, @Nullable String caseStudy) {
		String id = block.text("id");
		if (id == null) {
			return;
		}
		declare(id, new Declared(block.placeIn("id"), isItem, caseStudy));
		for (YamlNode.Scalar enemy : block.scalars("enemies")) {
			this.enmities.add(new Enmity(id, caseStudy, enemy.text().strip(), enemy.place()));
		}
	}

	private void declare(String id, Declared declaration) {
		Declared first = this.declared.putIfAbsent(id, declaration);
		if (first != null) {
			this.problems.add(declaration.place(), Problem.Code.DUPLICATE_ID,
					"the id %s is taken, first in %s: give one of the two another id".formatted(Words.code(id),
							first.place().named()));
		}
	}

	/** A blueprint names items, which may stand in files that have not been read yet. */
	void name(FixedForm form) {
		this.forms.add(form);
	}

	/** What was found in another file stands in the pack too. */
	void merge(ItemIds other) {
		other.declared.forEach(this::declare);
		this.enmities.addAll(other.enmities);
		this.forms.addAll(other.forms);
	}

	/** Where each item and case study says its id. */
	Map<String, Place> places() {
		Map<String, Place> places = new LinkedHashMap<>();
		this.declared.forEach((id, declaration) -> places.put(id, declaration.place()));
		return places;
	}

	/** When all ids are known: checks that what is named is there and fits. */
	void check() {
		this.forms.forEach((form) -> form.check(this.declared, this.enmities));
		for (Enmity enmity : this.enmities) {
			Declared enemy = this.declared.get(enmity.enemy);
			if (enemy == null && !this.problems.isUnreadable()) {
				add(enmity, "the pack has no item %s%s Correct the id, or delete it from the enemies",
						(this.problems.count() < Problems.MOST) ? Words.meant(enmity.enemy, this.declared.keySet())
								: ".");
			}
			else if (enmity.enemy.equals(enmity.item)) {
				add(enmity, "%s is this item itself: an item is no enemy of itself, so delete it%s", "");
			}
			else if (enemy != null && !enemy.isItem) {
				add(enmity, "%s is a case study: name the items of it that are enemies%s", "");
			}
			else if (enemy != null && enemy.caseStudy != null && Objects.equals(enemy.caseStudy, enmity.caseStudy)) {
				add(enmity, "%s belongs to the same case study, whose items always stand together: delete it%s", "");
			}
		}
	}

	private void add(Enmity enmity, String sentence, String meant) {
		this.problems.add(enmity.place, Problem.Code.ENEMY, sentence.formatted(Words.code(enmity.enemy), meant));
	}

	/**
	 * What has an id.
	 *
	 * @param place where
	 * @param isItem false for a case study
	 * @param caseStudy that it belongs to
	 */
	record Declared(Place place, boolean isItem, @Nullable String caseStudy) {
	}

	/**
	 * Who names whom an enemy.
	 *
	 * @param item who
	 * @param caseStudy that it belongs to
	 * @param enemy whom
	 * @param place where
	 */
	record Enmity(String item, @Nullable String caseStudy, String enemy, Place place) {
	}

}
