package dev.rehearsal.account.web;

import java.time.Clock;

import dev.rehearsal.account.Account;
import dev.rehearsal.account.LocalPath;
import dev.rehearsal.account.Providers;
import dev.rehearsal.account.SessionCookie;
import dev.rehearsal.account.SignIn;
import dev.rehearsal.account.SignIn.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in and out. */
@Controller
class SignInController {

	private final Clock clock;

	private final SignIn signIn;

	private final SessionCookie session;

	private final Providers providers;

	SignInController(Clock clock, SignIn signIn, SessionCookie session, Providers providers) {
		this.clock = clock;
		this.signIn = signIn;
		this.session = session;
		this.providers = providers;
	}

	@GetMapping("/sign-in")
	String page(@RequestParam(required = false) @Nullable String then,
			@RequestParam(required = false) @Nullable String provider,
			@RequestAttribute(name = Account.VISITOR, required = false) @Nullable Account visitor, Model model) {
		if (visitor != null) {
			return "redirect:" + LocalPath.of(then);
		}
		model.addAttribute("providerRefused", provider != null);
		return form(LocalPath.of(then), "", model);
	}

	@PostMapping("/sign-in")
	String signIn(@RequestParam(defaultValue = "") String login, @RequestParam(defaultValue = "") String password,
			@RequestParam(required = false) @Nullable String then, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		String path = LocalPath.of(then);
		switch (this.signIn.attempt(login, password, request.getRemoteAddr(), this.clock.instant())) {
			case Outcome.Accepted(Account account) -> {
				this.session.open(account.id(), request, response);
				return AccountPages.afterSignIn(path);
			}
			case Outcome.Refused refused -> {
				model.addAttribute("refused", true);
				response.setStatus(HttpStatus.BAD_REQUEST.value());
			}
			case Outcome.Wait wait -> {
				model.addAttribute("minutes", wait.minutes());
				response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.left().toSeconds() + 1));
				response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
			}
		}
		return form(path, login, model);
	}

	@PostMapping("/sign-out")
	String signOut(HttpServletRequest request, HttpServletResponse response) {
		this.session.close(request, response);
		return "redirect:/";
	}

	private String form(String then, String login, Model model) {
		model.addAttribute("then", then);
		model.addAttribute("login", login);
		model.addAttribute("providers", this.providers.all());
		return "account/sign-in";
	}

}
