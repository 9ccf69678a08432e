package dev.rehearsal.authoring.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.rehearsal.account.CandidateId;
import dev.rehearsal.authoring.Draft;
import dev.rehearsal.authoring.DraftFiles;
import dev.rehearsal.authoring.DraftRefusal;
import dev.rehearsal.authoring.DraftRefusedException;
import dev.rehearsal.authoring.Drafts;
import dev.rehearsal.authoring.Upload;
import dev.rehearsal.bank.Images;
import dev.rehearsal.bank.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Editing a draft: what is on the page is read and checked, and only stored if its author
 * keeps it or it has no problems.
 */
@Controller
@RequestMapping("/packs/drafts/{id}")
class EditorController {

	private final Clock clock;

	private final Drafts drafts;

	private final Images images;

	EditorController(Clock clock, Drafts drafts, Images images) {
		this.images = images;
		this.clock = clock;
		this.drafts = drafts;
	}

	@GetMapping
	String edit(@PathVariable UUID id, @RequestParam(required = false) @Nullable String file,
			@RequestParam(defaultValue = "0") int left, @RequestParam(defaultValue = "") String notice,
			@AuthenticationPrincipal CandidateId author, Model model) {
		Draft draft = this.drafts.find(id, author);
		model.addAttribute("left", left);
		model.addAttribute("kept", notice.equals("kept"));
		return page(Editing.of(draft, this.drafts.files(draft), file), draft.revision(), model);
	}

	@PostMapping(produces = MediaType.TEXT_HTML_VALUE)
	String save(@PathVariable UUID id, @RequestParam String file, @RequestParam String text, @RequestParam int revision,
			@RequestParam(defaultValue = "check") String go, @AuthenticationPrincipal CandidateId author,
			HttpServletResponse response, Model model) {
		Draft draft = this.drafts.find(id, author);
		Editing editing = edited(draft, file, text);
		model.addAttribute("checked", true);
		if (go.equals("keep") || (go.equals("review") && editing.isSound())) {
			try {
				this.drafts.save(draft, revision, editing.files(), this.clock.instant());
			}
			catch (DraftRefusedException ex) {
				model.addAttribute("refused", ex);
				response.setStatus(status(ex).value());
				// Whoever has read that may put this text in place of the other.
				return page(editing, draft.revision(), model);
			}
			return go.equals("review") ? "redirect:/packs/drafts/" + id + "/changes" : back(id, file, "kept");
		}
		model.addAttribute("unsaved", true);
		return page(editing, revision, model);
	}

	@PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<Told> save(@PathVariable UUID id, @RequestParam String file, @RequestParam String text,
			@RequestParam int revision, @AuthenticationPrincipal CandidateId author) {
		Draft draft = this.drafts.find(id, author);
		Editing editing = edited(draft, file, text);
		try {
			Draft saved = this.drafts.save(draft, revision, editing.files(), this.clock.instant());
			return ResponseEntity.ok(Told.of("kept", saved.revision(), editing));
		}
		catch (DraftRefusedException ex) {
			return ResponseEntity.status(status(ex)).body(Told.of(ex.refusal().code(), revision, editing));
		}
	}

