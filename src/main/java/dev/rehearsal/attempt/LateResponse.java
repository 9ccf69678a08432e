package dev.rehearsal.attempt;

import java.time.Instant;
import java.util.List;

/**
 * A response that reached the server too late to count.
 *
 * @param position on the form
 * @param answer what it says; empty if it is blank
 * @param arrivedAt when it came
 * @param overtaken whether one that was given later had been stored, and counts: it may
 * be a copy that the network had kept back
 */
public record LateResponse(int position, List<String> answer, Instant arrivedAt, boolean overtaken) {
}
