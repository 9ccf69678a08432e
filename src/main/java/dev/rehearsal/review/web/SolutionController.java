package dev.rehearsal.review.web;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import dev.rehearsal.account.CandidateId;
import dev.rehearsal.attempt.Attempt;
import dev.rehearsal.attempt.Attempts;
import dev.rehearsal.form.Forms;
import dev.rehearsal.review.AnswerReview;
import dev.rehearsal.review.ReviewedItem;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Key and rationales of an item that was checked in practice: as a page, or as a part of
 * the room.
 */
@Controller
class SolutionController {

	private final Clock clock;

	private final Attempts attempts;

	private final Forms forms;

	private final AnswerReview review;

	SolutionController(Clock clock, Attempts attempts, Forms forms, AnswerReview review) {
		this.clock = clock;
		this.attempts = attempts;
		this.forms = forms;
		this.review = review;
	}

	@GetMapping("/attempts/{attemptId}/items/{position}/solution")
	String solution(@PathVariable UUID attemptId, @PathVariable int position,
			@RequestParam(defaultValue = "false") boolean part, @AuthenticationPrincipal CandidateId candidate,
			Model model) {
		Attempt attempt = this.attempts.find(attemptId, candidate, this.clock.instant());
		Optional<ReviewedItem> item = this.review.checked(attempt, position);
		if (item.isEmpty()) {
			return "redirect:/attempts/" + attemptId + "/items/" + position;
		}
		model.addAttribute("attempt", attempt);
		model.addAttribute("plan", this.forms.plan(attempt.formId()));
		model.addAttribute("item", item.get());
		return part ? "review/reviewed-item :: solution(item=${item})" : "review/solution";
	}

}
