package dev.rehearsal.scoring.web;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import dev.rehearsal.account.CandidateId;
import dev.rehearsal.attempt.Attempt;
import dev.rehearsal.attempt.Attempts;
import dev.rehearsal.form.ExamPlan;
import dev.rehearsal.form.Forms;
import dev.rehearsal.scoring.ScoreReport;
import dev.rehearsal.scoring.Scores;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The score page. */
@Controller
class ResultController {

	private final Clock clock;

	private final Attempts attempts;

	private final Forms forms;

	private final Scores scores;

	ResultController(Clock clock, Attempts attempts, Forms forms, Scores scores) {
		this.clock = clock;
		this.attempts = attempts;
		this.forms = forms;
		this.scores = scores;
	}

	@GetMapping("/attempts/{attemptId}/result")
	String result(@PathVariable UUID attemptId, @RequestParam(defaultValue = "0") int late,
			@AuthenticationPrincipal CandidateId candidate, Model model) {
		Attempt attempt = this.attempts.find(attemptId, candidate, this.clock.instant());
		Optional<ScoreReport> report = this.scores.report(attempt);
		if (report.isEmpty()) {
			return "redirect:/attempts/" + attemptId;
		}
		ExamPlan plan = this.forms.plan(attempt.formId());
		model.addAttribute("attempt", attempt);
		model.addAttribute("plan", plan);
		model.addAttribute("report", report.get());
		model.addAttribute("domains", this.scores.domains(attempt, report.get()));
		model.addAttribute("drawing", new ScaleDrawing(plan.scale(), report.get().scaled()));
		model.addAttribute("late", Math.clamp(late, 0, plan.items()));
		model.addAttribute("minutesUsed", attempt.timeUsed().plusSeconds(59).toMinutes());
		return "scoring/result";
	}

}
