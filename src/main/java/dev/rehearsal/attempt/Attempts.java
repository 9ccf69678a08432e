package dev.rehearsal.attempt;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

import dev.rehearsal.account.CandidateId;
import dev.rehearsal.account.Candidates;
import dev.rehearsal.form.DrillChoice;
import dev.rehearsal.form.ExamPlan;
import dev.rehearsal.form.Forms;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
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
	 * @param terms how they want to sit it
	 * @param now the time
	 * @param seed draws the form
	 * @return an attempt in progress
	 * @throws dev.rehearsal.form.BlueprintNotFilledException if the pack has not enough
	 * items
	 */
	public Attempt start(CandidateId candidate, ExamPlan plan, Terms terms, Instant now, long seed) {
		return running(candidate, plan, terms, now).orElseGet(() -> {
			try {
				return this.transaction.execute((status) -> startNew(candidate, plan, terms, now, seed));
			}
			catch (DataIntegrityViolationException ex) {
				// The other press was faster.
				return running(candidate, plan, terms, now).orElseThrow(() -> ex);
			}
		});
	}

	private Optional<Attempt> running(CandidateId candidate, ExamPlan plan, Terms terms, Instant now) {
		return running(candidate, plan.packId(), plan.blueprint(), terms.mode(), now);
	}

	private Attempt startNew(CandidateId candidate, ExamPlan plan, Terms terms, Instant now, long seed) {
		this.candidates.keep(candidate, now);
		List<UUID> earlier = this.repository.findByCandidateIdAndPackId(candidate.value(), plan.packId())
			.stream()
			.map(Attempt::formId)
			.toList();
		UUID formId = UUID.randomUUID();
		this.forms.assemble(formId, plan, earlier, seed);
		return this.repository.save(new Attempt(UUID.randomUUID(), candidate, formId, plan, terms, now));
	}

	/**
	 * The attempt at an exam that is running.
	 * @param candidate whose
	 * @param packId its pack
	 * @param blueprint its blueprint; empty for a drill
	 * @param mode in which it is sat
	 * @param now the time
	 * @return empty if there is none
	 */
	public Optional<Attempt> running(CandidateId candidate, String packId, String blueprint, AttemptMode mode,
			Instant now) {
		return this.repository
			.findByCandidateIdAndPackIdAndBlueprintAndModeAndState(candidate.value(), packId, blueprint, mode,
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
	 * Starts a drill, or goes on with the one of this pack that is running.
	 * @param candidate who wants it
	 * @param choice what they want to drill
	 * @param now the time
	 * @param seed draws the items
	 * @return an attempt in progress
	 * @throws java.util.NoSuchElementException if nothing fits
	 */
	public Attempt drill(CandidateId candidate, DrillChoice choice, Instant now, long seed) {
		return running(candidate, choice.packId(), "", AttemptMode.DRILL, now).orElseGet(() -> {
			try {
				return this.transaction.execute((status) -> {
					this.candidates.keep(candidate, now);
					UUID formId = UUID.randomUUID();
					ExamPlan plan = this.forms.drill(formId, choice, seed);
					return this.repository.save(new Attempt(UUID.randomUUID(), candidate, formId, plan,
							new Terms(AttemptMode.DRILL, ExtraTime.NONE), now));
				});
			}
			catch (DataIntegrityViolationException ex) {
				return running(candidate, choice.packId(), "", AttemptMode.DRILL, now).orElseThrow(() -> ex);
			}
		});
	}

	/**
	 * All attempts of a candidate, trials left out.
	 * @param candidate whose
	 * @param now the time
	 * @return the newest first
	 */
	public List<Attempt> of(CandidateId candidate, Instant now) {
		return this.repository.findByCandidateIdAndModeNotOrderByStartedAtDesc(candidate.value(), AttemptMode.TRIAL)
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
		this.transaction.executeWithoutResult((status) -> end(
				this.repository.lock(id, candidate.value()).orElseThrow(() -> new NoSuchAttemptException(id)), now));
	}

	/**
	 * Gives an attempt up; one that has ended stays as it is.
	 * @param id the attempt
	 * @param candidate whose attempt it must be
	 * @param now the time
	 * @return whether it is abandoned now
	 * @throws NoSuchAttemptException if there is none or it is another candidate's
	 */
	public boolean abandon(UUID id, CandidateId candidate, Instant now) {
		return change(id, candidate, now, (attempt) -> attempt.abandon(now));
	}

	/**
	 * Stops the clock of practice whose blueprint allows it.
	 * @param id the attempt
	 * @param candidate whose attempt it must be
	 * @param now the time
	 * @return whether it stopped
	 * @throws NoSuchAttemptException if there is none or it is another candidate's
	 */
	public boolean pause(UUID id, CandidateId candidate, Instant now) {
		return change(id, candidate, now, (attempt) -> isPausable(attempt) && attempt.pause(now));
	}

	/**
	 * Lets a clock that stands still go on.
	 * @param id the attempt
	 * @param candidate whose attempt it must be
	 * @param now the time
	 * @throws NoSuchAttemptException if there is none or it is another candidate's
	 */
	public void resume(UUID id, CandidateId candidate, Instant now) {
		change(id, candidate, now, (attempt) -> {
			attempt.resume(now);
			return true;
		});
	}

	/**
	 * Gives more time to a running attempt.
	 * @param id the attempt
	 * @param candidate whose attempt it must be
	 * @param extraTime in place of what was granted before
	 * @param now the time
	 * @return whether the deadline moved
	 * @throws NoSuchAttemptException if there is none or it is another candidate's
	 */
	public boolean grant(UUID id, CandidateId candidate, ExtraTime extraTime, Instant now) {
		return change(id, candidate, now, (attempt) -> attempt.grant(extraTime,
				Duration.ofMinutes(this.forms.plan(attempt.formId()).minutes()), now));
	}

	/**
	 * Whether the clock of an attempt may be stopped.
	 * @param attempt the attempt
	 * @return never for an exam
	 */
	public boolean isPausable(Attempt attempt) {
		return attempt.mode() == AttemptMode.PRACTICE && this.forms.plan(attempt.formId()).pausable();
	}

	private boolean change(UUID id, CandidateId candidate, Instant now, Predicate<Attempt> change) {
		find(id, candidate, now);
		return Boolean.TRUE.equals(this.transaction.execute(
				(status) -> change.test(this.repository.lock(id).orElseThrow(() -> new NoSuchAttemptException(id)))));
	}

	List<UUID> overdue(Instant now, int most) {
		return this.repository.overdue(now, most);
	}

	private Attempt endIfOverdue(Attempt attempt, Instant now) {
		return attempt.isOverdue(now) ? endOverdue(attempt.getId(), now) : attempt;
	}

	/** Its deadline may have moved since it was looked at: then it goes on. */
	Attempt endOverdue(UUID id, Instant now) {
		return this.transaction.execute((status) -> {
			Attempt attempt = this.repository.lock(id).orElseThrow(() -> new NoSuchAttemptException(id));
			if (attempt.isOverdue(now)) {
				end(attempt, now);
			}
			return attempt;
		});
	}

	private void end(Attempt attempt, Instant now) {
		if (attempt.end(now)) {
			this.events.publishEvent(new AttemptEnded(attempt));
		}
	}

}
