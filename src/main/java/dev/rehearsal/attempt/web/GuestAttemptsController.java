package dev.rehearsal.attempt.web;

import dev.rehearsal.account.CandidateId;
import dev.rehearsal.account.GuestCookie;
import dev.rehearsal.account.GuestJoined;
import dev.rehearsal.account.LocalPath;
import dev.rehearsal.attempt.GuestAttempts;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Asks whoever has signed in whether what was done in this browser without an account was
 * theirs. It may have been somebody else's, so nothing moves unasked.
 */
@Controller
@RequestMapping("/account/attempts")
class GuestAttemptsController {

	private final GuestCookie cookie;

	private final GuestAttempts attempts;

	GuestAttemptsController(GuestCookie cookie, GuestAttempts attempts) {
		this.cookie = cookie;
		this.attempts = attempts;
	}

	@GetMapping
	String ask(@RequestParam(required = false) @Nullable String then, HttpServletRequest request, Model model) {
		int count = this.cookie.guest(request).map(this.attempts::count).orElse(0);
		if (count == 0) {
			return "redirect:" + LocalPath.of(then);
		}
		model.addAttribute("count", count);
		model.addAttribute("then", LocalPath.of(then));
		return "attempt/guest-attempts";
	}

	@PostMapping
	String move(@RequestParam(required = false) @Nullable String then, @AuthenticationPrincipal CandidateId candidate,
			HttpServletRequest request, Model model) {
		CandidateId guest = this.cookie.guest(request).orElse(null);
		if (guest == null) {
			return "redirect:" + LocalPath.of(then);
		}
		this.attempts.move(new GuestJoined(guest, candidate));
		int left = this.attempts.count(guest);
		if (left == 0) {
			return "redirect:" + LocalPath.of(then);
		}
		model.addAttribute("left", left);
		model.addAttribute("then", LocalPath.of(then));
		return "attempt/guest-attempts";
	}

}
