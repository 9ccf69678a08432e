package dev.rehearsal.attempt.web;

import dev.rehearsal.attempt.AttemptMode;

/**
 * What the room of one exam has in common with others: all that its page depends on
 * besides texts that are filled in.
 *
 * @param title of the exam
 * @param drill whether it has no clock
 * @param mode in which it is sat
 * @param pausable whether the clock may be stopped
 * @param credited time that was given back after outages, in words; empty if none was
 * @param total how many items it has
 * @param position of the item that is shown
 * @param flagged whether that one is flagged
 * @param single whether no other one is on the page
 */
public record RoomPage(String title, boolean drill, AttemptMode mode, boolean pausable, String credited, int total,
		int position, boolean flagged, boolean single) {

	static RoomPage of(Room.View view, int position, boolean single) {
		return new RoomPage(view.plan().title(), view.plan().isDrill(), view.attempt().mode(), view.pausable(),
				view.credited(), view.sections().size(), position,
				view.sections().get(position - 1).response().flagged(), single);
	}

}
