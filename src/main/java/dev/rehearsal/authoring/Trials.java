package dev.rehearsal.authoring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import dev.rehearsal.attempt.Attempt;
import dev.rehearsal.attempt.AttemptMode;
import dev.rehearsal.attempt.Attempts;
import dev.rehearsal.attempt.ExtraTime;
import dev.rehearsal.attempt.Terms;
import dev.rehearsal.bank.Bank;
import dev.rehearsal.bank.Pack;
import dev.rehearsal.bank.PackDefinition;
import dev.rehearsal.bank.PackImport;
import dev.rehearsal.form.ExamPlan;
import dev.rehearsal.form.Exams;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Authors sit their drafts. For that the draft is imported as a pack that nobody is
 * offered, and afterwards all of it is deleted: nothing of a trial is ever counted.
 */
@Component
public class Trials {

	static final Duration KEPT = Duration.ofDays(1);

	private static final String PREFIX = Bank.TRIAL + "trial-";

	/** What belongs to a pack, children first. */
	private static final List<String> DELETE = List.of(
			"delete from item_report where attempt_id in (select id from attempt where pack_id = ?)",
			"delete from annotation where attempt_id in (select id from attempt where pack_id = ?)",
			"delete from response where attempt_id in (select id from attempt where pack_id = ?)",
			"delete from late_response where attempt_id in (select id from attempt where pack_id = ?)",
			"delete from score_report where attempt_id in (select id from attempt where pack_id = ?)",
			"delete from attempt where pack_id = ?",
			"delete from form where pack_version_id in (select id from pack_version where pack_id = ?)",
			"delete from item_revision where pack_id = ?", "delete from scenario where pack_id = ?",
			"delete from pack_version where pack_id = ?", "delete from pack where id = ?");

	private final PackImport packImport;

	private final Exams exams;

	private final Attempts attempts;

	private final JdbcClient jdbc;

	private final Clock clock;

	Trials(PackImport packImport, Exams exams, Attempts attempts, JdbcClient jdbc, Clock clock) {
		this.packImport = packImport;
		this.exams = exams;
		this.attempts = attempts;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Starts a trial in place of the one before.
	 * @param draft one that was found for its owner
	 * @param pack what it says
	 * @param blueprint the exam that is tried
	 * @param now the time
	 * @param seed draws the form
	 * @return an attempt in progress
	 * @throws NoSuchElementException if the draft has no such blueprint
	 * @throws dev.rehearsal.form.BlueprintNotFilledException if it has not enough items
	 */
	@Transactional
	public Attempt start(Draft draft, Pack pack, String blueprint, Instant now, long seed) {
		delete(draft);
		PackDefinition trial = pack.definition().as(packId(draft));
		this.packImport.importPack(new Pack(trial, pack.items(), pack.images()), now);
		ExamPlan plan = this.exams.trial(trial.id(), blueprint).orElseThrow();
		return this.attempts.start(draft.owner(), plan, new Terms(AttemptMode.TRIAL, ExtraTime.NONE), now, seed);
	}

	/**
	 * The trial of a draft.
	 * @param draft one that was found for its owner
	 * @return the attempt; empty if there is none
	 */
	public Optional<UUID> of(Draft draft) {
		return this.jdbc.sql("select id from attempt where pack_id = ? and candidate_id = ?")
			.params(packId(draft), draft.owner().value())
			.query(UUID.class)
			.optional();
	}

	/**
	 * Deletes the trial of a draft, finished or not.
	 * @param draft one that was found for its owner
	 */
	@Transactional
	public void delete(Draft draft) {
		delete(packId(draft));
	}

	private void delete(String packId) {
		DELETE.forEach((statement) -> this.jdbc.sql(statement).param(packId).update());
	}

	/** Nobody comes back to an old trial. */
	@Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
	@Transactional
	public void deleteOld() {
		this.jdbc.sql("select pack_id from pack_version where starts_with(pack_id, ?) and imported_at < ?")
			.params(PREFIX, this.clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
			.query((row, number) -> row.getString(1))
			.list()
			.forEach(this::delete);
	}

	private static String packId(Draft draft) {
		return PREFIX + draft.id();
	}

}
