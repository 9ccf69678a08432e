package dev.rehearsal.attempt.web;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import dev.rehearsal.account.CandidateId;
import dev.rehearsal.attempt.Attempt;
import dev.rehearsal.attempt.AttemptState;
import dev.rehearsal.attempt.Attempts;
import dev.rehearsal.attempt.Responses;
import dev.rehearsal.shared.PageParts;
import jakarta.servlet.http.HttpServletRequest;
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

	private static final Set<String> NOTICES = Set.of("saved", "note-saved", "unfinished", "left-unfinished",
			"out-of-sequence", "already-checked", "incomplete", "notes-joined", "notes-too-long");

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

	private final Clock clock;

	private final Attempts attempts;

	private final Room room;

	private final Responses responses;

	private final ItemSections items;

	private final OverviewEntries entries;

	RoomController(Clock clock, Attempts attempts, Room room, Responses responses, ItemSections items,
			OverviewEntries entries) {
		this.entries = entries;
		this.items = items;
		this.clock = clock;
		this.attempts = attempts;
		this.room = room;
		this.responses = responses;
	}

	/**
	 * All items in one document; the browser moves between them by itself. It also asks
	 * for one to keep, which shows nothing to anyone yet.
	 */
	@GetMapping
	String all(@PathVariable UUID attemptId, @RequestParam(required = false) @Nullable Integer item,
			@RequestParam(defaultValue = "false") boolean keep, @AuthenticationPrincipal CandidateId candidate,
			HttpServletRequest request, CsrfToken csrf, Model model) {
		Instant now = this.clock.instant();
		Room.View view = this.room.view(attemptId, candidate, now);
		Optional<String> elsewhere = elsewhere(view, model);
		if (elsewhere.isPresent()) {
			return elsewhere.get();
		}
		int position = (item != null && item >= 1 && item <= view.sections().size()) ? item : view.lastVisited();
		if (!keep) {
			this.responses.visit(view.attempt(), position, now);
		}
		String items = this.items.all(view, position, address(view, request), csrf.getToken());
		return show(RoomPage.of(view, view.section(position), false, null), view, position, items, model);
	}

	/** One item alone, for browsers without JavaScript. */
	@GetMapping("/items/{position}")
	String one(@PathVariable UUID attemptId, @PathVariable int position,
			@RequestParam(required = false) @Nullable String notice,
			@RequestParam(defaultValue = "false") boolean notes, @AuthenticationPrincipal CandidateId candidate,
			HttpServletRequest request, CsrfToken csrf, Model model) {
		Room.View view = this.room.view(attemptId, candidate, this.clock.instant());
		Optional<String> elsewhere = elsewhere(view, model);
		if (elsewhere.isPresent()) {
			return elsewhere.get();
		}
		if (position < 1 || position > view.sections().size()) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		this.responses.visit(view.attempt(), position, view.now());
		ItemSection section = view.section(position);
		String item = this.items.single(view, section, notes, address(view, request), csrf.getToken());
		boolean known = notice != null && NOTICES.contains(notice);
		return show(RoomPage.of(view, section, true, known ? notice : null), view, position, item, model);
	}

	/** The review screen: every item with its status. */
	@GetMapping("/overview")
	String overview(@PathVariable UUID attemptId, @RequestParam(defaultValue = "all") OverviewFilter show,
			@AuthenticationPrincipal CandidateId candidate, HttpServletRequest request, Model model) {
		Room.View view = this.room.withoutNotes(attemptId, candidate, this.clock.instant());
		Optional<String> elsewhere = elsewhere(view, model);
		if (elsewhere.isPresent()) {
			return elsewhere.get();
		}
		List<ItemSection> listed = view.sections().stream().filter(show::includes).toList();
		new PageParts(new OverviewPage(view.plan().title(), view.plan().isDrill(), show, listed.isEmpty()),
				Map.of("id", view.attempt().getId().toString(), "left", view.timeLeft(), "entries",
						this.entries.html(listed, address(view, request))))
			.addTo(model);
		return "attempt/overview";
	}

	/** What the clock and a page whose CSRF token has expired ask for. */
	@GetMapping("/clock")
	@ResponseBody
	ClockReading clock(@PathVariable UUID attemptId, @AuthenticationPrincipal CandidateId candidate, CsrfToken csrf) {
		Instant now = this.clock.instant();
		Attempt attempt = this.attempts.find(attemptId, candidate, now);
		return new ClockReading(now.toEpochMilli(), attempt.deadline().toEpochMilli(),
				attempt.closesAt().toEpochMilli(), attempt.credited().toSeconds(), attempt.isPaused(),
				attempt.isInProgress(), this.responses.saves(attempt), csrf.getToken());
	}

	private static String show(RoomPage page, Room.View view, int position, String items, Model model) {
		ItemSection shown = view.section(position);
		OffsetDateTime savedAt = shown.savedAt();
		new PageParts(page,
				Map.of("id", view.attempt().getId().toString(), "now", Long.toString(view.now().toEpochMilli()),
						"deadline", Long.toString(view.attempt().deadline().toEpochMilli()), "left", view.timeLeft(),
						"position", Integer.toString(position), "sequence",
						Integer.toString(shown.response().sequence()), "savedAt",
						(savedAt != null) ? TIME.format(savedAt) : "", "items", items))
			.addTo(model);
		return "attempt/room";
	}

	private static String address(Room.View view, HttpServletRequest request) {
		return request.getContextPath() + "/attempts/" + view.attempt().getId();
	}

	/**
	 * Where to go if the room is closed: the exam has ended, its time is up, or its clock
	 * stands still.
	 */
	static Optional<String> elsewhere(Room.View view, Model model) {
		Attempt attempt = view.attempt();
		model.addAttribute("room", view);
		if (attempt.state() == AttemptState.ABANDONED) {
			return Optional.of("redirect:/?abandoned=" + attempt.getId());
		}
		if (!attempt.isInProgress()) {
			return Optional.of("redirect:/attempts/" + attempt.getId() + "/result");
		}
		if (attempt.isTimeUp(view.now())) {
			return Optional.of("attempt/closing");
		}
		return attempt.isPaused() ? Optional.of("attempt/paused") : Optional.empty();
	}

	/**
	 * What the review screen of one exam has in common with others.
	 *
	 * @param title of the exam
	 * @param drill whether it has no clock
	 * @param show which items are listed
	 * @param none whether there are none
	 */
	public record OverviewPage(String title, boolean drill, OverviewFilter show, boolean none) {
	}

	/**
	 * The server's time.
	 *
	 * @param now milliseconds since 1970
	 * @param deadline milliseconds since 1970
	 * @param closesAt until when responses that were given in time may arrive,
	 * milliseconds since 1970
	 * @param credited seconds that were given back after outages
	 * @param paused whether the clock stands still
	 * @param inProgress whether responses are still accepted
	 * @param saves how many saves of answers and notes are stored
	 * @param csrf a fresh token
	 */
	record ClockReading(long now, long deadline, long closesAt, long credited, boolean paused, boolean inProgress,
			long saves, String csrf) {
	}

}
