package dev.rehearsal.attempt;

/**
 * How a candidate wants to sit an exam.
 *
 * @param mode what it is for
 * @param extraTime the accommodation
 */
public record Terms(AttemptMode mode, ExtraTime extraTime) {

	/** As in the test centre. */
	public static final Terms EXAM = new Terms(AttemptMode.EXAM, ExtraTime.NONE);

}
