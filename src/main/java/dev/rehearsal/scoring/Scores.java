package dev.rehearsal.scoring;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.rehearsal.attempt.Attempt;
import dev.rehearsal.attempt.Response;
import dev.rehearsal.bank.Bank;
import dev.rehearsal.bank.ItemRevision;
import dev.rehearsal.form.ExamPlan;
import dev.rehearsal.form.ExamPlan.Scale;
import dev.rehearsal.form.Forms;
import dev.rehearsal.form.Forms.Slot;

import org.springframework.stereotype.Component;

/** The scores of ended attempts. */
@Component
public class Scores {

	private final Bank bank;

	private final Forms forms;

	private final ScoreReportRepository reports;

	Scores(Bank bank, Forms forms, ScoreReportRepository reports) {
		this.bank = bank;
		this.forms = forms;
		this.reports = reports;
	}

	/**
	 * The report of an attempt.
	 * @param attempt one that was found for its candidate
	 * @return empty while it is in progress
	 */
	public Optional<ScoreReport> report(Attempt attempt) {
		return this.reports.findByAttemptIdIn(List.of(attempt.getId())).stream().findFirst();
	}

	/**
	 * Whether an answer is right, before there is a report: for practice.
	 * @param item what was answered
	 * @param response what is stored
	 * @return right or wrong
	 */
	public boolean isRight(ItemRevision item, Response response) {
		return Grader.isRight(item.content(), response.answer());
	}

	/**
	 * The reports of attempts.
	 * @param attempts that were found for their candidate
	 * @return by attempt, without those in progress
	 */
	public Map<UUID, ScoreReport> reports(Collection<Attempt> attempts) {
		if (attempts.isEmpty()) {
			return Map.of();
		}
		return this.reports.findByAttemptIdIn(attempts.stream().map(Attempt::getId).toList())
			.stream()
			.collect(Collectors.toMap(ScoreReport::getId, Function.identity()));
	}

	/**
	 * The table by content domain.
	 * @param attempt an ended attempt
	 * @param report its report
	 * @return in the exam guide's order
	 */
	public List<DomainResult> domains(Attempt attempt, ScoreReport report) {
		ExamPlan plan = this.forms.plan(attempt.formId());
		List<Slot> slots = this.forms.slots(attempt.formId()).stream().filter(Slot::scored).toList();
		Map<Long, ItemRevision> revisions = this.bank.revisions(slots.stream().map(Slot::revision).toList());
		Map<String, Integer> scored = new HashMap<>();
		Map<String, Integer> right = new HashMap<>();
		for (Slot slot : slots) {
			String domain = Objects.requireNonNull(revisions.get(slot.revision())).domain();
			scored.merge(domain, 1, Integer::sum);
			right.merge(domain, report.isRight(slot.position()) ? 1 : 0, Integer::sum);
		}
		return plan.domains()
			.stream()
			.filter((domain) -> scored.containsKey(domain.id()))
			.map((domain) -> result(plan.scale(), domain, right.getOrDefault(domain.id(), 0),
					scored.getOrDefault(domain.id(), 0)))
			.toList();
	}

	private static DomainResult result(Scale scale, ExamPlan.Domain domain, int right, int scored) {
		return new DomainResult(domain.title(), domain.weight(), right, scored,
				ScaledScore.isPass(scale, ScaledScore.of(scale, right, scored)));
	}

}
