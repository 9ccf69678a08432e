package dev.rehearsal.attempt.web;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import dev.rehearsal.account.CandidateId;
import dev.rehearsal.attempt.Response;
import dev.rehearsal.attempt.Responses;
import dev.rehearsal.attempt.Save;
import dev.rehearsal.attempt.SaveOutcome;
import dev.rehearsal.attempt.Saved;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * Saving a response: the same form, sent by a script that stays on the page or by a plain
 * browser that moves on.
 */
@Controller
@RequestMapping("/attempts/{attemptId}/items/{position}")
class ResponseController {

	private final Clock clock;

	private final Responses responses;

	ResponseController(Clock clock, Responses responses) {
		this.clock = clock;
		this.responses = responses;
	}

	@PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<Acknowledgement> save(@PathVariable UUID attemptId, @PathVariable int position, ResponseForm form,
			@AuthenticationPrincipal CandidateId candidate) {
		Saved saved = this.responses.save(attemptId, candidate, form.save(position), this.clock.instant());
		return ResponseEntity.status(status(saved.outcome())).body(Acknowledgement.of(saved));
	}

	@PostMapping(produces = MediaType.TEXT_HTML_VALUE)
	String saveAndMove(@PathVariable UUID attemptId, @PathVariable int position, ResponseForm form,
			@RequestParam(defaultValue = "") String go, @AuthenticationPrincipal CandidateId candidate) {
		Saved saved = this.responses.save(attemptId, candidate, form.save(position), this.clock.instant());
		String attempt = "redirect:/attempts/" + attemptId;
		return switch (saved.outcome()) {
			case RECORDED, UNCHANGED -> attempt + destination(go, position);
			case OUT_OF_SEQUENCE -> attempt + "/items/" + position + "?notice=" + saved.outcome().code();
			case TOO_LATE, ALREADY_SUBMITTED -> attempt + "/result?late=1";
			case NOT_ON_FORM, NOT_AN_ANSWER -> throw new ResponseStatusException(status(saved.outcome()));
		};
	}

	@PostMapping("/visit")
	ResponseEntity<Void> visit(@PathVariable UUID attemptId, @PathVariable int position,
			@AuthenticationPrincipal CandidateId candidate) {
		SaveOutcome outcome = this.responses.visit(attemptId, candidate, position, this.clock.instant());
		return ResponseEntity.status(outcome.isAcknowledged() ? HttpStatus.NO_CONTENT : status(outcome)).build();
	}

	private static String destination(String go, int position) {
		return switch (go) {
			case "previous" -> "/items/" + Math.max(1, position - 1);
			case "next" -> "/items/" + (position + 1);
			case "overview" -> "/overview";
			default -> "/items/" + position;
		};
	}

	private static HttpStatus status(SaveOutcome outcome) {
		return switch (outcome) {
			case RECORDED, UNCHANGED -> HttpStatus.OK;
			case OUT_OF_SEQUENCE -> HttpStatus.CONFLICT;
			case TOO_LATE, ALREADY_SUBMITTED -> HttpStatus.GONE;
			case NOT_ON_FORM -> HttpStatus.NOT_FOUND;
			case NOT_AN_ANSWER -> HttpStatus.BAD_REQUEST;
		};
	}

	/**
	 * The form of an item.
	 *
	 * @param answer the parts of the answer; none if it is blank
	 * @param flagged the flag as the page shows it
	 * @param toggleFlag whether the flag was pressed
	 * @param clear whether the answer is to be taken back
	 * @param sequence one more than the page last saw
	 */
	record ResponseForm(String @Nullable [] answer, @Nullable Boolean flagged, @Nullable Boolean toggleFlag,
			@Nullable Boolean clear, int sequence) {

		Save save(int position) {
			List<String> parts = (this.answer != null && !Boolean.TRUE.equals(this.clear)) ? Arrays.asList(this.answer)
					: List.of();
			boolean shown = Boolean.TRUE.equals(this.flagged);
			boolean pressed = Boolean.TRUE.equals(this.toggleFlag);
			return new Save(position, parts, shown != pressed, this.sequence);
		}

	}

	/**
	 * What the page is told.
	 *
	 * @param outcome {@link SaveOutcome#code()}
	 * @param sequence of what is stored
	 * @param answer what is stored
	 * @param flagged what is stored
	 * @param recordedAt the server's time of what is stored, ISO 8601
	 */
	record Acknowledgement(String outcome, int sequence, List<String> answer, boolean flagged,
			@Nullable String recordedAt) {

		static Acknowledgement of(Saved saved) {
			Response stored = saved.stored();
			return new Acknowledgement(saved.outcome().code(), stored.sequence(), stored.answer(), stored.flagged(),
					(stored.recordedAt() != null) ? stored.recordedAt().toString() : null);
		}

	}

}
