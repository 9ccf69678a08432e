package dev.rehearsal.attempt;

import java.time.Instant;
import java.util.List;

/**
 * What a browser asks to store.
 *
 * @param position on the form
 * @param answer as the browser writes it
 * @param flagged whether the candidate wants to come back
 * @param sequence one more than the sequence that the browser last saw of this item
 * @param givenAt when the candidate gave it, as far as the browser can tell; not after
 * the time at which it arrives
 */
public record Save(int position, List<String> answer, boolean flagged, int sequence, Instant givenAt) {

	Save withAnswer(List<String> written) {
		return new Save(this.position, written, this.flagged, this.sequence, this.givenAt);
	}

}
