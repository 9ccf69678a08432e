package dev.rehearsal.attempt;

import java.util.Locale;

import dev.rehearsal.form.PresentedItem;

/**
 * How far a candidate is with an item, as the navigator and the review screen list it.
 */
public enum ItemStatus {

	/** Never shown. */
	UNSEEN,

	/** Shown, but the answer is blank or lacks a part. */
	INCOMPLETE,

	/** Nothing is missing from the answer. */
	ANSWERED;

	/**
	 * The status of an item.
	 * @param item the item
	 * @param response what is stored for it
	 * @return how far the candidate is
	 */
	public static ItemStatus of(PresentedItem item, Response response) {
		if (item.isComplete(response.answer())) {
			return ANSWERED;
		}
		return (response.visitedAt() != null) ? INCOMPLETE : UNSEEN;
	}

	/**
	 * The word for it in message keys and style classes.
	 * @return for example {@code unseen}
	 */
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

}
