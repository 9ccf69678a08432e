package dev.rehearsal.attempt;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.rehearsal.account.CandidateId;
import dev.rehearsal.account.Candidates;
import dev.rehearsal.form.ExamPlan;
import dev.rehearsal.form.Forms;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Starting, finding and ending attempts. */
@Component
public class Attempts {

	private final AttemptRepository repository;

	private final Candidates candidates;

	private final Forms forms;

	private final ApplicationEventPublisher events;

	private final TransactionTemplate transaction;

	Attempts(AttemptRepository repository, Candidates candidates, Forms forms, ApplicationEventPublisher events,
			TransactionTemplate transaction) {
		this.repository = repository;
		this.candidates = candidates;
		this.forms = forms;
		this.events = events;
		this.transaction = transaction;
	}

	/**
	 * Starts an exam, or goes on with the one that is running: who presses the button
	 * twice gets one.
	 * @param candidate who sits it
	 * @param plan the exam
	 * @param now the time
	 * @param seed draws the form
	 * @return an attempt in progress
	 * @throws dev.rehearsal.form.BlueprintNotFilledException if the pack has not enough
	 * items
	 */
	public Attempt start(CandidateId candidate, ExamPlan plan, Instant now, long seed) {
		return running(candidate, plan, now).orElseGet(() -> {
			try {
				return this.transaction.execute((status) -> startNew(candidate, plan, now, seed));
			}
			catch (DataIntegrityViolationException ex) {
				// The other press was faster.
				return running(candidate, plan, now).orElseThrow(() -> ex);
			}
		});
	}

	private Attempt startNew(CandidateId candidate, ExamPlan plan, Instant now, long seed) {
		this.candidates.keep(candidate, now);
		List<UUID> earlier = this.repository.findByCandidateIdAndPackId(candidate.value(), plan.packId())
			.stream()
			.map(Attempt::formId)
			.toList();
		UUID formId = UUID.randomUUID();
		this.forms.assemble(formId, plan, earlier, seed);
		return this.repository.save(new Attempt(UUID.randomUUID(), candidate, formId, plan, now));
	}

	private Optional<Attempt> running(CandidateId candidate, ExamPlan plan, Instant now) {
		return this.repository
			.findByCandidateIdAndPackIdAndBlueprintAndState(candidate.value(), plan.packId(), plan.blueprint(),
					AttemptState.IN_PROGRESS)
			.map((attempt) -> endIfOverdue(attempt, now))
			.filter(Attempt::isInProgress);
	}

	/**
	 * Finds a candidate's attempt. One whose deadline has passed has ended, whether or
	 * not anything has noticed it before.
	 * @param id the attempt
	 * @param candidate whose attempt it must be
	 * @param now the time
	 * @return the attempt as it is at that time
	 * @throws NoSuchAttemptException if there is none or it is another candidate's
	 */
	public Attempt find(UUID id, CandidateId candidate, Instant now) {
		return this.repository.findByIdAndCandidateId(id, candidate.value())
			.map((attempt) -> endIfOverdue(attempt, now))
			.orElseThrow(() -> new NoSuchAttemptException(id));
	}

	/**
	 * All attempts of a candidate.
	 * @param candidate whose
	 * @param now the time
	 * @return the newest first
	 */
	public List<Attempt> of(CandidateId candidate, Instant now) {
		return this.repository.findByCandidateIdOrderByStartedAtDesc(candidate.value())
			.stream()
			.map((attempt) -> endIfOverdue(attempt, now))
			.toList();
	}

	/**
	 * Ends an attempt; ending it again changes nothing.
	 * @param id the attempt
	 * @param candidate whose attempt it must be
	 * @param now the time
	 * @throws NoSuchAttemptException if there is none or it is another candidate's
	 */
	public void end(UUID id, CandidateId candidate, Instant now) {
		find(id, candidate, now);
		end(id, now);
	}

	List<UUID> overdue(Instant now, int most) {
		return this.repository.overdue(now, Limit.of(most));
	}

	private Attempt endIfOverdue(Attempt attempt, Instant now) {
		return attempt.isOverdue(now) ? end(attempt.getId(), now) : attempt;
	}

	Attempt end(UUID id, Instant now) {
		return this.transaction.execute((status) -> {
			Attempt attempt = this.repository.lock(id).orElseThrow(() -> new NoSuchAttemptException(id));
			if (attempt.end(now)) {
				this.events.publishEvent(new AttemptEnded(attempt));
			}
			return attempt;
		});
	}

}
