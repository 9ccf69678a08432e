package dev.rehearsal.attempt;

import java.time.Instant;
import java.util.List;

/**
 * A response that reached the server too late to count.
 *
 * @param position on the form
 * @param answer what it says; empty if it is blank
 * @param arrivedAt when it came
 */
public record LateResponse(int position, List<String> answer, Instant arrivedAt) {
}
