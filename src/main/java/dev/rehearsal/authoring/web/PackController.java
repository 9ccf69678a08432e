package dev.rehearsal.authoring.web;

import java.io.IOException;
import java.time.Clock;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.rehearsal.account.CandidateId;
import dev.rehearsal.authoring.Comparison;
import dev.rehearsal.authoring.Draft;
import dev.rehearsal.authoring.DraftRefusedException;
import dev.rehearsal.authoring.Drafts;
import dev.rehearsal.authoring.PackCopies;
import dev.rehearsal.authoring.PackShelf;
import dev.rehearsal.authoring.PackSources;
import dev.rehearsal.authoring.ReportInbox;
import dev.rehearsal.bank.Bank;
import dev.rehearsal.bank.PackChanges;
import dev.rehearsal.bank.PackChanges.Changes;
import dev.rehearsal.bank.PackVersion;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** A published pack and its versions. */
@Controller
@RequestMapping("/packs/{pack}")
class PackController {

	private final Clock clock;

	private final PackShelf shelf;

	private final Bank bank;

	private final PackSources sources;

	private final PackCopies copies;

	private final PackChanges packChanges;

	private final Comparison comparison;

	private final ReportInbox reports;

	private final Drafts drafts;

	PackController(Clock clock, PackShelf shelf, Bank bank, PackSources sources, PackCopies copies,
			PackChanges packChanges, Comparison comparison, ReportInbox reports, Drafts drafts) {
		this.clock = clock;
		this.shelf = shelf;
		this.bank = bank;
		this.sources = sources;
		this.copies = copies;
		this.packChanges = packChanges;
		this.comparison = comparison;
		this.reports = reports;
		this.drafts = drafts;
	}

	static boolean isAdministrator(HttpServletRequest request) {
		return request.isUserInRole("ADMINISTRATOR");
	}

	@GetMapping
	String pack(@PathVariable String pack, @RequestParam(defaultValue = "") String notice,
			@AuthenticationPrincipal CandidateId author, HttpServletRequest request, Model model) {
		PackVersion newest = this.shelf.find(pack, author, isAdministrator(request));
		model.addAttribute("pack", newest);
		model.addAttribute("items", this.bank.items(pack).size());
		model.addAttribute("ofFolder", this.shelf.isOfFolder(pack));
		model.addAttribute("versions", this.bank.versions(pack));
		model.addAttribute("sources", this.sources.versions(pack));
		model.addAttribute("open", this.reports.countOpen(pack));
		model.addAttribute("drafts",
				this.drafts.of(author).stream().filter((draft) -> draft.packId().equals(pack)).toList());
		model.addAttribute("published", notice.equals("published"));
		model.addAttribute("unchanged", notice.equals("unchanged"));
		return "authoring/pack";
	}

	@GetMapping("/versions/{number}")
	String compare(@PathVariable String pack, @PathVariable int number,
			@RequestParam(required = false) @Nullable Integer with, @AuthenticationPrincipal CandidateId author,
			HttpServletRequest request, Model model) {
		PackVersion newest = this.shelf.find(pack, author, isAdministrator(request));
		PackVersion after = this.shelf.version(newest, number);
		int other = (with != null) ? with : number - 1;
		model.addAttribute("pack", newest);
		model.addAttribute("version", after);
		model.addAttribute("versions", this.bank.versions(pack));
		model.addAttribute("with", other);
		if (other > 0) {
			PackVersion before = this.shelf.version(newest, other);
			Changes changes = this.packChanges.between(before, after);
			model.addAttribute("before", before);
			model.addAttribute("changes", changes);
			model.addAttribute("differences", this.comparison.of(before, after, changes));
		}
		else {
			model.addAttribute("all", this.packChanges.revisions(after).keySet());
		}
		return "authoring/version";
	}

	@GetMapping("/versions/{number}/download")
	ResponseEntity<byte[]> download(@PathVariable String pack, @PathVariable int number,
			@AuthenticationPrincipal CandidateId author, HttpServletRequest request) {
		this.shelf.find(pack, author, isAdministrator(request));
		byte[] archive = this.sources.archive(pack, number)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		return Attachment.zip(pack + "-" + number, archive);
	}

	/** Goes on from a version, the newest or an older one, or copies a folder's pack. */
	@PostMapping("/drafts")
	String draft(@PathVariable String pack, @RequestParam int version, @AuthenticationPrincipal CandidateId author,
			HttpServletRequest request) throws IOException {
		this.shelf.find(pack, author, isAdministrator(request));
		SortedMap<String, byte[]> files = this.shelf.isOfFolder(pack) ? this.copies.ofFolder(pack)
				: this.copies.of(pack, version);
		if (files.isEmpty()) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		Draft draft = this.drafts.create(author, new TreeMap<>(files), this.clock.instant());
		return "redirect:/packs/drafts/" + draft.id();
	}

	@ExceptionHandler
	String refused(DraftRefusedException ex, HttpServletResponse response, Model model) {
		model.addAttribute("refused", ex);
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return "authoring/new";
	}

}
