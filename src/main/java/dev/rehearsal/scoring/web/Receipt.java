package dev.rehearsal.scoring.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.rehearsal.attempt.Response;
import dev.rehearsal.form.PresentedItem;
import dev.rehearsal.form.PresentedItem.Choice;
import org.jspecify.annotations.Nullable;

/**
 * What the server acknowledged of an item.
 *
 * @param position on the form
 * @param answer in words, part by part; empty if it was left blank
 * @param ordered whether the order of the parts is the answer
 * @param sequence of the newest acknowledged save; 0 if there was none
 * @param recordedAt when it was acknowledged, in UTC
 * @param graded whether this very save was graded
 */
public record Receipt(int position, List<String> answer, boolean ordered, int sequence,
		@Nullable OffsetDateTime recordedAt, boolean graded) {

	static Receipt of(PresentedItem item, Response response, int gradedSequence) {
		Instant recorded = response.recordedAt();
		return new Receipt(item.position(), words(item, response.answer()), item.type().equals("ordering"),
				response.sequence(), (recorded != null) ? recorded.atOffset(ZoneOffset.UTC) : null,
				response.sequence() == gradedSequence);
	}

	static List<String> words(PresentedItem item, List<String> answer) {
		Map<String, String> options = plain(item.options());
		Map<String, String> prompts = plain(item.prompts());
		return answer.stream().map((part) -> {
			int colon = part.indexOf(':');
			return (colon < 0) ? options.getOrDefault(part, "–")
					: prompts.get(part.substring(0, colon)) + " → " + options.get(part.substring(colon + 1));
		}).toList();
	}

	private static Map<String, String> plain(List<Choice> choices) {
		return choices.stream().collect(Collectors.toMap(Choice::id, Choice::plain));
	}

}
