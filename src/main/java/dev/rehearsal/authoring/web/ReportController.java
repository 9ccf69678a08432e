package dev.rehearsal.authoring.web;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import dev.rehearsal.account.CandidateId;
import dev.rehearsal.attempt.ItemReports;
import dev.rehearsal.authoring.PackShelf;
import dev.rehearsal.authoring.ReportInbox;
import dev.rehearsal.bank.PackVersion;
import dev.rehearsal.form.Forms;
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
import org.springframework.web.server.ResponseStatusException;

/** What candidates report of the items of a pack. */
@Controller
@RequestMapping("/packs/{pack}/reports")
class ReportController {

	private static final int ON_A_PAGE = 25;

	private final Clock clock;

	private final PackShelf shelf;

	private final ReportInbox reports;

	private final Forms forms;

	ReportController(Clock clock, PackShelf shelf, ReportInbox reports, Forms forms) {
		this.clock = clock;
		this.shelf = shelf;
		this.reports = reports;
		this.forms = forms;
	}

	@GetMapping
	String reports(@PathVariable String pack, @RequestParam(defaultValue = "false") boolean settled,
			@RequestParam(defaultValue = "1") int page, @AuthenticationPrincipal CandidateId author,
			HttpServletRequest request, Model model) {
		return page(this.shelf.find(pack, author, PackController.isAdministrator(request)), settled, page, model);
	}

	@PostMapping("/{id}")
	String settle(@PathVariable String pack, @PathVariable UUID id, @RequestParam(defaultValue = "") String answer,
			@RequestParam String go, @AuthenticationPrincipal CandidateId author, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		PackVersion found = this.shelf.find(pack, author, PackController.isAdministrator(request));
		String text = answer.strip().replace("\r\n", "\n").replace("\0", "");
		boolean answers = go.equals("answer");
		if (answers && (text.isEmpty() || text.length() > ItemReports.LONGEST)) {
			model.addAttribute("noAnswer", true);
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			return page(found, false, 1, model);
		}
		if (!this.reports.settle(pack, id, answers ? text : null, go.equals("open") ? null : this.clock.instant())) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		return "redirect:/packs/" + pack + "/reports" + (go.equals("open") ? "" : "?settled=true");
	}

	private String page(PackVersion pack, boolean settled, int page, Model model) {
		String packId = pack.definition().id();
		int count = this.reports.count(packId, settled);
		int pages = Math.max(1, (count + ON_A_PAGE - 1) / ON_A_PAGE);
		int shown = Math.clamp(page, 1, pages);
		List<SeenReport> seen = this.reports.of(packId, settled, (shown - 1) * ON_A_PAGE, ON_A_PAGE)
			.stream()
			.map((report) -> new SeenReport(report, this.forms.items(report.formId()).get(report.position() - 1)))
			.toList();
		model.addAttribute("pack", pack);
		model.addAttribute("settled", settled);
		model.addAttribute("openCount", settled ? this.reports.countOpen(packId) : count);
		model.addAttribute("reports", seen);
		model.addAttribute("page", shown);
		model.addAttribute("pages", pages);
		return "authoring/reports";
	}

}
