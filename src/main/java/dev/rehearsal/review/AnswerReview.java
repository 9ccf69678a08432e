package dev.rehearsal.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.rehearsal.attempt.Attempt;
import dev.rehearsal.attempt.Response;
import dev.rehearsal.attempt.Responses;
import dev.rehearsal.bank.Bank;
import dev.rehearsal.bank.ItemRevision;
import dev.rehearsal.form.ExamPlan;
import dev.rehearsal.form.Forms;
import dev.rehearsal.form.Forms.Slot;
import dev.rehearsal.form.PresentedItem;
import dev.rehearsal.scoring.ScoreReport;
import dev.rehearsal.scoring.Scores;
import dev.rehearsal.shared.Markdown;

import org.springframework.stereotype.Component;

/** Every item of an ended attempt with response, key and rationales. */
@Component
public class AnswerReview {

	private final Bank bank;

	private final Forms forms;

	private final Responses responses;

	private final Scores scores;

	private final Markdown markdown;

	AnswerReview(Bank bank, Forms forms, Responses responses, Scores scores, Markdown markdown) {
		this.scores = scores;
		this.bank = bank;
		this.forms = forms;
		this.responses = responses;
		this.markdown = markdown;
	}

	/**
	 * Reviews one item of practice that goes on.
	 * @param attempt one that was found for its candidate
	 * @param position on the form
	 * @return empty unless the item was checked
	 */
	public Optional<ReviewedItem> checked(Attempt attempt, int position) {
		Response response = this.responses.of(attempt).get(position);
		if (response == null || response.checkedAt() == null) {
			return Optional.empty();
		}
		Slot slot = this.forms.slots(attempt.formId()).get(position - 1);
		ItemRevision revision = Objects
			.requireNonNull(this.bank.revisions(List.of(slot.revision())).get(slot.revision()));
		PresentedItem presented = this.forms.items(attempt.formId()).get(position - 1);
		return Optional.of(new ItemReview(presented, revision, response, this.markdown).reviewed(
				domains(attempt).getOrDefault(revision.domain(), revision.domain()), slot.scored(),
				this.scores.isRight(revision, response)));
	}

	private Map<String, String> domains(Attempt attempt) {
		return this.forms.plan(attempt.formId())
			.domains()
			.stream()
			.collect(Collectors.toMap(ExamPlan.Domain::id, ExamPlan.Domain::title));
	}

	/**
	 * Reviews an attempt. That there is a report is what makes sure that it has ended.
	 * @param attempt one that was found for its candidate
	 * @param report its score report
	 * @return all items by position
	 */
	public List<ReviewedItem> of(Attempt attempt, ScoreReport report) {
		Map<String, String> domains = domains(attempt);
		List<PresentedItem> presented = this.forms.items(attempt.formId());
		List<Slot> slots = this.forms.slots(attempt.formId());
		Map<Long, ItemRevision> revisions = this.bank.revisions(slots.stream().map(Slot::revision).toList());
		Map<Integer, Response> given = this.responses.of(attempt);
		List<ReviewedItem> items = new ArrayList<>();
		for (Slot slot : slots) {
			ItemRevision revision = Objects.requireNonNull(revisions.get(slot.revision()));
			Response response = given.getOrDefault(slot.position(), Response.unseen(slot.position()));
			items.add(new ItemReview(presented.get(slot.position() - 1), revision, response, this.markdown).reviewed(
					domains.getOrDefault(revision.domain(), revision.domain()), slot.scored(),
					report.isRight(slot.position())));
		}
		return items;
	}

}
