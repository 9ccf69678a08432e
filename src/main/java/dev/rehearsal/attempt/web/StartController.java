package dev.rehearsal.attempt.web;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;

import dev.rehearsal.account.CandidateId;
import dev.rehearsal.attempt.Attempt;
import dev.rehearsal.attempt.AttemptMode;
import dev.rehearsal.attempt.Attempts;
import dev.rehearsal.attempt.ExtraTime;
import dev.rehearsal.attempt.Terms;
import dev.rehearsal.form.BlueprintNotFilledException;
import dev.rehearsal.form.ExamPlan;
import dev.rehearsal.form.Exams;
import dev.rehearsal.shared.PageParts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.server.ResponseStatusException;

/** The start screen, which says the rules, and its button. */
@Controller
class StartController {

	private static final Logger log = LoggerFactory.getLogger(StartController.class);

	private final Clock clock;

	private final SecureRandom random = new SecureRandom();

	private final Exams exams;

	private final Attempts attempts;

	StartController(Clock clock, Exams exams, Attempts attempts) {
		this.clock = clock;
		this.exams = exams;
		this.attempts = attempts;
	}

	@GetMapping("/exams/{pack}/{blueprint}")
	String rules(@PathVariable String pack, @PathVariable String blueprint, Model model) {
		new PageParts(plan(pack, blueprint), Map.of()).addTo(model);
		return "attempt/start";
	}

	@PostMapping("/exams/{pack}/{blueprint}")
	String start(@PathVariable String pack, @PathVariable String blueprint,
			@RequestParam(defaultValue = "exam") String mode, @RequestParam(defaultValue = "none") String extraTime,
			@AuthenticationPrincipal CandidateId candidate) {
		Terms terms = new Terms("practice".equals(mode) ? AttemptMode.PRACTICE : AttemptMode.EXAM,
				ExtraTime.of(extraTime));
		Attempt attempt = this.attempts.start(candidate, plan(pack, blueprint), terms, this.clock.instant(),
				this.random.nextLong());
		return "redirect:/attempts/" + attempt.getId();
	}

	private ExamPlan plan(String pack, String blueprint) {
		return this.exams.find(pack, blueprint).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	@ExceptionHandler
	@ResponseStatus(HttpStatus.CONFLICT)
	String notFilled(BlueprintNotFilledException ex, Model model) {
		log.warn(ex.getMessage());
		model.addAttribute("shortages", ex.shortages());
		return "attempt/not-filled";
	}

}
