package dev.rehearsal.attempt;

/**
 * What became of a response.
 *
 * @param outcome what happened
 * @param stored what is stored now
 */
public record Saved(SaveOutcome outcome, Response stored) {
}
