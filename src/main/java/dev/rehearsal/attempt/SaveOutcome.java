package dev.rehearsal.attempt;

import java.util.Locale;

/** All that can happen to a response that a browser sends. */
public enum SaveOutcome {

	/** It is stored durably and will be graded unless a newer one replaces it. */
	RECORDED,

	/** This very response was stored before: the browser sent it twice. */
	UNCHANGED,

	/**
	 * A response with the same or a higher sequence is stored, from another tab or
	 * device; that one stays.
	 */
	OUT_OF_SEQUENCE,

	/**
	 * Given after the deadline, or arrived after its grace. Kept to be told, not counted.
	 */
	TOO_LATE,

	/** The candidate had ended the exam. Kept to be told, not counted. */
	ALREADY_SUBMITTED,

	/** The candidate had given the attempt up. */
	ABANDONED,

	/** Practice has shown the key of the item, so that its answer is fixed. */
	ALREADY_CHECKED,

	/** The form has no such position. */
	NOT_ON_FORM,

	/** These options can't be an answer to this item. */
	NOT_AN_ANSWER;

	/**
	 * Whether the response is stored.
	 * @return true for what may be acknowledged
	 */
	public boolean isAcknowledged() {
		return this == RECORDED || this == UNCHANGED;
	}

	/**
	 * The word for it in JSON and message keys.
	 * @return for example {@code out-of-sequence}
	 */
	public String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
