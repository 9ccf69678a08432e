package dev.rehearsal.review.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.rehearsal.account.CandidateId;
import dev.rehearsal.attempt.Annotation;
import dev.rehearsal.attempt.Annotations;
import dev.rehearsal.attempt.Attempt;
import dev.rehearsal.attempt.Attempts;
import dev.rehearsal.attempt.ItemReports;
import dev.rehearsal.form.Forms;
import dev.rehearsal.review.AnswerReview;
import dev.rehearsal.review.ReviewedItem;
import dev.rehearsal.scoring.ScoreReport;
import dev.rehearsal.scoring.Scores;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The answer review. */
@Controller
class ReviewController {

	private final Clock clock;

	private final Attempts attempts;

	private final Forms forms;

	private final Scores scores;

	private final AnswerReview review;

	private final Annotations annotations;

	private final ItemReports reports;

	ReviewController(Clock clock, Attempts attempts, Forms forms, Scores scores, AnswerReview review,
			Annotations annotations, ItemReports reports) {
		this.annotations = annotations;
		this.reports = reports;
		this.clock = clock;
		this.attempts = attempts;
		this.forms = forms;
		this.scores = scores;
		this.review = review;
	}

	@GetMapping("/attempts/{attemptId}/review")
	String review(@PathVariable UUID attemptId, ReviewFilter filter, @AuthenticationPrincipal CandidateId candidate,
			Model model) {
		Attempt attempt = this.attempts.find(attemptId, candidate, this.clock.instant());
		Optional<ScoreReport> report = this.scores.report(attempt);
		if (report.isEmpty()) {
			return "redirect:/attempts/" + attemptId;
		}
		List<ReviewedItem> all = this.review.of(attempt, report.get());
		model.addAttribute("attempt", attempt);
		model.addAttribute("plan", this.forms.plan(attempt.formId()));
		model.addAttribute("filter", filter);
		model.addAttribute("total", all.size());
		model.addAttribute("types", types(all));
		Map<Integer, Annotation> made = this.annotations.of(attempt);
		model.addAttribute("annotations", made);
		model.addAttribute("highlights", all.stream()
			.collect(Collectors.toMap(ReviewedItem::position, (item) -> String.join(" ", highlights(item, made)))));
		model.addAttribute("reports", this.reports.of(attempt));
		model.addAttribute("items", all.stream().filter(filter::includes).toList());
		return "review/review";
	}

	/** The first item of a case study keeps what was highlighted in its scenario. */
	private static List<String> highlights(ReviewedItem item, Map<Integer, Annotation> made) {
		Stream<String> own = made.getOrDefault(item.position(), Annotation.none(item.position())).highlights().stream();
		if (item.scenario() == null || item.scenario().first() == item.position()) {
			return own.toList();
		}
		int first = item.scenario().first();
		Stream<String> shared = made.getOrDefault(first, Annotation.none(first))
			.highlights()
			.stream()
			.filter((mark) -> mark.startsWith("scenario:"));
		return Stream.concat(own, shared).toList();
	}

	private static List<String> types(List<ReviewedItem> items) {
		List<String> types = items.stream()
			.map(ReviewedItem::type)
			.distinct()
			.sorted()
			.collect(Collectors.toCollection(ArrayList::new));
		if (items.stream().anyMatch((item) -> item.scenario() != null)) {
			types.add("case-study");
		}
		return types;
	}

}
