package dev.rehearsal.account.web;

import java.time.Clock;

import dev.rehearsal.account.Account;
import dev.rehearsal.account.AccountRefusal;
import dev.rehearsal.account.AccountRefusedException;
import dev.rehearsal.account.Accounts;
import dev.rehearsal.account.CandidateId;
import dev.rehearsal.account.GuestJoined;
import dev.rehearsal.account.LocalPath;
import dev.rehearsal.account.SessionCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** A guest makes an account, and keeps what they have done. */
@Controller
class NewAccountController {

	private final Clock clock;

	private final Accounts accounts;

	private final SessionCookie session;

	private final ApplicationEventPublisher events;

	NewAccountController(Clock clock, Accounts accounts, SessionCookie session, ApplicationEventPublisher events) {
		this.clock = clock;
		this.accounts = accounts;
		this.session = session;
		this.events = events;
	}

	@GetMapping("/account/new")
	String page(@RequestParam(required = false) @Nullable String then,
			@RequestAttribute(name = Account.VISITOR, required = false) @Nullable Account visitor, Model model) {
		return (visitor != null) ? "redirect:/account" : form("", "", true, LocalPath.of(then), model);
	}

	@PostMapping("/account/new")
	String create(@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String login,
			@RequestParam(defaultValue = "") String password, @RequestParam(defaultValue = "false") boolean keep,
			@RequestParam(required = false) @Nullable String then,
			@RequestAttribute(name = Account.VISITOR, required = false) @Nullable Account visitor,
			@AuthenticationPrincipal CandidateId guest, HttpServletRequest request, HttpServletResponse response,
			Model model) {
		if (visitor != null) {
			return "redirect:/account";
		}
		Account account;
		try {
			account = this.accounts.register(name, login, password, request.getRemoteAddr(), this.clock.instant());
		}
		catch (AccountRefusedException ex) {
			response.setStatus(ex.refusal() == AccountRefusal.TOO_MANY ? HttpStatus.TOO_MANY_REQUESTS.value()
					: HttpStatus.BAD_REQUEST.value());
			model.addAttribute("refusal", ex.refusal().code());
			return form(name, login, keep, LocalPath.of(then), model);
		}
		if (keep) {
			this.events.publishEvent(new GuestJoined(guest, account.id()));
		}
		this.session.open(account.id(), request, response);
		return "redirect:" + LocalPath.of(then);
	}

	private static String form(String name, String login, boolean keep, String then, Model model) {
		model.addAttribute("name", name);
		model.addAttribute("login", login);
		model.addAttribute("keep", keep);
		model.addAttribute("then", then);
		return "account/new";
	}

}
