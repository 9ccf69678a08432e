package dev.rehearsal.attempt;

import java.util.Locale;

/** What a sitting is for. */
public enum AttemptMode {

	/**
	 * As in the test centre: nothing is told before the end, and nothing stops the clock.
	 */
	EXAM,

	/**
	 * The same items, and each can be checked at once; may be paused where the blueprint
	 * allows it.
	 */
	PRACTICE,

	/** Items that the candidate chose, each checked at once, without a time limit. */
	DRILL,

	/**
	 * An author's sitting of a pack that is not published: as an exam, and each item can
	 * be checked at once. It is in no history and no statistics, and is deleted
	 * afterwards.
	 */
	TRIAL;

	/**
	 * Whether the key of an item may be shown before the end, once its answer is fixed.
	 * @return false for an exam
	 */
	public boolean showsKeys() {
		return this != EXAM;
	}

	/**
	 * The word for it in addresses and message keys.
	 * @return for example {@code practice}
	 */
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

}
