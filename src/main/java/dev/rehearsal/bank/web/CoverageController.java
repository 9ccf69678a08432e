package dev.rehearsal.bank.web;

import java.time.Clock;
import java.time.LocalDate;

import dev.rehearsal.bank.PackQuality;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/**
 * The page of a pack. It shows what was measured and no item: what the lint finds in one
 * may give its key away.
 */
@Controller
class CoverageController {

	private final Clock clock;

	private final PackQuality quality;

	CoverageController(Clock clock, PackQuality quality) {
		this.clock = clock;
		this.quality = quality;
	}

	@GetMapping("/coverage/{pack}")
	String coverage(@PathVariable String pack, Model model) {
		PackQuality.Quality quality = this.quality.of(pack, LocalDate.now(this.clock))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		model.addAttribute("pack", quality.pack());
		model.addAttribute("coverage", quality.coverage());
		model.addAttribute("measures", quality.lint().measures());
		return "bank/coverage";
	}

}
