package dev.rehearsal.authoring.web;

import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.rehearsal.account.CandidateId;
import dev.rehearsal.authoring.DraftRefusedException;
import dev.rehearsal.authoring.Drafts;
import dev.rehearsal.authoring.PackCopies;
import dev.rehearsal.authoring.PackShelf;
import dev.rehearsal.bank.Pack;
import dev.rehearsal.bank.PackReader;
import dev.rehearsal.bank.PackReading;
import dev.rehearsal.bank.PackVersion;
import dev.rehearsal.exchange.Exchange;
import dev.rehearsal.exchange.Format;
import dev.rehearsal.exchange.Reading;
import dev.rehearsal.exchange.Written;
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
import org.springframework.web.server.ResponseStatusException;

/** Packs from and to other systems, with a list of what got lost on the way. */
@Controller
class ExchangeController {

	private final Clock clock;

	private final Drafts drafts;

	private final PackShelf shelf;

	private final PackCopies copies;

	ExchangeController(Clock clock, Drafts drafts, PackShelf shelf, PackCopies copies) {
		this.clock = clock;
		this.drafts = drafts;
		this.shelf = shelf;
		this.copies = copies;
	}

	/**
	 * Begins a draft with another system's file. The losses are told once, on the page
	 * that answers: a draft has no place for them.
	 */
	@PostMapping(path = "/packs/drafts/convert", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	String convert(@RequestParam MultipartFile file, @AuthenticationPrincipal CandidateId author,
			HttpServletResponse response, Model model) throws IOException {
		String name = String.valueOf(file.getOriginalFilename()).replaceFirst(".*[/\\\\]", "");
		switch (Exchange.read(name.isEmpty() ? "file" : name, file.getBytes())) {
			case Reading.Converted converted -> {
				model.addAttribute("draft", this.drafts.create(author, converted.files(), this.clock.instant()));
				model.addAttribute("items", converted.pack().items().size());
				model.addAttribute("format", converted.format());
				model.addAttribute("losses", converted.losses());
				return "authoring/converted";
			}
			case Reading.Faulty(PackReading.Broken broken) -> model.addAttribute("broken", broken);
			case Reading.Refused refused -> model.addAttribute("unread", refused.sentence());
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return "authoring/new";
	}

	@GetMapping("/packs/{pack}/versions/{number}/export")
	String choose(@PathVariable String pack, @PathVariable int number, @RequestParam(defaultValue = "") String format,
			@AuthenticationPrincipal CandidateId author, HttpServletRequest request, Model model) throws IOException {
		PackVersion newest = this.shelf.find(pack, author, PackController.isAdministrator(request));
		Pack content = content(newest, number);
		model.addAttribute("pack", newest);
		model.addAttribute("number", number);
		model.addAttribute("formats", Arrays.stream(Format.values()).filter((one) -> one != Format.YAML).toList());
		Format.of(format).ifPresent((chosen) -> {
			model.addAttribute("chosen", chosen);
			model.addAttribute("losses", Exchange.write(content, chosen).losses());
		});
		return "authoring/export";
	}

	@GetMapping("/packs/{pack}/versions/{number}/export/{format}")
	ResponseEntity<byte[]> export(@PathVariable String pack, @PathVariable int number, @PathVariable String format,
			@AuthenticationPrincipal CandidateId author, HttpServletRequest request) throws IOException {
		PackVersion newest = this.shelf.find(pack, author, PackController.isAdministrator(request));
		Format chosen = Format.of(format).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		Written written = Exchange.write(content(newest, number), chosen);
		return Attachment.of(written.fileName(), MediaType.APPLICATION_OCTET_STREAM, written.bytes());
	}

	/** As it was published; of the folder's packs there is what the folder holds. */
	private Pack content(PackVersion newest, int number) throws IOException {
		String id = newest.definition().id();
		SortedMap<String, byte[]> files = !this.shelf.isOfFolder(id) ? this.copies.of(id, number)
				: (number == newest.number()) ? this.copies.inFolder(id) : new TreeMap<>();
		if (!files.isEmpty() && PackReader.read(id, files) instanceof PackReading.Sound(Pack pack)) {
			return pack;
		}
		throw new ResponseStatusException(HttpStatus.NOT_FOUND);
	}

	@ExceptionHandler
	String refused(DraftRefusedException ex, HttpServletResponse response, Model model) {
		model.addAttribute("refused", ex);
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return "authoring/new";
	}

}
