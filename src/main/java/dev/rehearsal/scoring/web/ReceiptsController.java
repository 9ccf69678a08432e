package dev.rehearsal.scoring.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import dev.rehearsal.account.CandidateId;
import dev.rehearsal.attempt.Attempt;
import dev.rehearsal.attempt.Attempts;
import dev.rehearsal.attempt.Response;
import dev.rehearsal.attempt.Responses;
import dev.rehearsal.form.Forms;
import dev.rehearsal.form.PresentedItem;
import dev.rehearsal.scoring.ScoreReport;
import dev.rehearsal.scoring.Scores;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What was acknowledged of each item, and when, and that this is what was graded. */
@Controller
class ReceiptsController {

	private final Clock clock;

	private final Attempts attempts;

	private final Forms forms;

	private final Responses responses;

	private final Scores scores;

	ReceiptsController(Clock clock, Attempts attempts, Forms forms, Responses responses, Scores scores) {
		this.clock = clock;
		this.attempts = attempts;
		this.forms = forms;
		this.responses = responses;
		this.scores = scores;
	}

	@GetMapping("/attempts/{attemptId}/receipts")
	String receipts(@PathVariable UUID attemptId, @AuthenticationPrincipal CandidateId candidate, Model model) {
		Attempt attempt = this.attempts.find(attemptId, candidate, this.clock.instant());
		Optional<ScoreReport> report = this.scores.report(attempt);
		if (report.isEmpty()) {
			return "redirect:/attempts/" + attemptId;
		}
		Map<Integer, Response> given = this.responses.of(attempt);
		List<PresentedItem> items = this.forms.items(attempt.formId());
		List<Receipt> receipts = items.stream()
			.map((item) -> Receipt.of(item, given.getOrDefault(item.position(), Response.unseen(item.position())),
					report.get().gradedSequence(item.position())))
			.toList();
		model.addAttribute("attempt", attempt);
		model.addAttribute("plan", this.forms.plan(attempt.formId()));
		model.addAttribute("receipts", receipts);
		model.addAttribute("late",
				this.responses.late(attempt)
					.stream()
					.map((late) -> LateReceipt.of(items.get(late.position() - 1), late))
					.toList());
		return "scoring/receipts";
	}

}
