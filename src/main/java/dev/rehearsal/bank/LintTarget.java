package dev.rehearsal.bank;

import java.util.List;
import java.util.Locale;

import dev.rehearsal.bank.LintReport.Finding;
import dev.rehearsal.bank.LintReport.Measure;
import dev.rehearsal.bank.LintReport.Verdict;

/**
 * Where a measure should lie.
 *
 * @param lowest the least that is fine
 * @param highest the most that is fine
 * @param unit for people: {@code %}, a word, or nothing
 */
record LintTarget(double lowest, double highest, String unit) {

	/** Below this many items a share is chance. */
	static final int ENOUGH = 30;

	static LintTarget percent(double lowest, double highest) {
		return new LintTarget(lowest, highest, "%");
	}

	static LintTarget atMostPercent(double highest) {
		return percent(0, highest);
	}

	static LintTarget atLeastPercent(double lowest) {
		return percent(lowest, 100);
	}

	/** No item at all. */
	static LintTarget none() {
		return new LintTarget(0, 0, " items");
	}

	/**
	 * A measure of items that should not exist: each is one too many.
	 */
	static Measure none(String id, String what, List<Finding> findings) {
		return none().measure(id, what, findings.size(), Integer.MAX_VALUE, findings);
	}

	/**
	 * Compares what was found with the target.
	 * @param base how many items or options it was computed from
	 */
	Measure measure(String id, String what, double value, int base, List<Finding> findings) {
		Verdict verdict = (base < ENOUGH) ? Verdict.NOT_JUDGED : holds(value) ? Verdict.MET : Verdict.MISSED;
		return new Measure(id, what, (base == 0) ? "–" : number(value) + this.unit, toString(), verdict,
				List.copyOf(findings));
	}

	private boolean holds(double value) {
		// What is shown is what is judged.
		double shown = Math.round(value * 100) / 100.0;
		return shown >= this.lowest && shown <= this.highest;
	}

	@Override
	public String toString() {
		if (this.highest == 0) {
			return "none";
		}
		if (this.lowest == 0) {
			return "at most " + number(this.highest) + this.unit;
		}
		if (this.highest == 100 && "%".equals(this.unit)) {
			return (this.lowest == 100) ? "all" : "at least " + number(this.lowest) + this.unit;
		}
		return number(this.lowest) + " to " + number(this.highest) + this.unit;
	}

	static String number(double value) {
		String digits = String.format(Locale.ROOT, "%.2f", value);
		return digits.contains(".") ? digits.replaceAll("0+$", "").replaceAll("\\.$", "") : digits;
	}

	static double share(long part, long whole) {
		return (whole == 0) ? 0 : 100.0 * part / whole;
	}

}
