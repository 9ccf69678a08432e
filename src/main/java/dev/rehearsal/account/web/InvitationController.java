package dev.rehearsal.account.web;

import java.time.Clock;

import dev.rehearsal.account.Account;
import dev.rehearsal.account.Invitation;
import dev.rehearsal.account.Invitations;
import dev.rehearsal.account.Role;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;

/** What the link of an invitation leads to. */
@Controller
@RequestMapping("/invitations/{token}")
class InvitationController {

	private final Clock clock;

	private final Invitations invitations;

	InvitationController(Clock clock, Invitations invitations) {
		this.clock = clock;
		this.invitations = invitations;
	}

	@GetMapping
	String page(@PathVariable String token,
			@RequestAttribute(name = Account.VISITOR, required = false) @Nullable Account visitor,
			HttpServletResponse response, Model model) {
		Invitation invitation = this.invitations.find(token, this.clock.instant()).orElse(null);
		if (invitation == null) {
			response.setStatus(HttpStatus.NOT_FOUND.value());
		}
		model.addAttribute("invitation", invitation);
		model.addAttribute("path", "/invitations/" + token);
		model.addAttribute("needless", visitor != null && visitor.may(Role.INSTRUCTOR));
		return "account/invitation";
	}

	@PostMapping
	String accept(@PathVariable String token,
			@RequestAttribute(name = Account.VISITOR, required = false) @Nullable Account visitor,
			HttpServletResponse response, Model model) {
		if (visitor == null || visitor.may(Role.INSTRUCTOR)) {
			return "redirect:/invitations/" + token;
		}
		if (!this.invitations.accept(token, visitor.id(), this.clock.instant())) {
			return page(token, visitor, response, model);
		}
		return "redirect:/account";
	}

}
