package dev.rehearsal.review.web;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

import dev.rehearsal.account.CandidateId;
import dev.rehearsal.attempt.Attempt;
import dev.rehearsal.attempt.AttemptMode;
import dev.rehearsal.attempt.Attempts;
import dev.rehearsal.bank.PackVersion;
import dev.rehearsal.form.Forms;
import dev.rehearsal.review.Drills;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** Choosing what to drill. */
@Controller
@RequestMapping("/drill/{pack}")
class DrillController {

	private final Clock clock;

	private final SecureRandom random = new SecureRandom();

	private final Attempts attempts;

	private final Forms forms;

	private final Drills drills;

	DrillController(Clock clock, Attempts attempts, Forms forms, Drills drills) {
		this.clock = clock;
		this.attempts = attempts;
		this.forms = forms;
		this.drills = drills;
	}

	@GetMapping
	String choose(@PathVariable String pack, DrillForm form, @AuthenticationPrincipal CandidateId candidate,
			Model model) {
		Instant now = this.clock.instant();
		PackVersion version = version(pack);
		Optional<Attempt> running = this.attempts.running(candidate, pack, "", AttemptMode.DRILL, now);
		model.addAttribute("pack", version.definition());
		model.addAttribute("form", form);
		model.addAttribute("topics", this.drills.topics(pack));
		model.addAttribute("types", List.of("multiple-choice", "multi-response", "ordering", "matching"));
		model.addAttribute("running", running.orElse(null));
		model.addAttribute("counts", this.drills.counts(candidate, pack, now));
		model.addAttribute("fitting", this.forms.fitting(this.drills.choice(candidate, pack, form.wish(), now)));
		return "review/drill";
	}

	@PostMapping
	String start(@PathVariable String pack, DrillForm form, @AuthenticationPrincipal CandidateId candidate,
			Model model) {
		Instant now = this.clock.instant();
		version(pack);
		try {
			Attempt attempt = this.attempts.drill(candidate, this.drills.choice(candidate, pack, form.wish(), now), now,
					this.random.nextLong());
			return "redirect:/attempts/" + attempt.getId();
		}
		catch (NoSuchElementException ex) {
			return choose(pack, form, candidate, model); // which says that nothing fits
		}
	}

	private PackVersion version(String pack) {
		return this.drills.pack(pack).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

}
