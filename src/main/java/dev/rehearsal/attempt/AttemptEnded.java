package dev.rehearsal.attempt;

/**
 * An attempt has just ended. Published in the transaction that ends it, so that what must
 * happen with it happens together or not at all.
 *
 * @param attempt the attempt
 */
public record AttemptEnded(Attempt attempt) {
}
