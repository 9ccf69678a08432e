package dev.rehearsal.attempt.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import dev.rehearsal.account.CandidateId;
import dev.rehearsal.attempt.Attempt;
import dev.rehearsal.attempt.Attempts;
import dev.rehearsal.attempt.Responses;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** The pages of a running exam. */
@Controller
@RequestMapping("/attempts/{attemptId}")
class RoomController {

	private final Clock clock;

	private final Attempts attempts;

	private final Room room;

	private final Responses responses;

	RoomController(Clock clock, Attempts attempts, Room room, Responses responses) {
		this.clock = clock;
		this.attempts = attempts;
		this.room = room;
		this.responses = responses;
	}

	/** All items in one document; the browser moves between them by itself. */
	@GetMapping
	String all(@PathVariable UUID attemptId, @RequestParam(required = false) @Nullable Integer item,
			@AuthenticationPrincipal CandidateId candidate, Model model) {
		Instant now = this.clock.instant();
		Room.View view = this.room.view(attemptId, candidate, now);
		if (!view.attempt().isInProgress()) {
			return ended(attemptId);
		}
		int position = (item != null && item >= 1 && item <= view.sections().size()) ? item : view.lastVisited();
		return show(view, view.sections(), position, candidate, model);
	}

	/** One item alone, for browsers without JavaScript. */
	@GetMapping("/items/{position}")
	String one(@PathVariable UUID attemptId, @PathVariable int position,
			@RequestParam(required = false) @Nullable String notice, @AuthenticationPrincipal CandidateId candidate,
			Model model) {
		Room.View view = this.room.view(attemptId, candidate, this.clock.instant());
		if (!view.attempt().isInProgress()) {
			return ended(attemptId);
		}
		if (position < 1 || position > view.sections().size()) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		model.addAttribute("notice", "out-of-sequence".equals(notice) ? notice : null);
		return show(view, List.of(view.sections().get(position - 1)), position, candidate, model);
	}

	/** The review screen: every item with its status. */
	@GetMapping("/overview")
	String overview(@PathVariable UUID attemptId, @RequestParam(defaultValue = "all") OverviewFilter show,
			@AuthenticationPrincipal CandidateId candidate, Model model) {
		Room.View view = this.room.view(attemptId, candidate, this.clock.instant());
		if (!view.attempt().isInProgress()) {
			return ended(attemptId);
		}
		model.addAttribute("room", view);
		model.addAttribute("show", show);
		model.addAttribute("entries", view.sections().stream().filter(show::includes).toList());
		return "attempt/overview";
	}

	/** What the clock and a page whose CSRF token has expired ask for. */
	@GetMapping("/clock")
	@ResponseBody
	ClockReading clock(@PathVariable UUID attemptId, @AuthenticationPrincipal CandidateId candidate, CsrfToken csrf) {
		Instant now = this.clock.instant();
		Attempt attempt = this.attempts.find(attemptId, candidate, now);
		return new ClockReading(now.toEpochMilli(), attempt.deadline().toEpochMilli(), attempt.isInProgress(),
				csrf.getToken());
	}

	private String show(Room.View view, List<ItemSection> sections, int position, CandidateId candidate, Model model) {
		this.responses.visit(view.attempt().getId(), candidate, position, view.now());
		model.addAttribute("room", view);
		model.addAttribute("sections", sections);
		model.addAttribute("current", view.sections().get(position - 1));
		model.addAttribute("single", sections.size() == 1 && view.sections().size() > 1);
		return "attempt/room";
	}

	private static String ended(UUID attemptId) {
		return "redirect:/attempts/" + attemptId + "/result";
	}

	/**
	 * The server's time.
	 *
	 * @param now milliseconds since 1970
	 * @param deadline milliseconds since 1970
	 * @param inProgress whether responses are still accepted
	 * @param csrf a fresh token
	 */
	record ClockReading(long now, long deadline, boolean inProgress, String csrf) {
	}

}
