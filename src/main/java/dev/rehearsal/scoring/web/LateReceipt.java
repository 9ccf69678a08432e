package dev.rehearsal.scoring.web;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import dev.rehearsal.attempt.LateResponse;
import dev.rehearsal.form.PresentedItem;

/**
 * What reached the server when nothing could be counted any more.
 *
 * @param position on the form
 * @param answer in words, part by part; empty if it was blank
 * @param ordered whether the order of the parts is the answer
 * @param arrivedAt when it came, in UTC
 * @param overtaken whether one that was given later had been stored, and counts
 */
public record LateReceipt(int position, List<String> answer, boolean ordered, OffsetDateTime arrivedAt,
		boolean overtaken) {

	static LateReceipt of(PresentedItem item, LateResponse late) {
		return new LateReceipt(item.position(), Receipt.words(item, late.answer()), item.type().equals("ordering"),
				late.arrivedAt().atOffset(ZoneOffset.UTC), late.overtaken());
	}

}
