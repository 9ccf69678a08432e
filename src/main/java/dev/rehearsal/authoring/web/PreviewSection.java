package dev.rehearsal.authoring.web;

import dev.rehearsal.form.PresentedItem;
import dev.rehearsal.review.ReviewedItem;

/**
 * An item for the fragments of the exam room, not answered yet.
 *
 * @param id the author's
 * @param item as a candidate would see it
 * @param reviewed as the review would show it
 */
public record PreviewSection(String id, PresentedItem item, ReviewedItem reviewed) {

	/**
	 * Whether an option is part of the answer.
	 * @param option the option's id
	 * @return false: nothing is
	 */
	public boolean isChosen(String option) {
		return false;
	}

	/**
	 * What stands in a place of an ordering.
	 * @param place from 0
	 * @return an empty string: nothing does
	 */
	public String placed(int place) {
		return "";
	}

}
