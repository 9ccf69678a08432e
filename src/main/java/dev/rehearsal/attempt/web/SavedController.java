package dev.rehearsal.attempt.web;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import dev.rehearsal.account.CandidateId;
import dev.rehearsal.attempt.Annotation;
import dev.rehearsal.attempt.Annotations;
import dev.rehearsal.attempt.Attempt;
import dev.rehearsal.attempt.Attempts;
import dev.rehearsal.attempt.Response;
import dev.rehearsal.attempt.Responses;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/** What is stored of an attempt, for a page that hears that another one has saved. */
@Controller
class SavedController {

	private final Clock clock;

	private final Attempts attempts;

	private final Responses responses;

	private final Annotations annotations;

	SavedController(Clock clock, Attempts attempts, Responses responses, Annotations annotations) {
		this.clock = clock;
		this.attempts = attempts;
		this.responses = responses;
		this.annotations = annotations;
	}

	@GetMapping("/attempts/{attemptId}/saved")
	@ResponseBody
	Stored saved(@PathVariable UUID attemptId, @AuthenticationPrincipal CandidateId candidate) {
		Attempt attempt = this.attempts.find(attemptId, candidate, this.clock.instant());
		return new Stored(this.responses.of(attempt)
			.values()
			.stream()
			.filter((response) -> response.sequence() > 0)
			.map(Answer::of)
			.toList(), List.copyOf(this.annotations.of(attempt).values()));
	}

	/**
	 * All of it.
	 *
	 * @param answers of the items that have one, or a flag
	 * @param notes of the items that have any
	 */
	record Stored(List<Answer> answers, List<Annotation> notes) {
	}

	/**
	 * What is stored of an item.
	 *
	 * @param position on the form
	 * @param sequence of the newest save
	 * @param answer what is stored
	 * @param flagged whether the candidate wants to come back
	 * @param answered when the answer was given, milliseconds since 1970
	 */
	record Answer(int position, int sequence, List<String> answer, boolean flagged, @Nullable Long answered) {

		static Answer of(Response response) {
			return new Answer(response.position(), response.sequence(), response.answer(), response.flagged(),
					response.answered());
		}

	}

}
