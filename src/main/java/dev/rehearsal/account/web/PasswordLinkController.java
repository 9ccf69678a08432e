package dev.rehearsal.account.web;

import java.time.Clock;
import java.util.Optional;

import dev.rehearsal.account.Account;
import dev.rehearsal.account.AccountRefusedException;
import dev.rehearsal.account.CandidateId;
import dev.rehearsal.account.PasswordLinks;
import dev.rehearsal.account.SessionCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the link for a new password leads to. */
@Controller
@RequestMapping("/new-password/{token}")
class PasswordLinkController {

	private final Clock clock;

	private final PasswordLinks links;

	private final SessionCookie session;

	PasswordLinkController(Clock clock, PasswordLinks links, SessionCookie session) {
		this.clock = clock;
		this.links = links;
		this.session = session;
	}

	@GetMapping
	String page(@PathVariable String token, HttpServletResponse response, Model model) {
		Optional<Account> account = this.links.find(token, this.clock.instant());
		if (account.isEmpty()) {
			response.setStatus(HttpStatus.NOT_FOUND.value());
		}
		model.addAttribute("whose", account.orElse(null));
		model.addAttribute("path", "/new-password/" + token);
		return "account/new-password";
	}

	@PostMapping
	String set(@PathVariable String token, @RequestParam(defaultValue = "") String wanted, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		Optional<CandidateId> candidate;
		try {
			candidate = this.links.use(token, wanted, this.clock.instant());
		}
		catch (AccountRefusedException ex) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			model.addAttribute("refusal", ex.refusal().code());
			return page(token, response, model);
		}
		if (candidate.isEmpty()) {
			return page(token, response, model);
		}
		this.session.open(candidate.get(), request, response);
		return "redirect:/account?done=password";
	}

}
