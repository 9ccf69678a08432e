package dev.rehearsal.attempt;

/**
 * Where an attempt is in its life. It leaves {@link #IN_PROGRESS} once and never comes
 * back.
 */
public enum AttemptState {

	/** Responses are accepted until the deadline; items may be shown, keys may not. */
	IN_PROGRESS,

	/**
	 * The candidate ended it: nothing is accepted any more, score and review are open.
	 */
	SUBMITTED,

	/** The deadline ended it: as {@link #SUBMITTED}. */
	TIME_UP

}
