package dev.rehearsal.attempt.web;

import dev.rehearsal.attempt.AttemptMode;
import org.jspecify.annotations.Nullable;

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
 * @param first whether its first item is shown
 * @param last whether its last item is shown
 * @param flagged whether the item that is shown is flagged
 * @param single whether no other one is on the page
 * @param saved whether it was answered, and says when
 * @param notice what happened before, by its code; null if there is nothing to say
 */
public record RoomPage(String title, boolean drill, AttemptMode mode, boolean pausable, String credited, int total,
		boolean first, boolean last, boolean flagged, boolean single, boolean saved, @Nullable String notice) {

	static RoomPage of(Room.View view, ItemSection shown, boolean single, @Nullable String notice) {
		int total = view.sections().size();
		return new RoomPage(view.plan().title(), view.plan().isDrill(), view.attempt().mode(), view.pausable(),
				view.credited(), total, shown.position() == 1, shown.position() == total, shown.response().flagged(),
				single, single && shown.savedAt() != null, notice);
	}

}
