package dev.rehearsal.bank;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.rehearsal.bank.ItemIds.Declared;
import dev.rehearsal.bank.ItemIds.Enmity;

/** The items that a blueprint names instead of having them drawn. */
final class FixedForm {

	private final YamlNode.Mapping blueprint;

	private final Problems problems;

	private final Map<String, Place> items = new LinkedHashMap<>();

	FixedForm(YamlNode.Mapping blueprint, Problems problems) {
		this.blueprint = blueprint;
		this.problems = problems;
		blueprint.scalars("form").forEach((item) -> this.items.putIfAbsent(item.text().strip(), item.place()));
	}

	/** When all ids are known: checks that they can stand on one form. */
	void check(Map<String, Declared> declared, List<Enmity> enmities) {
		if (declared.isEmpty()) {
			return; // that the pack has no items at all is said elsewhere
		}
		size();
		this.items.forEach((item, place) -> item(item, place, declared));
		wholeCaseStudies(declared);
		for (Enmity enmity : enmities) {
			Place place = this.items.get(enmity.item());
			if (place != null && this.items.containsKey(enmity.enemy())) {
				add(place, "%s and %s are enemies: take one of them off this form".formatted(Words.code(enmity.item()),
						Words.code(enmity.enemy())));
			}
		}
	}

	private void size() {
		int wanted = this.blueprint.integer("items", 0);
		int named = this.blueprint.list("form").size();
		if (wanted != named) {
			add(this.blueprint.placeOf("form"), "the form names %s, and `items` says %d: make them agree"
				.formatted(Words.count(named, "item"), wanted));
		}
	}

	private void item(String item, Place place, Map<String, Declared> declared) {
		Declared known = declared.get(item);
		if (known == null && !this.problems.isUnreadable()) {
			add(place, "the pack has no item %s%s Correct the id, or delete it from the form"
				.formatted(Words.code(item), Words.meant(item, declared.keySet())));
		}
		else if (known != null && !known.isItem()) {
			add(place, "%s is a case study: name its items instead".formatted(Words.code(item)));
		}
	}

	private void wholeCaseStudies(Map<String, Declared> declared) {
		Set<String> touched = new HashSet<>();
		this.items.keySet().forEach((item) -> {
			Declared known = declared.get(item);
			if (known != null && known.caseStudy() != null) {
				touched.add(known.caseStudy());
			}
		});
		Set<String> missing = new LinkedHashSet<>();
		declared.forEach((item, known) -> {
			if (known.caseStudy() != null && touched.contains(known.caseStudy()) && !this.items.containsKey(item)) {
				missing.add(item);
			}
		});
		if (!missing.isEmpty()) {
			add(this.blueprint.placeOf("form"),
					"a case study stands on a form as a whole: add %s".formatted(Words.list(missing)));
		}
	}

	private void add(Place place, String sentence) {
		this.problems.add(place, Problem.Code.FORM, sentence);
	}

}
