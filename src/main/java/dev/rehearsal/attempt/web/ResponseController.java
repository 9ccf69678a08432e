package dev.rehearsal.attempt.web;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.rehearsal.account.CandidateId;
import dev.rehearsal.attempt.Annotation;
import dev.rehearsal.attempt.Annotations;
import dev.rehearsal.attempt.Attempt;
import dev.rehearsal.attempt.Attempts;
import dev.rehearsal.attempt.Response;
import dev.rehearsal.attempt.Responses;
import dev.rehearsal.attempt.Save;
import dev.rehearsal.attempt.SaveOutcome;
import dev.rehearsal.attempt.Saved;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

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

	private final Attempts attempts;

	private final Responses responses;

	private final Annotations annotations;

	private final JsonMapper json;

	ResponseController(Clock clock, Attempts attempts, Responses responses, Annotations annotations, JsonMapper json) {
		this.annotations = annotations;
		this.json = json;
		this.clock = clock;
		this.attempts = attempts;
		this.responses = responses;
	}

	/** Written as it is: to choose a converter would cost more than what it does. */
	@PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
	void save(@PathVariable UUID attemptId, @PathVariable int position, HttpServletRequest request,
			HttpServletResponse response, @AuthenticationPrincipal CandidateId candidate) throws IOException {
		Saved saved = save(attemptId, candidate, position, request);
		byte[] acknowledgement = this.json.writeValueAsBytes(Acknowledgement.of(saved));
		response.setStatus(status(saved.outcome()).value());
		response.setContentType(MediaType.APPLICATION_JSON_VALUE);
		response.setContentLength(acknowledgement.length);
		response.getOutputStream().write(acknowledgement);
	}

	/** Also for those who do not say what they accept: a form is what pages offer. */
	@PostMapping
	String saveAndMove(@PathVariable UUID attemptId, @PathVariable int position, HttpServletRequest request,
			@RequestParam(defaultValue = "") String go, @AuthenticationPrincipal CandidateId candidate) {
		Saved saved = save(attemptId, candidate, position, request);
		String notes = noticeOfNotes(attemptId, candidate, position, request);
		String attempt = "redirect:/attempts/" + attemptId;
		String item = attempt + "/items/" + position;
		return switch (saved.outcome()) {
			case RECORDED, UNCHANGED -> {
				if (notes.startsWith("notes-")) {
					yield item + "?notice=" + notes;
				}
				yield attempt + ("check".equals(go) ? checked(attemptId, position, candidate)
						: destination(go, position, this.responses.isLast(attemptId, candidate, position),
								this.responses.isUnfinished(attemptId, candidate, saved.stored())));
			}
			case OUT_OF_SEQUENCE ->
				item + "?notice=" + (notes.equals("notes-too-long") ? notes : saved.outcome().code());
			case ALREADY_CHECKED -> "report".equals(go) ? item + "/report"
					: item + "?notice=" + (notes.isEmpty() ? saved.outcome().code() : notes);
			case TOO_LATE, ALREADY_SUBMITTED -> attempt + "/result";
			case ABANDONED -> attempt;
			case NOT_ON_FORM, NOT_AN_ANSWER -> throw new ResponseStatusException(status(saved.outcome()));
		};
	}

	/** Practice: fixes the answer that is stored, so that its key may be shown. */
	@PostMapping("/check")
	ResponseEntity<Void> check(@PathVariable UUID attemptId, @PathVariable int position,
			@AuthenticationPrincipal CandidateId candidate) {
		boolean checked = check(attemptId, candidate, position);
		return ResponseEntity.status(checked ? HttpStatus.NO_CONTENT : HttpStatus.CONFLICT).build();
	}

	private String checked(UUID attemptId, int position, CandidateId candidate) {
		return "/items/" + position + (check(attemptId, candidate, position) ? "/solution" : "?notice=incomplete");
	}

	private boolean check(UUID attemptId, CandidateId candidate, int position) {
		Instant now = this.clock.instant();
		return this.responses.check(this.attempts.find(attemptId, candidate, now), position, now);
	}

	@PostMapping("/visit")
	ResponseEntity<Void> visit(@PathVariable UUID attemptId, @PathVariable int position,
			@AuthenticationPrincipal CandidateId candidate) {
		SaveOutcome outcome = this.responses.visit(attemptId, candidate, position, this.clock.instant());
		return ResponseEntity.status(outcome.isAcknowledged() ? HttpStatus.NO_CONTENT : status(outcome)).build();
	}

	private Saved save(UUID attemptId, CandidateId candidate, int position, HttpServletRequest request) {
		Instant now = this.clock.instant();
		return this.responses.save(attemptId, candidate, ResponseForm.read(request).save(position, now), now);
	}

	/**
	 * Saves what a page had that shows the notes too. The result says what is to be said
	 * of that, if anything.
	 */
	private String noticeOfNotes(UUID attemptId, CandidateId candidate, int position, HttpServletRequest request) {
		Optional<NotesForm> form = NotesForm.besides(request);
		if (form.isEmpty()) {
			return "";
		}
		Instant now = this.clock.instant();
		Attempt attempt = this.attempts.find(attemptId, candidate, now);
		Annotation annotation = form.get().annotation(position);
		SaveOutcome outcome = this.annotations.saveIfChanged(attempt, annotation, now);
		return switch (outcome) {
			case RECORDED -> "note-saved";
			case OUT_OF_SEQUENCE -> this.annotations.add(attempt, annotation, now) ? "notes-joined" : "notes-too-long";
			case NOT_AN_ANSWER -> throw new ResponseStatusException(status(outcome));
			default -> "";
		};
	}

	private static String destination(String go, int position, boolean last, boolean unfinished) {
		String left = unfinished ? "?notice=left-unfinished" : "";
		return switch (go) {
			case "previous" -> "/items/" + Math.max(1, position - 1) + left;
			case "next" -> last ? "/overview" : "/items/" + (position + 1) + left;
			case "overview" -> "/overview";
			case "notes" -> "/items/" + position + "?notes=true";
			case "report" -> "/items/" + position + "/report";
			default -> "/items/" + position + "?notice=" + (unfinished ? "unfinished" : "saved");
		};
	}

	static HttpStatus status(SaveOutcome outcome) {
		return switch (outcome) {
			case RECORDED, UNCHANGED -> HttpStatus.OK;
			case OUT_OF_SEQUENCE, ALREADY_CHECKED -> HttpStatus.CONFLICT;
			case TOO_LATE, ALREADY_SUBMITTED, ABANDONED -> HttpStatus.GONE;
			case NOT_ON_FORM -> HttpStatus.NOT_FOUND;
			case NOT_AN_ANSWER -> HttpStatus.BAD_REQUEST;
		};
	}

	/**
	 * What the page is told.
	 *
	 * @param outcome {@link SaveOutcome#code()}
	 * @param sequence of what is stored
	 * @param answer what is stored
	 * @param flagged what is stored
	 * @param answered when the answer was given, milliseconds since 1970; null if there
	 * is none
	 * @param recordedAt the server's time of what is stored, ISO 8601
	 */
	record Acknowledgement(String outcome, int sequence, List<String> answer, boolean flagged, @Nullable Long answered,
			@Nullable String recordedAt) {

		static Acknowledgement of(Saved saved) {
			Response stored = saved.stored();
			return new Acknowledgement(saved.outcome().code(), stored.sequence(), stored.answer(), stored.flagged(),
					stored.answered(), (stored.recordedAt() != null) ? stored.recordedAt().toString() : null);
		}

	}

}