	@PostMapping(path = "/check", produces = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<Told> check(@PathVariable UUID id, @RequestParam String file, @RequestParam String text,
			@AuthenticationPrincipal CandidateId author) {
		Draft draft = this.drafts.find(id, author);
		return ResponseEntity.ok(Told.of("checked", draft.revision(), edited(draft, file, text)));
	}

	/** Goes to where an item is written. */
	@GetMapping("/find")
	String find(@PathVariable UUID id, @RequestParam(defaultValue = "") String item,
			@AuthenticationPrincipal CandidateId author) {
		Draft draft = this.drafts.find(id, author);
		Pattern written = Pattern
			.compile("(?m)^[ \\t-]*(id|\\{id):[ \\t]*[\"']?" + Pattern.quote(item) + "[\"',}]*[ \\t]*(#.*)?$");
		for (Map.Entry<String, byte[]> file : this.drafts.files(draft).entrySet()) {
			String text = new String(file.getValue(), StandardCharsets.UTF_8);
			Matcher found = written.matcher(text);
			if (found.find()) {
				long line = 1
						+ text.substring(0, found.start()).chars().filter((character) -> character == '\n').count();
				return back(id, file.getKey(), "") + "&line=" + line;
			}
		}
		return "redirect:/packs/drafts/" + id;
	}

	@PostMapping("/files")
	String add(@PathVariable UUID id, @RequestParam String path, @RequestParam int revision,
			@AuthenticationPrincipal CandidateId author) {
		Draft draft = this.drafts.find(id, author);
		SortedMap<String, byte[]> files = this.drafts.files(draft);
		String name = path.strip();
		if (files.containsKey(name)) {
			throw new DraftRefusedException(DraftRefusal.EXISTS, name);
		}
		files.put(name, "items:\n".getBytes(StandardCharsets.UTF_8));
		this.drafts.save(draft, revision, files, this.clock.instant());
		return back(id, name, "");
	}

	@PostMapping("/files/remove")
	String remove(@PathVariable UUID id, @RequestParam String file, @RequestParam int revision,
			@AuthenticationPrincipal CandidateId author) {
		Draft draft = this.drafts.find(id, author);
		SortedMap<String, byte[]> files = this.drafts.files(draft);
		if (files.size() > 1) {
			files.remove(file);
		}
		this.drafts.save(draft, revision, files, this.clock.instant());
		return back(id, "pack.yaml", "");
	}

	@PostMapping(path = "/upload", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	String upload(@PathVariable UUID id, @RequestParam List<MultipartFile> files, @RequestParam int revision,
			@AuthenticationPrincipal CandidateId author) throws IOException {
		Draft draft = this.drafts.find(id, author);
		Upload upload = Upload.of(DraftsController.parts(files), true);
		SortedMap<String, byte[]> all = this.drafts.files(draft);
		all.putAll(upload.files());
		this.drafts.save(draft, revision, all, this.clock.instant());
		return back(id, upload.files().firstKey(), "") + "&left=" + upload.leftOut().size();
	}

	@ExceptionHandler
	String refused(DraftRefusedException ex, HttpServletRequest request, HttpServletResponse response,
			@AuthenticationPrincipal CandidateId author, Model model) {
		response.setStatus(status(ex).value());
		model.addAttribute("refused", ex);
		Map<?, ?> variables = (Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
		Draft draft = this.drafts.find(UUID.fromString(String.valueOf(variables.get("id"))), author);
		return page(Editing.of(draft, this.drafts.files(draft), null), draft.revision(), model);
	}

	private Editing edited(Draft draft, String file, String text) {
		SortedMap<String, byte[]> files = this.drafts.files(draft);
		files.put(file, text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8));
		return Editing.of(draft, files, file);
	}

	private String page(Editing editing, int revision, Model model) {
		model.addAttribute("editing", editing);
		model.addAttribute("draft", editing.draft());
		model.addAttribute("revision", revision);
		if (DraftFiles.isImage(editing.file())) {
			model.addAttribute("image", this.images.keep(editing.content()).orElse(null));
		}
		return "authoring/editor";
	}

	private static String back(UUID id, String file, String notice) {
		return "redirect:" + UriComponentsBuilder.fromPath("/packs/drafts/" + id)
			.queryParam("file", "{file}")
			.queryParam("notice", notice)
			.encode()
			.buildAndExpand(file)
			.toUriString();
	}

	private static HttpStatus status(DraftRefusedException ex) {
		return (ex.refusal() == DraftRefusal.STALE) ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT;
	}

	/**
	 * What the page is told.
	 *
	 * @param outcome {@code checked}, {@code kept} or {@link DraftRefusal#code()}
	 * @param revision the one that the next save is made from
	 * @param problems what is wrong, by file and line
	 * @param more how many further problems there are
	 */
	record Told(String outcome, int revision, List<Found> problems, int more) {

		static Told of(String outcome, int revision, Editing editing) {
			return new Told(outcome, revision, editing.problems().stream().map(Found::of).toList(), editing.more());
		}

	}

	/**
	 * A problem for the page.
	 *
	 * @param file the file
	 * @param line from 1
	 * @param column from 1
	 * @param code which of the things that can be wrong
	 * @param sentence what to do
	 */
	record Found(String file, int line, int column, String code, String sentence) {

		static Found of(Problem problem) {
			return new Found(problem.file(), problem.line(), problem.column(), problem.code().id(), problem.sentence());
		}

	}

}
