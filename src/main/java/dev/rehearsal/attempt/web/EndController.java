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

/** Ending an exam, after asking once more. */
@Controller
@RequestMapping("/attempts/{attemptId}/end")
class EndController {

	private final Clock clock;

	private final Room room;

	private final Attempts attempts;

	EndController(Clock clock, Room room, Attempts attempts) {
		this.clock = clock;
		this.room = room;
		this.attempts = attempts;
	}

	@GetMapping
	String ask(@PathVariable UUID attemptId, @AuthenticationPrincipal CandidateId candidate, Model model) {
		Room.View view = this.room.withoutNotes(attemptId, candidate, this.clock.instant());
		return RoomController.elsewhere(view, model).orElse("attempt/end");
	}

	@PostMapping
	String end(@PathVariable UUID attemptId, @AuthenticationPrincipal CandidateId candidate) {
		this.attempts.end(attemptId, candidate, this.clock.instant());
		return "redirect:/attempts/" + attemptId + "/result";
	}

}
