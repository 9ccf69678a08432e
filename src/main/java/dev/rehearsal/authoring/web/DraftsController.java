package dev.rehearsal.authoring.web;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;

import dev.rehearsal.account.CandidateId;
import dev.rehearsal.authoring.Draft;
import dev.rehearsal.authoring.DraftRefusedException;
import dev.rehearsal.authoring.Drafts;
import dev.rehearsal.authoring.PackShelf;
import dev.rehearsal.authoring.Template;
import dev.rehearsal.authoring.Trials;
import dev.rehearsal.authoring.Upload;
import dev.rehearsal.bank.PackArchive;
import dev.rehearsal.bank.PackReader;
import dev.rehearsal.bank.PackReading;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.util.UriComponentsBuilder;

/** An instructor's packs and drafts, and how drafts begin and end. */
@Controller
class DraftsController {

	private static final int LONGEST_TITLE = 200;

	private final Clock clock;

	private final Drafts drafts;

	private final PackShelf shelf;

	private final Trials trials;

	DraftsController(Clock clock, Drafts drafts, PackShelf shelf, Trials trials) {
		this.clock = clock;
		this.drafts = drafts;
		this.shelf = shelf;
		this.trials = trials;
	}

	@GetMapping("/packs")
	String packs(@AuthenticationPrincipal CandidateId author, HttpServletRequest request, Model model) {
		model.addAttribute("drafts", this.drafts.of(author));
		model.addAttribute("packs", this.shelf.of(author));
		model.addAttribute("folderPacks", this.shelf.ofFolder());
		model.addAttribute("administrator", PackController.isAdministrator(request));
		return "authoring/packs";
	}

	@GetMapping("/packs/drafts/new")
	String begin() {
		return "authoring/new";
	}

	@PostMapping("/packs/drafts/new")
	String begin(@RequestParam(defaultValue = "") String packId, @RequestParam(defaultValue = "") String title,
			@AuthenticationPrincipal CandidateId author, HttpServletResponse response, Model model) {
		String id = packId.strip();
		String name = title.strip();
		// The reader knows best what a pack may be called.
		SortedMap<String, byte[]> files = Template.files(id, name);
		PackReading reading = PackReader.read(id, files);
		if (name.isEmpty() || name.length() > LONGEST_TITLE || !(reading instanceof PackReading.Sound)) {
			model.addAttribute("packId", packId);
			model.addAttribute("packTitle", title);
			model.addAttribute("refusedName", true);
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			return "authoring/new";
		}
		return "redirect:/packs/drafts/" + this.drafts.create(author, files, this.clock.instant()).id();
	}

	@PostMapping(path = "/packs/drafts/upload", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	String upload(@RequestParam List<MultipartFile> files, @RequestParam(defaultValue = "false") boolean keep,
			@AuthenticationPrincipal CandidateId author, HttpServletResponse response, Model model) throws IOException {
		Upload upload = Upload.of(parts(files), false);
		PackReading reading = PackReader.read("pack", upload.files());
		if (!keep && reading instanceof PackReading.Broken broken) {
			model.addAttribute("broken", broken);
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return "authoring/new";
		}
		return "redirect:" + kept(upload, author);
	}

	/** For a page that shows how far it is. */
	@PostMapping(path = "/packs/drafts/upload", consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
			produces = ProgressLines.MEDIA_TYPE)
	void upload(@RequestParam List<MultipartFile> files, @RequestParam(defaultValue = "false") boolean keep,
			@AuthenticationPrincipal CandidateId author, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		ProgressLines lines = new ProgressLines(request, response);
		try {
			Upload upload = Upload.of(parts(files), false);
			PackReading reading = PackReader.read("pack", upload.files(), lines);
			lines.end((keep || reading instanceof PackReading.Sound) ? kept(upload, author) : null);
		}
		catch (DraftRefusedException _) {
			lines.end(null);
		}
	}

	private String kept(Upload upload, CandidateId author) {
		Draft draft = this.drafts.create(author, upload.files(), this.clock.instant());
		return UriComponentsBuilder.fromPath("/packs/drafts/" + draft.id())
			.queryParam("left", upload.leftOut().size())
			.toUriString();
	}

	static List<Upload.Part> parts(List<MultipartFile> files) throws IOException {
		List<Upload.Part> parts = new ArrayList<>();
		for (MultipartFile file : files) {
			String name = file.getOriginalFilename();
			parts.add(new Upload.Part((name != null) ? name : "", file.getBytes()));
		}
		return parts;
	}

	@GetMapping("/packs/drafts/{id}/download")
	ResponseEntity<byte[]> download(@PathVariable UUID id, @AuthenticationPrincipal CandidateId author) {
		Draft draft = this.drafts.find(id, author);
		return Attachment.zip(draft.packId().isEmpty() ? "pack" : draft.packId(),
				PackArchive.write(this.drafts.files(draft)));
	}

	@GetMapping("/packs/drafts/{id}/delete")
	String delete(@PathVariable UUID id, @AuthenticationPrincipal CandidateId author, Model model) {
		model.addAttribute("draft", this.drafts.find(id, author));
		return "authoring/delete";
	}

	@PostMapping("/packs/drafts/{id}/delete")
	String deleteNow(@PathVariable UUID id, @AuthenticationPrincipal CandidateId author) {
		Draft draft = this.drafts.find(id, author);
		this.trials.delete(draft);
		this.drafts.delete(draft);
		return "redirect:/packs";
	}

	@ExceptionHandler
	String refused(DraftRefusedException ex, HttpServletResponse response, Model model) {
		model.addAttribute("refused", ex);
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return "authoring/new";
	}

}
