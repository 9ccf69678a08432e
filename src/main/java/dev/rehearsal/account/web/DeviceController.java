package dev.rehearsal.account.web;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;

import dev.rehearsal.account.Account;
import dev.rehearsal.account.CandidateId;
import dev.rehearsal.account.Candidates;
import dev.rehearsal.account.DeviceCodes;
import dev.rehearsal.account.GuestCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Going on with another device. */
@Controller
class DeviceController {

	private final Clock clock;

	private final SecureRandom random = new SecureRandom();

	private final Candidates candidates;

	private final DeviceCodes codes;

	private final GuestCookie cookie;

	DeviceController(Clock clock, Candidates candidates, DeviceCodes codes, GuestCookie cookie) {
		this.clock = clock;
		this.candidates = candidates;
		this.codes = codes;
		this.cookie = cookie;
	}

	@GetMapping({ "/device", "/device/code" })
	String device() {
		return "account/device";
	}

	@PostMapping("/device/code")
	String issue(@AuthenticationPrincipal CandidateId candidate,
			@RequestAttribute(name = Account.VISITOR, required = false) @Nullable Account visitor, Model model) {
		// A code makes a guest's cookie, which nobody is asked a password for.
		if (visitor != null) {
			return "redirect:/device";
		}
		this.candidates.keep(candidate, this.clock.instant());
		model.addAttribute("code", this.codes.issue(candidate, this.clock.instant(), this.random));
		model.addAttribute("minutes", DeviceCodes.VALID.toMinutes());
		return "account/device";
	}

	@PostMapping("/device")
	String redeem(@RequestParam(defaultValue = "") String code,
			@RequestAttribute(name = Account.VISITOR, required = false) @Nullable Account visitor,
			HttpServletRequest request, HttpServletResponse response, Model model) {
		Optional<CandidateId> candidate = this.codes.redeem(code, this.clock.instant());
		if (candidate.isEmpty()) {
			model.addAttribute("refused", true);
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			return "account/device";
		}
		this.cookie.write(candidate.get(), request, response);
		return (visitor != null) ? "redirect:/account/attempts" : "redirect:/";
	}

}
