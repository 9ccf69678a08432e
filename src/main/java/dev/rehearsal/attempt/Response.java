package dev.rehearsal.attempt;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What is stored of a candidate's answer to one item.
 *
 * @param position on the form, from 1
 * @param answer as {@code PresentedItem.answer} writes it; empty if blank
 * @param flagged whether the candidate wants to come back
 * @param sequence of the newest save, 0 if there was none
 * @param answeredAt when the answer was given, as far as its browser could tell
 * @param recordedAt when the newest save was acknowledged
 * @param visitedAt when the item was last shown; null if it never was
 * @param checkedAt when the key was shown in practice; the answer stays as it is from
 * then on
 */
public record Response(int position, List<String> answer, boolean flagged, int sequence, @Nullable Instant answeredAt,
		@Nullable Instant recordedAt, @Nullable Instant visitedAt, @Nullable Instant checkedAt) {

	/**
	 * When the answer was given.
	 * @return milliseconds since 1970; null if nobody has answered
	 */
	public @Nullable Long answered() {
		Instant answered = (this.answeredAt != null || this.answer.isEmpty()) ? this.answeredAt : this.recordedAt;
		return (answered != null) ? answered.toEpochMilli() : null;
	}

	/**
	 * The response to an item that was not seen yet.
	 * @param position on the form
	 * @return a blank response
	 */
	public static Response unseen(int position) {
		return new Response(position, List.of(), false, 0, null, null, null, null);
	}

}
