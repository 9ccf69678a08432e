package dev.rehearsal.attempt;

import java.util.List;

/**
 * What a browser asks to store.
 *
 * @param position on the form
 * @param answer as the browser writes it
 * @param flagged whether the candidate wants to come back
 * @param sequence one more than the sequence that the browser last saw of this item
 */
public record Save(int position, List<String> answer, boolean flagged, int sequence) {
}
