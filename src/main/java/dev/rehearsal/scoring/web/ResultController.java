package dev.rehearsal.scoring.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import dev.rehearsal.account.CandidateId;
import dev.rehearsal.attempt.Attempt;
import dev.rehearsal.attempt.AttemptState;
import dev.rehearsal.attempt.Attempts;
import dev.rehearsal.attempt.CreditedTime;
import dev.rehearsal.attempt.LateResponse;
import dev.rehearsal.attempt.Responses;
import dev.rehearsal.form.ExamPlan;
import dev.rehearsal.form.Forms;
import dev.rehearsal.scoring.ScoreReport;
import dev.rehearsal.scoring.Scores;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The score page. */
@Controller
class ResultController {

	private final Clock clock;

	private final Attempts attempts;

	private final Forms forms;

	private final Scores scores;

	private final Responses responses;

	ResultController(Clock clock, Attempts attempts, Forms forms, Scores scores, Responses responses) {
		this.responses = responses;
		this.clock = clock;
		this.attempts = attempts;
		this.forms = forms;
		this.scores = scores;
	}

	@GetMapping("/attempts/{attemptId}/result")
	String result(@PathVariable UUID attemptId, @AuthenticationPrincipal CandidateId candidate, Model model) {
		Instant now = this.clock.instant();
		Attempt attempt = this.attempts.find(attemptId, candidate, now);
		Optional<ScoreReport> report = this.scores.report(attempt);
		if (report.isEmpty()) {
			return (attempt.state() == AttemptState.ABANDONED) ? "redirect:/?abandoned=" + attemptId
					: "redirect:/attempts/" + attemptId;
		}
		ExamPlan plan = this.forms.plan(attempt.formId());
		model.addAttribute("now", now.toEpochMilli());
		model.addAttribute("attempt", attempt);
		model.addAttribute("plan", plan);
		model.addAttribute("report", report.get());
		model.addAttribute("domains", this.scores.domains(attempt, report.get()));
		model.addAttribute("drawing", new ScaleDrawing(plan.scale(), report.get().scaled()));
		Map<Boolean, List<LateResponse>> late = this.responses.late(attempt)
			.stream()
			.collect(Collectors.partitioningBy(LateResponse::overtaken));
		model.addAttribute("late", late.get(false));
		model.addAttribute("overtaken", late.get(true));
		model.addAttribute("minutesUsed", attempt.timeUsed().plusSeconds(59).toMinutes());
		Duration limit = Duration.ofMinutes(plan.minutes());
		model.addAttribute("minutes", limit.plus(attempt.extraTime().on(limit)).toMinutes());
		model.addAttribute("credited", plan.isDrill() ? "" : CreditedTime.words(attempt.credited()));
		return "scoring/result";
	}

}
