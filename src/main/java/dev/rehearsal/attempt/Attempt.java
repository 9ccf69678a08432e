package dev.rehearsal.attempt;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import dev.rehearsal.account.CandidateId;
import dev.rehearsal.form.ExamPlan;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Persistable;

/** One candidate's sitting of one form. */
@Entity
public class Attempt implements Persistable<UUID> {

	@Id
	private UUID id;

	private UUID candidateId;

	private UUID formId;

	private String packId;

	private String blueprint;

	@Enumerated(EnumType.STRING)
	private AttemptState state;

	private Instant startedAt;

	private Instant deadline;

	private @Nullable Instant endedAt;

	@SuppressWarnings("NullAway.Init")
	protected Attempt() {
	}

	Attempt(UUID id, CandidateId candidate, UUID formId, ExamPlan plan, Instant now) {
		this.id = id;
		this.candidateId = candidate.value();
		this.formId = formId;
		this.packId = plan.packId();
		this.blueprint = plan.blueprint();
		this.state = AttemptState.IN_PROGRESS;
		this.startedAt = now;
		this.deadline = now.plus(Duration.ofMinutes(plan.minutes()));
	}

	@Override
	public UUID getId() {
		return this.id;
	}

	/**
	 * Attempts are saved explicitly only once, when they start: no look-up before the
	 * insert.
	 */
	@Override
	public boolean isNew() {
		return true;
	}

	/**
	 * The form that is sat.
	 * @return its id
	 */
	public UUID formId() {
		return this.formId;
	}

	/**
	 * The pack of the form.
	 * @return its id
	 */
	public String packId() {
		return this.packId;
	}

	/**
	 * The blueprint of the form.
	 * @return its id, unique in the pack
	 */
	public String blueprint() {
		return this.blueprint;
	}

	/**
	 * Where the attempt is in its life.
	 * @return the state
	 */
	public AttemptState state() {
		return this.state;
	}

	/**
	 * Whether responses may still be given.
	 * @return false once it has ended
	 */
	public boolean isInProgress() {
		return this.state == AttemptState.IN_PROGRESS;
	}

	/**
	 * When the clock began to run.
	 * @return the start
	 */
	public Instant startedAt() {
		return this.startedAt;
	}

	/**
	 * {@link #startedAt()} for people.
	 * @return in UTC, wherever the server stands
	 */
	public OffsetDateTime startedAtUtc() {
		return this.startedAt.atOffset(ZoneOffset.UTC);
	}

	/**
	 * The first moment at which no response is accepted any more.
	 * @return the deadline
	 */
	public Instant deadline() {
		return this.deadline;
	}

	/**
	 * When it ended.
	 * @return empty while it is in progress
	 */
	public Optional<Instant> endedAt() {
		return Optional.ofNullable(this.endedAt);
	}

	/**
	 * How long the candidate sat.
	 * @return zero while it is in progress
	 */
	public Duration timeUsed() {
		return (this.endedAt != null) ? Duration.between(this.startedAt, this.endedAt) : Duration.ZERO;
	}

	boolean isOverdue(Instant now) {
		return isInProgress() && !now.isBefore(this.deadline);
	}

	/**
	 * Ends the attempt. What is ended at or after the deadline was ended by the deadline.
	 * @return false if it had ended before
	 */
	boolean end(Instant now) {
		if (!isInProgress()) {
			return false;
		}
		boolean timeUp = isOverdue(now);
		this.state = timeUp ? AttemptState.TIME_UP : AttemptState.SUBMITTED;
		this.endedAt = timeUp ? this.deadline : now;
		return true;
	}

}
