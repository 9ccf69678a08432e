package dev.rehearsal.attempt.web;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import dev.rehearsal.account.CandidateId;
import dev.rehearsal.attempt.Annotation;
import dev.rehearsal.attempt.Annotations;
import dev.rehearsal.attempt.Attempt;
import dev.rehearsal.attempt.Attempts;
import dev.rehearsal.attempt.ItemReports;
import dev.rehearsal.attempt.SaveOutcome;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Notes, strike-outs and highlights of an item, and reports of it to its author. */
@Controller
@RequestMapping("/attempts/{attemptId}/items/{position}")
class AnnotationController {

	private final Clock clock;

	private final Attempts attempts;

	private final Annotations annotations;

	private final ItemReports reports;

	AnnotationController(Clock clock, Attempts attempts, Annotations annotations, ItemReports reports) {
		this.clock = clock;
		this.attempts = attempts;
		this.annotations = annotations;
		this.reports = reports;
	}

	@PostMapping(path = "/notes", produces = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<Kept> keep(@PathVariable UUID attemptId, @PathVariable int position, NotesForm form,
			@AuthenticationPrincipal CandidateId candidate) {
		Instant now = this.clock.instant();
		Attempt attempt = this.attempts.find(attemptId, candidate, now);
		SaveOutcome outcome = this.annotations.save(attempt, form.annotation(position), form.buildsOn(), now);
		Annotation stored = (outcome == SaveOutcome.OUT_OF_SEQUENCE)
				? this.annotations.of(attempt).getOrDefault(position, Annotation.none(position))
				: form.annotation(position);
		return ResponseEntity.status(ResponseController.status(outcome)).body(new Kept(outcome.code(), stored));
	}

	@GetMapping("/report")
	String report(@PathVariable UUID attemptId, @PathVariable int position,
			@AuthenticationPrincipal CandidateId candidate, Model model) {
		return reportPage(this.attempts.find(attemptId, candidate, this.clock.instant()), position, "", model);
	}

	@PostMapping(path = "/report", produces = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<Told> tell(@PathVariable UUID attemptId, @PathVariable int position, @RequestParam UUID id,
			@RequestParam String text, @AuthenticationPrincipal CandidateId candidate) {
		Instant now = this.clock.instant();
		SaveOutcome outcome = this.reports.report(this.attempts.find(attemptId, candidate, now), position, id, text,
				now);
		return ResponseEntity.status(ResponseController.status(outcome)).body(new Told(outcome.code()));
	}

	/** Also for those who do not say what they accept. */
	@PostMapping("/report")
	String tellAndStay(@PathVariable UUID attemptId, @PathVariable int position, @RequestParam UUID id,
			@RequestParam String text, @AuthenticationPrincipal CandidateId candidate, Model model) {
		Instant now = this.clock.instant();
		Attempt attempt = this.attempts.find(attemptId, candidate, now);
		SaveOutcome outcome = this.reports.report(attempt, position, id, text, now);
		if (outcome == SaveOutcome.NOT_ON_FORM) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		model.addAttribute("told", outcome.isAcknowledged());
		return reportPage(attempt, position, outcome.isAcknowledged() ? "" : text, model);
	}

	private static String reportPage(Attempt attempt, int position, String text, Model model) {
		model.addAttribute("attempt", attempt);
		model.addAttribute("position", position);
		model.addAttribute("text", text);
		model.addAttribute("id", UUID.randomUUID());
		return "attempt/report";
	}

	/**
	 * What the page is told.
	 *
	 * @param outcome {@link SaveOutcome#code()}
	 * @param stored what is stored now
	 */
	record Kept(String outcome, Annotation stored) {
	}

	/**
	 * What the page is told of a report.
	 *
	 * @param outcome {@link SaveOutcome#code()}
	 */
	record Told(String outcome) {
	}

}
