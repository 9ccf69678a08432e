package dev.rehearsal.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.rehearsal.attempt.Attempt;
import dev.rehearsal.attempt.AttemptEnded;
import dev.rehearsal.attempt.Response;
import dev.rehearsal.attempt.Responses;
import dev.rehearsal.bank.Bank;
import dev.rehearsal.bank.ItemRevision;
import dev.rehearsal.form.ExamPlan;
import dev.rehearsal.form.Forms;
import dev.rehearsal.form.Forms.Slot;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Grades an attempt in the transaction that ends it, so that no ended attempt is without
 * a score.
 */
@Component
class Grading {

	private final Bank bank;

	private final Forms forms;

	private final Responses responses;

	private final ScoreReportRepository reports;

	Grading(Bank bank, Forms forms, Responses responses, ScoreReportRepository reports) {
		this.bank = bank;
		this.forms = forms;
		this.responses = responses;
		this.reports = reports;
	}

	@EventListener
	void grade(AttemptEnded ended) {
		Attempt attempt = ended.attempt();
		List<Slot> slots = this.forms.slots(attempt.formId());
		Map<Long, ItemRevision> revisions = this.bank.revisions(slots.stream().map(Slot::revision).toList());
		Map<Integer, Response> given = this.responses.of(attempt);
		List<Boolean> grades = new ArrayList<>();
		List<Integer> sequences = new ArrayList<>();
		int right = 0;
		for (Slot slot : slots) {
			ItemRevision revision = Objects.requireNonNull(revisions.get(slot.revision()));
			Response response = given.getOrDefault(slot.position(), Response.unseen(slot.position()));
			boolean isRight = Grader.isRight(revision.content(), response.answer());
			grades.add(isRight);
			sequences.add(response.sequence());
			right += (isRight && slot.scored()) ? 1 : 0;
		}
		ExamPlan plan = this.forms.plan(attempt.formId());
		int scored = (int) slots.stream().filter(Slot::scored).count();
		int scaled = ScaledScore.of(plan.scale(), right, scored);
		this.reports.save(new ScoreReport(attempt.getId(), right, scored, scaled,
				ScaledScore.isPass(plan.scale(), scaled), grades, sequences));
	}

}
