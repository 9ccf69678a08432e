package dev.rehearsal.attempt;

/**
 * Where an attempt is in its life. It leaves {@link #IN_PROGRESS} once and never comes
 * back.
 */
public enum AttemptState {

	/**
	 * Responses are accepted that are given before the deadline; items may be shown, keys
	 * may not (but for items that were checked in practice).
	 */
	IN_PROGRESS,

	/**
	 * The candidate ended it: nothing is accepted any more, score and review are open.
	 */
	SUBMITTED,

	/** The deadline ended it: as {@link #SUBMITTED}. */
	TIME_UP,

	/** The candidate gave it up: nothing is accepted any more, and there is no score. */
	ABANDONED

}
