package dev.rehearsal.attempt.web;

import java.time.Clock;
import java.util.UUID;

import dev.rehearsal.account.CandidateId;
import dev.rehearsal.attempt.Attempts;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Giving an attempt up, after asking once more. */
@Controller
@RequestMapping("/attempts/{attemptId}/abandon")
class AbandonController {

	private final Clock clock;

	private final Room room;

	private final Attempts attempts;

	AbandonController(Clock clock, Room room, Attempts attempts) {
		this.clock = clock;
		this.room = room;
		this.attempts = attempts;
	}

	@GetMapping
	String ask(@PathVariable UUID attemptId, @AuthenticationPrincipal CandidateId candidate, Model model) {
		Room.View view = this.room.withoutNotes(attemptId, candidate, this.clock.instant());
		model.addAttribute("room", view);
		return view.attempt().isInProgress() ? "attempt/abandon" : "redirect:/attempts/" + attemptId + "/result";
	}

	@PostMapping
	String abandon(@PathVariable UUID attemptId, @AuthenticationPrincipal CandidateId candidate) {
		this.attempts.abandon(attemptId, candidate, this.clock.instant());
		return "redirect:/attempts/" + attemptId;
	}

}
