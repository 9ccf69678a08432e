package dev.rehearsal.attempt.web;

import java.time.Clock;
import java.util.UUID;

import dev.rehearsal.account.CandidateId;
import dev.rehearsal.attempt.Attempts;
import dev.rehearsal.attempt.ExtraTime;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What moves the deadline of a running attempt: pauses and extra time. */
@Controller
@RequestMapping("/attempts/{attemptId}")
class TimeController {

	private final Clock clock;

	private final Room room;

	private final Attempts attempts;

	TimeController(Clock clock, Room room, Attempts attempts) {
		this.clock = clock;
		this.room = room;
		this.attempts = attempts;
	}

	/**
	 * Refused, the room simply goes on: a page that offers no pause can't be where this
	 * comes from.
	 */
	@PostMapping("/pause")
	String pause(@PathVariable UUID attemptId, @AuthenticationPrincipal CandidateId candidate) {
		this.attempts.pause(attemptId, candidate, this.clock.instant());
		return "redirect:/attempts/" + attemptId;
	}

	@PostMapping("/resume")
	String resume(@PathVariable UUID attemptId, @AuthenticationPrincipal CandidateId candidate) {
		this.attempts.resume(attemptId, candidate, this.clock.instant());
		return "redirect:/attempts/" + attemptId;
	}

	@GetMapping("/time")
	String time(@PathVariable UUID attemptId, @RequestParam(required = false) @Nullable String refused,
			@RequestParam(required = false) @Nullable String granted, @AuthenticationPrincipal CandidateId candidate,
			Model model) {
		model.addAttribute("refused", refused != null);
		model.addAttribute("granted", granted != null);
		Room.View view = this.room.withoutNotes(attemptId, candidate, this.clock.instant());
		model.addAttribute("extraTimes", ExtraTime.values());
		return RoomController.elsewhere(view, model).orElse("attempt/time");
	}

	@PostMapping("/time")
	String grant(@PathVariable UUID attemptId, @RequestParam String extraTime,
			@AuthenticationPrincipal CandidateId candidate) {
		boolean granted = this.attempts.grant(attemptId, candidate, ExtraTime.of(extraTime), this.clock.instant());
		return "redirect:/attempts/" + attemptId + "/time?" + (granted ? "granted" : "refused");
	}

}
