package dev.rehearsal.attempt.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import dev.rehearsal.attempt.Annotation;
import dev.rehearsal.attempt.ItemStatus;
import dev.rehearsal.attempt.Response;
import dev.rehearsal.form.PresentedItem;
import org.jspecify.annotations.Nullable;

/**
 * One item in the exam room, with what the candidate has answered so far.
 *
 * @param item what the candidate may see
 * @param response what is stored
 * @param annotation what they made of it for themselves
 */
public record ItemSection(PresentedItem item, Response response, Annotation annotation) {

	/**
	 * Where the item stands.
	 * @return from 1
	 */
	public int position() {
		return this.item.position();
	}

	/**
	 * How far the candidate is.
	 * @return the status
	 */
	public ItemStatus status() {
		return ItemStatus.of(this.item, this.response);
	}

	/**
	 * The sequence that the next save from this page carries.
	 * @return from 1
	 */
	public int nextSequence() {
		return this.response.sequence() + 1;
	}

	/**
	 * Whether practice has shown the key, so that the answer is fixed.
	 * @return false in an exam
	 */
	public boolean isChecked() {
		return this.response.checkedAt() != null;
	}

	/**
	 * When the answer was saved.
	 * @return in UTC; null if none was
	 */
	public @Nullable OffsetDateTime savedAt() {
		Instant savedAt = this.response.recordedAt();
		return (savedAt != null) ? savedAt.atOffset(ZoneOffset.UTC) : null;
	}

	/**
	 * Whether an option is part of the answer.
	 * @param option the option's id
	 * @return whether it is chosen
	 */
	public boolean isChosen(String option) {
		return this.response.answer().contains(option);
	}

	/**
	 * Whether the candidate has struck an option out.
	 * @param option the option's id
	 * @return whether it is struck out
	 */
	public boolean isStruck(String option) {
		return this.annotation.isStruck(option);
	}

	/**
	 * What stands in a place of an ordering.
	 * @param place from 0
	 * @return the option's id, or an empty string
	 */
	public String placed(int place) {
		return (place < this.response.answer().size()) ? this.response.answer().get(place) : "";
	}

}
