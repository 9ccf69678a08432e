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
	private AttemptMode mode;

	@Enumerated(EnumType.STRING)
	private AttemptState state;

	private Instant startedAt;

	private Instant deadline;

	private int graceSeconds;

	@Enumerated(EnumType.STRING)
	private ExtraTime extraTime;

	private boolean creditsOutages;

	private long creditedMillis;

	private @Nullable Instant pausedAt;

	private long pausedMillis;

	private @Nullable Instant endedAt;

	@SuppressWarnings("NullAway.Init")
	protected Attempt() {
	}

	Attempt(UUID id, CandidateId candidate, UUID formId, ExamPlan plan, Terms terms, Instant now) {
		this.id = id;
		this.candidateId = candidate.value();
		this.formId = formId;
		this.packId = plan.packId();
		this.blueprint = plan.blueprint();
		this.mode = terms.mode();
		this.state = AttemptState.IN_PROGRESS;
		this.startedAt = now;
		Duration limit = Duration.ofMinutes(plan.minutes());
		this.deadline = now.plus(limit).plus(terms.extraTime().on(limit));
		this.graceSeconds = plan.grace();
		this.extraTime = terms.extraTime();
		this.creditsOutages = plan.creditsOutages();
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

	CandidateId candidate() {
		return new CandidateId(this.candidateId);
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
	 * How long the candidate sat, without pauses and outages.
	 * @return zero while it is in progress
	 */
	public Duration timeUsed() {
		if (this.endedAt == null) {
			return Duration.ZERO;
		}
		Duration used = Duration.between(this.startedAt, this.endedAt)
			.minusMillis(this.pausedMillis)
			.minusMillis(this.creditedMillis);
		return used.isNegative() ? Duration.ZERO : used;
	}

	/**
	 * What the sitting is for.
	 * @return the mode
	 */
	public AttemptMode mode() {
		return this.mode;
	}

	/**
	 * The first moment at which nothing is accepted any more, not even what was given in
	 * time.
	 * @return the deadline and the grace
	 */
	public Instant closesAt() {
		return this.deadline.plusSeconds(this.graceSeconds);
	}

	/**
	 * The accommodation that the deadline includes.
	 * @return {@link ExtraTime#NONE} for most
	 */
	public ExtraTime extraTime() {
		return this.extraTime;
	}

	/**
	 * What was given back after the service had been down.
	 * @return zero if it never was
	 */
	public Duration credited() {
		return Duration.ofMillis(this.creditedMillis);
	}

	/**
	 * Whether the clock stands still.
	 * @return only ever true of practice
	 */
	public boolean isPaused() {
		return this.pausedAt != null;
	}

	/**
	 * What is left of the time.
	 * @param now the time
	 * @return never negative; what was left when the clock stopped, if it is paused
	 */
	public Duration timeLeft(Instant now) {
		Duration left = Duration.between((this.pausedAt != null) ? this.pausedAt : now, this.deadline);
		return left.isNegative() ? Duration.ZERO : left;
	}

	/**
	 * Whether no response may be given any more. Those that were given in time may still
	 * arrive until {@link #closesAt()}.
	 * @param now the time
	 * @return false while the clock runs or stands still
	 */
	public boolean isTimeUp(Instant now) {
		return isInProgress() && this.pausedAt == null && !now.isBefore(this.deadline);
	}

	/** Whether nothing is awaited any more, so that the deadline ends the attempt. */
	boolean isOverdue(Instant now) {
		return isTimeUp(now) && !now.isBefore(closesAt());
	}

	/**
	 * Ends the attempt. What is ended at or after the deadline was ended by the deadline.
	 * @return false if it had ended before
	 */
	boolean end(Instant now) {
		if (!isInProgress()) {
			return false;
		}
		boolean timeUp = isTimeUp(now);
		stopPause(now);
		this.state = timeUp ? AttemptState.TIME_UP : AttemptState.SUBMITTED;
		this.endedAt = timeUp ? this.deadline : now;
		return true;
	}

	/**
	 * Gives the attempt up.
	 * @return false if it had ended before
	 */
	boolean abandon(Instant now) {
		if (!isInProgress()) {
			return false;
		}
		stopPause(now);
		this.state = AttemptState.ABANDONED;
		this.endedAt = now;
		return true;
	}

	/**
	 * Stops the clock.
	 * @return false if nothing stops it: it has run out, or has stopped already
	 */
	boolean pause(Instant now) {
		if (!isInProgress() || isTimeUp(now) || this.pausedAt != null) {
			return false;
		}
		this.pausedAt = now;
		return true;
	}

	/** Lets the clock go on with the time that was left. */
	void resume(Instant now) {
		if (isInProgress()) {
			stopPause(now);
		}
	}

	private void stopPause(Instant now) {
		if (this.pausedAt != null) {
			Duration pause = Duration.between(this.pausedAt, now);
			this.deadline = this.deadline.plus(pause);
			this.pausedMillis += pause.toMillis();
			this.pausedAt = null;
		}
	}

	/**
	 * Puts one accommodation in place of another. Time is only ever added.
	 * @return false if it would not add any, or it is too late to
	 */
	boolean grant(ExtraTime granted, Duration limit, Instant now) {
		Duration more = granted.on(limit).minus(this.extraTime.on(limit));
		if (!isInProgress() || isTimeUp(now) || !more.isPositive()) {
			return false;
		}
		this.deadline = this.deadline.plus(more);
		this.extraTime = granted;
		return true;
	}

}
