package dev.rehearsal.scoring.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import dev.rehearsal.account.CandidateId;
import dev.rehearsal.attempt.Attempt;
import dev.rehearsal.attempt.AttemptMode;
import dev.rehearsal.attempt.Attempts;
import dev.rehearsal.form.ExamPlan;
import dev.rehearsal.form.Forms;
import dev.rehearsal.scoring.ScoreReport;
import dev.rehearsal.scoring.Scores;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** All attempts of a candidate, and the scores over time. */
@Controller
class HistoryController {

	private final Clock clock;

	private final Attempts attempts;

	private final Forms forms;

	private final Scores scores;

	HistoryController(Clock clock, Attempts attempts, Forms forms, Scores scores) {
		this.clock = clock;
		this.attempts = attempts;
		this.forms = forms;
		this.scores = scores;
	}

	@GetMapping("/history")
	String history(@AuthenticationPrincipal CandidateId candidate, Model model) {
		List<Attempt> attempts = this.attempts.of(candidate, this.clock.instant());
		Map<UUID, ScoreReport> reports = this.scores.reports(attempts);
		Map<UUID, ExamPlan> plans = this.forms.plans(attempts.stream().map(Attempt::formId).toList());
		List<HistoryRow> rows = attempts.stream()
			.map((attempt) -> new HistoryRow(attempt, Objects.requireNonNull(plans.get(attempt.formId())),
					reports.get(attempt.getId())))
			.toList();
		List<HistoryRow> scored = rows.reversed()
			.stream()
			.filter((row) -> row.report() != null && row.attempt().mode() == AttemptMode.EXAM)
			.toList();
		model.addAttribute("rows", rows);
		model.addAttribute("chart", scored.isEmpty() ? null : HistoryChart.of(scored));
		return "scoring/history";
	}

}
