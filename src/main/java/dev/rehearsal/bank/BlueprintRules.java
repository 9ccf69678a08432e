package dev.rehearsal.bank;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

import org.jspecify.annotations.Nullable;

/** What a blueprint must be beyond its structure, which the schema has checked before. */
final class BlueprintRules {

	private static final int ALL = 100;

	private final YamlNode.Mapping blueprint;

	private final @Nullable Outline outline;

	private final Problems problems;

	BlueprintRules(YamlNode.Mapping blueprint, @Nullable Outline outline, Problems problems) {
		this.blueprint = blueprint;
		this.outline = outline;
		this.problems = problems;
	}

	/** Checks all rules. */
	void check() {
		weights();
		unscored();
		scale();
		dates();
	}

	private void weights() {
		if (!(this.blueprint.get("weights") instanceof YamlNode.Mapping weights)) {
			return;
		}
		int sum = weights.entries().keySet().stream().mapToInt((domain) -> weights.integer(domain, 0)).sum();
		if (sum != ALL) {
			this.problems.add(this.blueprint.placeOf("weights"), Problem.Code.WEIGHTS,
					"the weights add up to %d percent, and they must add up to 100: %s".formatted(sum,
							(sum < ALL) ? "add " + (ALL - sum) : "take away " + (sum - ALL)));
		}
		if (this.outline == null) {
			return;
		}
		for (String domain : weights.entries().keySet()) {
			if (!this.outline.has(domain)) {
				this.problems.add(weights.placeOf(domain), Problem.Code.UNKNOWN_DOMAIN,
						"the pack defines no domain %s%s Defined are: %s".formatted(Words.code(domain),
								Words.meant(domain, this.outline.domains()), Words.list(this.outline.domains())));
			}
		}
	}

	private void unscored() {
		int items = this.blueprint.integer("items", 0);
		int unscored = this.blueprint.integer("unscored", 0);
		if (unscored >= items) {
			this.problems.add(this.blueprint.placeIn("unscored"), Problem.Code.UNSCORED,
					"%d of %d items are unscored, and at least one must be scored: lower `unscored`".formatted(unscored,
							items));
		}
	}

	private void scale() {
		Blueprint.Scale scale = BlueprintReader.scale(this.blueprint);
		if (scale.lowest() >= scale.highest()) {
			this.problems.add(this.blueprint.placeOf("scale"), Problem.Code.SCALE,
					"the scale goes from %d to %d: `lowest` must be less than `highest`".formatted(scale.lowest(),
							scale.highest()));
		}
		else if (scale.cut() < scale.lowest() || scale.cut() > scale.highest()) {
			this.problems.add(this.blueprint.placeOf("scale"), Problem.Code.SCALE,
					"the cut %d is not on the scale from %d to %d: change `cut`".formatted(scale.cut(), scale.lowest(),
							scale.highest()));
		}
	}

	private void dates() {
		if (!(this.blueprint.get("imitates") instanceof YamlNode.Mapping exam)) {
			return;
		}
		LocalDate from = date(exam, "from");
		LocalDate until = date(exam, "until");
		if (from != null && until != null && until.isBefore(from)) {
			this.problems.add(exam.placeIn("until"), Problem.Code.DATE,
					"the exam ends before its first day, %s: change one of the two".formatted(from));
		}
	}

	private @Nullable LocalDate date(YamlNode.Mapping exam, String key) {
		String text = exam.text(key);
		if (text == null) {
			return null;
		}
		try {
			return LocalDate.parse(text);
		}
		catch (DateTimeParseException ex) {
			this.problems.add(exam.placeIn(key), Problem.Code.DATE,
					"there is no day %s: write year-month-day, as in 2026-09-28".formatted(Words.code(text)));
			return null;
		}
	}

}
