package dev.rehearsal.home.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.rehearsal.account.CandidateId;
import dev.rehearsal.attempt.Attempt;
import dev.rehearsal.attempt.AttemptState;
import dev.rehearsal.attempt.Attempts;
import dev.rehearsal.form.ExamPlan;
import dev.rehearsal.form.Exams;
import dev.rehearsal.form.Forms;
import dev.rehearsal.scoring.ScoreReport;
import dev.rehearsal.scoring.Scores;
import dev.rehearsal.shared.PageParts;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The first page: the first exam's rules and button, the other exams, what is running,
 * what was achieved.
 */
@Controller
class HomeController {

	private static final int RECENT = 3;

	private final Clock clock;

	private final Exams exams;

	private final Attempts attempts;

	private final Forms forms;

	private final Scores scores;

	HomeController(Clock clock, Exams exams, Attempts attempts, Forms forms, Scores scores) {
		this.clock = clock;
		this.exams = exams;
		this.attempts = attempts;
		this.forms = forms;
		this.scores = scores;
	}

	@GetMapping("/")
	String home(@RequestParam(required = false) @Nullable UUID abandoned,
			@AuthenticationPrincipal CandidateId candidate, Model model) {
		Instant now = this.clock.instant();
		List<ExamPlan> exams = this.exams.all();
		List<Attempt> attempts = this.attempts.of(candidate, now);
		List<Attempt> running = attempts.stream().filter(Attempt::isInProgress).toList();
		List<Attempt> ended = attempts.stream()
			.filter((attempt) -> attempt.endedAt().isPresent() && attempt.state() != AttemptState.ABANDONED)
			.limit(RECENT)
			.toList();
		Map<UUID, ScoreReport> reports = this.scores.reports(ended);
		Map<UUID, ExamPlan> plans = this.forms
			.plans(Stream.concat(running.stream(), ended.stream()).map(Attempt::formId).toList());
		HomePage page = new HomePage(exams.isEmpty() ? null : exams.getFirst(), others(exams),
				running.stream().map((attempt) -> recent(attempt, plans, Map.of(), now)).toList(),
				ended.stream().map((attempt) -> recent(attempt, plans, reports, now)).toList(),
				isAbandoned(attempts, abandoned) ? abandoned : null);
		PageParts parts = new PageParts(page, Map.of());
		if (page.isForAnyone()) {
			parts.addTo(model);
		}
		else {
			parts.addEachTo(model);
		}
		return "home/home";
	}

	/**
	 * The page makes the browser forget it: so whoever made the link has no say in it.
	 */
	private static boolean isAbandoned(List<Attempt> attempts, @Nullable UUID id) {
		return attempts.stream()
			.anyMatch((attempt) -> attempt.getId().equals(id) && attempt.state() == AttemptState.ABANDONED);
	}

	/** By pack. */
	private static List<List<ExamPlan>> others(List<ExamPlan> exams) {
		return List.copyOf(exams.stream()
			.skip(1)
			.collect(Collectors.groupingBy(ExamPlan::packId, LinkedHashMap::new, Collectors.toList()))
			.values());
	}

	private static RecentAttempt recent(Attempt attempt, Map<UUID, ExamPlan> plans, Map<UUID, ScoreReport> reports,
			Instant now) {
		Duration left = attempt.timeLeft(now).plusSeconds(59);
		return new RecentAttempt(attempt, Objects.requireNonNull(plans.get(attempt.formId())),
				reports.get(attempt.getId()), attempt.isInProgress() ? left.toMinutes() : 0);
	}

}
