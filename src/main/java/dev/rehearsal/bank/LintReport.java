package dev.rehearsal.bank;

import java.util.List;

/**
 * What the lint measured of a pack: whether its items can be answered without knowing the
 * subject, whether they read well, and whether they are spread as they should be.
 *
 * @param measures in the order in which they are shown
 */
public record LintReport(List<Measure> measures) {

	/**
	 * Whether every measure that was judged is within its target.
	 * @return false if one is not
	 */
	public boolean isClean() {
		return this.measures.stream().noneMatch((measure) -> measure.verdict() == Verdict.MISSED);
	}

	/** What became of a measure. */
	public enum Verdict {

		/** Within its target. */
		MET,
		/** Outside its target. */
		MISSED,
		/** Too few items to say anything, or the pack sets no target. */
		NOT_JUDGED

	}

	/**
	 * Something measured.
	 *
	 * @param id for machines; keeps its meaning for ever
	 * @param what is measured, for people
	 * @param value what was found
	 * @param target what it should be
	 * @param verdict how the two compare
	 * @param findings the items to look at, even where the target is met
	 */
	public record Measure(String id, String what, String value, String target, Verdict verdict,
			List<Finding> findings) {
	}

	/**
	 * An item to look at.
	 *
	 * @param item its id
	 * @param sentence what was found in it
	 */
	public record Finding(String item, String sentence) {
	}

}
