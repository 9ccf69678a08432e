package dev.rehearsal.attempt;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a browser asks to store.
 *
 * @param position on the form
 * @param answer as the browser writes it
 * @param flagged whether the candidate wants to come back
 * @param sequence of this save
 * @param base sequence of the stored one that it builds on, less than its own: a newer
 * one is not replaced
 * @param givenAt when the candidate gave it, as far as the browser can tell; not after
 * the time at which it arrives
 * @param answeredAt when its answer was given, which may have been before a flag was;
 * null if that is not known
 */
public record Save(int position, List<String> answer, boolean flagged, int sequence, int base, Instant givenAt,
		@Nullable Instant answeredAt) {

	Save withAnswer(List<String> written) {
		return new Save(this.position, written, this.flagged, this.sequence, this.base, this.givenAt, this.answeredAt);
	}

}
