package dev.rehearsal.authoring.web;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.NoSuchElementException;
import java.util.UUID;

import dev.rehearsal.account.CandidateId;
import dev.rehearsal.attempt.Attempt;
import dev.rehearsal.authoring.Draft;
import dev.rehearsal.authoring.Drafts;
import dev.rehearsal.authoring.Trials;
import dev.rehearsal.bank.Images;
import dev.rehearsal.bank.Pack;
import dev.rehearsal.bank.PackReader;
import dev.rehearsal.bank.PackReading;
import dev.rehearsal.form.BlueprintNotFilledException;
import dev.rehearsal.review.PackPreview;
import dev.rehearsal.shared.Markdown;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.server.ResponseStatusException;

/** A draft as candidates will see it: item by item, or sat as a trial. */
@Controller
@RequestMapping("/packs/drafts/{id}")
class PreviewController {

	private static final int ON_A_PAGE = 20;

	private final SecureRandom random = new SecureRandom();

	private final Clock clock;

	private final Drafts drafts;

	private final Images images;

	private final Markdown markdown;

	private final Trials trials;

	PreviewController(Clock clock, Drafts drafts, Images images, Markdown markdown, Trials trials) {
		this.clock = clock;
		this.drafts = drafts;
		this.images = images;
		this.markdown = markdown;
		this.trials = trials;
	}

	@GetMapping("/preview")
	String preview(@PathVariable UUID id, @RequestParam(defaultValue = "") String item,
			@RequestParam(defaultValue = "1") int page, @AuthenticationPrincipal CandidateId author, Model model) {
		Draft draft = this.drafts.find(id, author);
		if (!(read(draft) instanceof PackReading.Sound(Pack pack))) {
			return "redirect:/packs/drafts/" + id;
		}
		String containing = item.strip();
		this.images.keep(pack.images());
		PackPreview preview = new PackPreview(pack, this.markdown).containing(containing);
		int count = preview.size();
		int pages = Math.max(1, (count + ON_A_PAGE - 1) / ON_A_PAGE);
		int shown = Math.clamp(page, 1, pages);
		model.addAttribute("draft", draft);
		model.addAttribute("item", containing);
		model.addAttribute("count", count);
		model.addAttribute("page", shown);
		model.addAttribute("pages", pages);
		model.addAttribute("previews", preview.items((shown - 1) * ON_A_PAGE, ON_A_PAGE));
		return "authoring/preview";
	}

	@GetMapping("/trial")
	String trial(@PathVariable UUID id, @AuthenticationPrincipal CandidateId author, Model model) {
		Draft draft = this.drafts.find(id, author);
		if (!(read(draft) instanceof PackReading.Sound(Pack pack))) {
			return "redirect:/packs/drafts/" + id;
		}
		model.addAttribute("draft", draft);
		model.addAttribute("blueprints", pack.definition().blueprints());
		model.addAttribute("trial", this.trials.of(draft).orElse(null));
		return "authoring/trial";
	}

	@PostMapping("/trial")
	String start(@PathVariable UUID id, @RequestParam String blueprint, @AuthenticationPrincipal CandidateId author) {
		Draft draft = this.drafts.find(id, author);
		if (!(read(draft) instanceof PackReading.Sound(Pack pack))) {
			return "redirect:/packs/drafts/" + id;
		}
		Attempt attempt;
		try {
			attempt = this.trials.start(draft, pack, blueprint, this.clock.instant(), this.random.nextLong());
		}
		catch (NoSuchElementException ex) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no such blueprint", ex);
		}
		return "redirect:/attempts/" + attempt.getId();
	}

	@PostMapping("/trial/delete")
	String delete(@PathVariable UUID id, @AuthenticationPrincipal CandidateId author) {
		this.trials.delete(this.drafts.find(id, author));
		return "redirect:/packs/drafts/" + id + "/changes";
	}

	@ExceptionHandler
	@ResponseStatus(HttpStatus.CONFLICT)
	String notFilled(BlueprintNotFilledException ex, Model model) {
		model.addAttribute("shortages", ex.shortages());
		return "attempt/not-filled";
	}

	private PackReading read(Draft draft) {
		return PackReader.read("pack", this.drafts.files(draft));
	}

}
