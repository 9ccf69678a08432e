package dev.rehearsal.attempt.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import dev.rehearsal.account.CandidateId;
import dev.rehearsal.attempt.Annotation;
import dev.rehearsal.attempt.Annotations;
import dev.rehearsal.attempt.Attempt;
import dev.rehearsal.attempt.Attempts;
import dev.rehearsal.attempt.CreditedTime;
import dev.rehearsal.attempt.ItemStatus;
import dev.rehearsal.attempt.Response;
import dev.rehearsal.attempt.Responses;
import dev.rehearsal.form.ExamPlan;
import dev.rehearsal.form.Forms;
import dev.rehearsal.form.PresentedItem;

import org.springframework.stereotype.Component;

/** Puts together what the pages of a running exam show. */
@Component
class Room {

	private final Attempts attempts;

	private final Responses responses;

	private final Forms forms;

	private final Annotations annotations;

	Room(Attempts attempts, Responses responses, Annotations annotations, Forms forms) {
		this.annotations = annotations;
		this.attempts = attempts;
		this.responses = responses;
		this.forms = forms;
	}

	View view(UUID attemptId, CandidateId candidate, Instant now) {
		Attempt attempt = this.attempts.find(attemptId, candidate, now);
		return view(attempt, this.annotations.of(attempt), now);
	}

	/** For pages that show no item. */
	View withoutNotes(UUID attemptId, CandidateId candidate, Instant now) {
		return view(this.attempts.find(attemptId, candidate, now), Map.of(), now);
	}

	private View view(Attempt attempt, Map<Integer, Annotation> made, Instant now) {
		Map<Integer, Response> given = this.responses.of(attempt);
		List<ItemSection> sections = this.forms.items(attempt.formId())
			.stream()
			.map((item) -> section(item, given, made))
			.toList();
		return new View(attempt, this.forms.plan(attempt.formId()), this.attempts.isPausable(attempt), sections, now);
	}

	private static ItemSection section(PresentedItem item, Map<Integer, Response> given,
			Map<Integer, Annotation> made) {
		return new ItemSection(item, given.getOrDefault(item.position(), Response.unseen(item.position())),
				made.getOrDefault(item.position(), Annotation.none(item.position())));
	}

	/**
	 * A running exam.
	 *
	 * @param attempt the attempt
	 * @param plan the exam
	 * @param pausable whether the clock may be stopped
	 * @param sections all items by position
	 * @param now the server's time
	 */
	public record View(Attempt attempt, ExamPlan plan, boolean pausable, List<ItemSection> sections, Instant now) {

		ItemSection section(int position) {
			return this.sections.get(position - 1);
		}

		/**
		 * Where the candidate was last.
		 * @return a position; the first if nothing was seen yet
		 */
		int lastVisited() {
			return this.sections.stream()
				.filter((section) -> section.response().visitedAt() != null)
				.max(Comparator.comparing((section) -> Objects.requireNonNull(section.response().visitedAt())))
				.map(ItemSection::position)
				.orElse(1);
		}

		/**
		 * How many items lack an answer or a part of it.
		 * @return 0 if all are answered
		 */
		public long unanswered() {
			return this.sections.stream().filter((section) -> section.status() != ItemStatus.ANSWERED).count();
		}

		/**
		 * How many items the candidate wants to come back to.
		 * @return 0 or more
		 */
		public long flagged() {
			return this.sections.stream().filter((section) -> section.response().flagged()).count();
		}

		/**
		 * What was given back after the service had been down.
		 * @return such as {@code 2 min 37 s}; empty if it was nothing, or in a drill,
		 * which has no clock
		 */
		public String credited() {
			return this.plan.isDrill() ? "" : CreditedTime.words(this.attempt.credited());
		}

		/**
		 * When nothing is awaited any more.
		 * @return in UTC
		 */
		public OffsetDateTime closesAt() {
			return this.attempt.closesAt().atOffset(ZoneOffset.UTC);
		}

		/**
		 * What is left of the time.
		 * @return hours, minutes and seconds, for example {@code 2:59:07}
		 */
		public String timeLeft() {
			long seconds = (this.attempt.timeLeft(this.now).toMillis() + 999) / 1000;
			return "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
		}

	}

}
