package dev.rehearsal.account.web;

import java.time.Clock;

import dev.rehearsal.account.Account;
import dev.rehearsal.account.AccountRefusal;
import dev.rehearsal.account.AccountRefusedException;
import dev.rehearsal.account.Accounts;
import dev.rehearsal.account.PasswordChange;
import dev.rehearsal.account.SessionCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The account of whoever is signed in. */
@Controller
class AccountController {

	private final Clock clock;

	private final Accounts accounts;

	private final PasswordChange passwords;

	private final SessionCookie session;

	AccountController(Clock clock, Accounts accounts, PasswordChange passwords, SessionCookie session) {
		this.clock = clock;
		this.accounts = accounts;
		this.passwords = passwords;
		this.session = session;
	}

	@GetMapping("/account")
	String page(@RequestParam(required = false) @Nullable String done, Model model) {
		model.addAttribute("done", ("name".equals(done) || "password".equals(done)) ? done : null);
		return "account/account";
	}

	@PostMapping("/account/name")
	String rename(@RequestParam(defaultValue = "") String name, @RequestAttribute(Account.VISITOR) Account visitor,
			HttpServletResponse response, Model model) {
		try {
			this.accounts.rename(visitor.id(), name);
		}
		catch (AccountRefusedException ex) {
			return refused("nameRefusal", ex.refusal(), response, model);
		}
		return "redirect:/account?done=name";
	}

	@PostMapping("/account/password")
	String changePassword(@RequestParam(defaultValue = "") String present,
			@RequestParam(defaultValue = "") String wanted, @RequestAttribute(Account.VISITOR) Account visitor,
			HttpServletRequest request, HttpServletResponse response, Model model) {
		if (visitor.login() == null) {
			return "redirect:/account";
		}
		try {
			this.passwords.change(visitor, present, wanted, request.getRemoteAddr(), this.clock.instant());
		}
		catch (AccountRefusedException ex) {
			return refused("passwordRefusal", ex.refusal(), response, model);
		}
		this.session.open(visitor.id(), request, response);
		return "redirect:/account?done=password";
	}

	@PostMapping("/account/sign-out-everywhere")
	String signOutEverywhere(@RequestAttribute(Account.VISITOR) Account visitor, HttpServletRequest request,
			HttpServletResponse response) {
		this.passwords.signOutEverywhere(visitor);
		this.session.close(request, response);
		return "redirect:/sign-in";
	}

	private static String refused(String attribute, AccountRefusal refusal, HttpServletResponse response, Model model) {
		response.setStatus(refusal == AccountRefusal.TOO_MANY ? HttpStatus.TOO_MANY_REQUESTS.value()
				: HttpStatus.BAD_REQUEST.value());
		model.addAttribute(attribute, refusal.code());
		return "account/account";
	}

}
