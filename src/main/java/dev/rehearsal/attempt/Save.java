package dev.rehearsal.attempt;

import java.time.Instant;
import java.util.List;

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
 */
public record Save(int position, List<String> answer, boolean flagged, int sequence, int base, Instant givenAt) {

	Save withAnswer(List<String> written) {
		return new Save(this.position, written, this.flagged, this.sequence, this.base, this.givenAt);
	}

}
