package dev.rehearsal.review;

import dev.rehearsal.form.PresentedItem;
import org.jspecify.annotations.Nullable;

/**
 * An item for its author: as a candidate sees it before answering, and as the review
 * shows it. For the template of an item's controls it is a section of an exam that nobody
 * has touched.
 *
 * @param id the item's id in the pack
 * @param topic its topic, if the pack names one
 * @param item what a candidate sees
 * @param reviewed what the review shows
 */
public record PreviewedItem(String id, @Nullable String topic, PresentedItem item, ReviewedItem reviewed) {

	/**
	 * Nobody has checked an answer.
	 * @return false
	 */
	public boolean isChecked() {
		return false;
	}

	/**
	 * Nothing is chosen.
	 * @param option the option's id
	 * @return false
	 */
	public boolean isChosen(String option) {
		return false;
	}

	/**
	 * Nothing is struck out.
	 * @param option the option's id
	 * @return false
	 */
	public boolean isStruck(String option) {
		return false;
	}

	/**
	 * Nothing is placed.
	 * @param place from 0
	 * @return an empty string
	 */
	public String placed(int place) {
		return "";
	}

}
