package dev.rehearsal.attempt.web;

/**
 * How an item is shown on its page.
 *
 * @param total how many items the form has
 * @param practice whether answers can be checked
 * @param hidden whether another item of the page is shown
 * @param single whether no other item is on the page, which works without scripts then
 * @param notesOpen whether the notes were asked for
 */
public record Shown(int total, boolean practice, boolean hidden, boolean single, boolean notesOpen) {
}
