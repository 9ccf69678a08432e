package dev.rehearsal.account.web;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.UUID;

import dev.rehearsal.account.AccountRefusedException;
import dev.rehearsal.account.CandidateId;
import dev.rehearsal.account.Invitations;
import dev.rehearsal.account.PasswordLinks;
import dev.rehearsal.account.Role;
import dev.rehearsal.account.Roles;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Who may do what, for administrators. */
@Controller
@RequestMapping("/administration")
class AdministrationController {

	private final Clock clock;

	private final SecureRandom random = new SecureRandom();

	private final Roles roles;

	private final Invitations invitations;

	private final PasswordLinks links;

	AdministrationController(Clock clock, Roles roles, Invitations invitations, PasswordLinks links) {
		this.links = links;
		this.clock = clock;
		this.roles = roles;
		this.invitations = invitations;
	}

	@GetMapping
	String page(@RequestParam(defaultValue = "") String words, Model model) {
		model.addAttribute("staff", this.roles.staff());
		model.addAttribute("words", words);
		model.addAttribute("candidates", words.isBlank() ? List.of() : this.roles.candidates(words));
		model.addAttribute("invitations", this.invitations.open(this.clock.instant()));
		model.addAttribute("days", Invitations.VALID.toDays());
		return "account/administration";
	}

	/** The link is shown once, here: only its hash is stored. */
	@PostMapping("/invitations")
	String invite(@RequestParam(defaultValue = "") String invitee, @AuthenticationPrincipal CandidateId administrator,
			HttpServletResponse response, Model model) {
		try {
			String token = this.invitations.issue(invitee, administrator, this.clock.instant(), this.random);
			model.addAttribute("link", link("/invitations/{token}", token));
		}
		catch (AccountRefusedException ex) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			model.addAttribute("inviteeRefused", true);
		}
		return page("", model);
	}

	@PostMapping("/invitations/{id}/withdraw")
	String withdraw(@PathVariable UUID id) {
		this.invitations.withdraw(id);
		return "redirect:/administration";
	}

	@PostMapping("/accounts/{id}/password-link")
	String forgotten(@PathVariable UUID id, Model model) {
		try {
			String token = this.links.issue(new CandidateId(id), this.clock.instant(), this.random);
			model.addAttribute("link", link("/new-password/{token}", token));
		}
		catch (NoSuchElementException ex) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		return page("", model);
	}

	@PostMapping("/accounts/{id}/role")
	String give(@PathVariable UUID id, @RequestParam String role, @AuthenticationPrincipal CandidateId administrator,
			HttpServletResponse response, Model model) {
		try {
			this.roles.give(new CandidateId(id), Role.valueOf(role.toUpperCase(Locale.ROOT)), administrator);
		}
		catch (AccountRefusedException ex) {
			response.setStatus(HttpStatus.CONFLICT.value());
			model.addAttribute("ownRole", true);
			return page("", model);
		}
		catch (IllegalArgumentException ex) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			return page("", model);
		}
		return "redirect:/administration";
	}

	private static URI link(String path, String token) {
		return ServletUriComponentsBuilder.fromCurrentContextPath().path(path).build(token);
	}

}
