package dev.rehearsal.authoring.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import dev.rehearsal.account.CandidateId;
import dev.rehearsal.authoring.Comparison;
import dev.rehearsal.authoring.Draft;
import dev.rehearsal.authoring.DraftRefusedException;
import dev.rehearsal.authoring.Drafts;
import dev.rehearsal.authoring.NoSuchDraftException;
import dev.rehearsal.authoring.PackShelf;
import dev.rehearsal.authoring.PackShelf.Holder;
import dev.rehearsal.authoring.Publishing;
import dev.rehearsal.authoring.Trials;
import dev.rehearsal.bank.ImportResult;
import dev.rehearsal.bank.LintReport.Verdict;
import dev.rehearsal.bank.Pack;
import dev.rehearsal.bank.PackChanges;
import dev.rehearsal.bank.PackChanges.Changes;
import dev.rehearsal.bank.PackLint;
import dev.rehearsal.bank.PackProgress;
import dev.rehearsal.bank.PackReader;
import dev.rehearsal.bank.PackReading;
import dev.rehearsal.bank.PackTakenException;
import jakarta.servlet.http.HttpServletRequest;
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

/** What publishing a draft would change, and doing it. */
@Controller
@RequestMapping("/packs/drafts/{id}")
class PublishController {

	private final Clock clock;

	private final Drafts drafts;

	private final PackChanges packChanges;

	private final Comparison comparison;

	private final Publishing publishing;

	private final Trials trials;

	private final PackShelf shelf;

	PublishController(Clock clock, Drafts drafts, PackChanges packChanges, Comparison comparison, Publishing publishing,
			Trials trials, PackShelf shelf) {
		this.shelf = shelf;
		this.clock = clock;
		this.drafts = drafts;
		this.packChanges = packChanges;
		this.comparison = comparison;
		this.publishing = publishing;
		this.trials = trials;
	}

	@GetMapping("/changes")
	String changes(@PathVariable UUID id, @AuthenticationPrincipal CandidateId author, Model model) {
		return page(this.drafts.find(id, author), model);
	}

	@PostMapping("/publish")
	String publish(@PathVariable UUID id, @RequestParam int revision, @AuthenticationPrincipal CandidateId author,
			HttpServletResponse response, Model model) {
		Draft draft = this.drafts.find(id, author);
		try {
			return "redirect:" + published(draft, revision, PackProgress.NONE);
		}
		catch (PackTakenException _) {
			// The page says whose it is.
		}
		catch (NoSuchDraftException ex) {
			if (this.shelf.holder(draft.packId(), author) == Holder.MINE) {
				// A second click: the first has published it.
				return "redirect:/packs/" + draft.packId();
			}
			throw ex;
		}
		catch (DraftRefusedException ex) {
			model.addAttribute("refused", ex);
		}
		response.setStatus(HttpStatus.CONFLICT.value());
		return page(this.drafts.find(id, author), model);
	}

	/** For a page that shows how far it is. */
	@PostMapping(path = "/publish", produces = ProgressLines.MEDIA_TYPE)
	void publish(@PathVariable UUID id, @RequestParam int revision, @AuthenticationPrincipal CandidateId author,
			HttpServletRequest request, HttpServletResponse response) {
		Draft draft = this.drafts.find(id, author);
		ProgressLines lines = new ProgressLines(request, response);
		try {
			lines.end(published(draft, revision, lines));
		}
		catch (PackTakenException | NoSuchDraftException | DraftRefusedException _) {
			lines.end(null);
		}
	}

	private String published(Draft draft, int revision, PackProgress progress) {
		ImportResult result = this.publishing.publish(draft, revision, this.clock.instant(), progress);
		this.trials.delete(draft);
		return "/packs/" + result.packId() + "?notice=" + (result.isNew() ? "published" : "unchanged");
	}

	private String page(Draft draft, Model model) {
		if (!(PackReader.read("pack", this.drafts.files(draft)) instanceof PackReading.Sound(Pack pack))) {
			return "redirect:/packs/drafts/" + draft.id();
		}
		model.addAttribute("draft", draft);
		model.addAttribute("pack", pack.definition());
		Holder holder = this.shelf.holder(pack.definition().id(), draft.owner());
		model.addAttribute("holder", holder);
		if (holder != Holder.MINE) {
			// What is in force is not for this author to see.
			return "authoring/changes";
		}
		Changes changes = this.packChanges.of(pack);
		model.addAttribute("changes", changes);
		model.addAttribute("differences", this.comparison.of(pack, changes));
		model.addAttribute("measures", PackLint.of(pack, Map.of(), LocalDate.now(this.clock))
			.measures()
			.stream()
			// What too few items have said of the pack may still be said of an item.
			.filter((measure) -> measure.verdict() == Verdict.MISSED
					|| (measure.verdict() == Verdict.NOT_JUDGED && !measure.findings().isEmpty()))
			.toList());
		return "authoring/changes";
	}

}
