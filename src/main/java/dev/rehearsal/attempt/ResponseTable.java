package dev.rehearsal.attempt;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import dev.rehearsal.account.CandidateId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What candidates gave, in plain SQL: a save takes one statement, unless it is refused.
 */
@Component
class ResponseTable {

	private static final String REFUSED = """
			select state, paused_at is not null or (deadline > :given
			    and deadline + grace_seconds * interval '1 second' > :now) as in_time
			from attempt where id = :attempt and candidate_id = :candidate
			""";

	private static final String STORED = "select * from response where attempt_id = :attempt and position = :position";

	private static final String SAVES = """
			select (select coalesce(sum(sequence), 0) from response where attempt_id = :attempt)
			    + (select coalesce(sum(sequence), 0) from annotation where attempt_id = :attempt)
			""";

	private static final String VISIT = """
			insert into response (attempt_id, position, visited_at)
			select id, :position, :now from attempt
			where id = :attempt and candidate_id = :candidate and state = 'IN_PROGRESS'
			    and (paused_at is not null or deadline + grace_seconds * interval '1 second' > :now) for share
			on conflict (attempt_id, position) do update set visited_at = excluded.visited_at
			""";

	/** The newest of each item. */
	private static final String LATE = """
			insert into late_response as stored (attempt_id, position, answer, sequence, answered_at, arrived_at)
			values (:attempt, :position, :answer, :sequence, :answered, :now)
			on conflict (attempt_id, position) do update
			    set answer = excluded.answer, sequence = excluded.sequence, answered_at = excluded.answered_at,
			        arrived_at = excluded.arrived_at
			    where coalesce(stored.answered_at < excluded.answered_at, stored.sequence < excluded.sequence)
			""";

	private static final String ALL_LATE = """
			select late.position, late.answer, late.arrived_at,
			    coalesce(stored.answered_at > late.answered_at, stored.sequence > late.sequence, false) as overtaken
			from late_response late left join response stored using (attempt_id, position)
			where attempt_id = ? and late.answer <> coalesce(stored.answer, '{}') order by position
			""";

	private static final String CHECK = """
			update response set checked_at = :now
			where attempt_id = :attempt and position = :position and sequence = :sequence and checked_at is null
			""";

	private final JdbcClient client;

	private final SaveStatement statement;

	ResponseTable(JdbcTemplate jdbc) {
		this.client = JdbcClient.create(jdbc);
		this.statement = new SaveStatement(jdbc);
	}

	/**
	 * Empty if the candidate has no such attempt. Only a refused save looks at what is
	 * stored, in a statement of its own: the one that was refused would not see what
	 * another tab has stored in the very same moment.
	 */
	Optional<Saved> save(UUID attemptId, CandidateId candidate, Save save, Instant now) {
		if (this.statement.stores(attemptId, candidate, save, now)) {
			return Optional.of(new Saved(SaveOutcome.RECORDED, new Response(save.position(), save.answer(),
					save.flagged(), save.sequence(), save.answeredAt(), now, now, null)));
		}
		return this.client.sql(REFUSED)
			.param("attempt", attemptId)
			.param("candidate", candidate.value())
			.param("now", utc(now))
			.param("given", utc(save.givenAt()))
			.query((found, number) -> new Sitting(AttemptState.valueOf(found.getString("state")),
					found.getBoolean("in_time")))
			.optional()
			.map((sitting) -> refused(sitting, attemptId, save, now));
	}

	/** Whether the attempt is still in progress. */
	boolean visit(UUID attemptId, CandidateId candidate, int position, Instant now) {
		return this.client.sql(VISIT)
			.param("attempt", attemptId)
			.param("candidate", candidate.value())
			.param("position", position)
			.param("now", utc(now))
			.update() > 0;
	}

	/** Grows with each answer and note that is stored, by however much. */
	long saves(UUID attemptId) {
		return this.client.sql(SAVES).param("attempt", attemptId).query(Long.class).single();
	}

	Map<Integer, Response> all(UUID attemptId) {
		return this.client.sql("select * from response where attempt_id = ?")
			.param(attemptId)
			.query((row, number) -> response(row))
			.list()
			.stream()
			.collect(Collectors.toMap(Response::position, Function.identity()));
	}

	Optional<UUID> formId(UUID attemptId, CandidateId candidate) {
		return this.client.sql("select form_id from attempt where id = ? and candidate_id = ?")
			.params(attemptId, candidate.value())
			.query(UUID.class)
			.optional();
	}

	private Saved refused(Sitting sitting, UUID attemptId, Save save, Instant now) {
		Response stored = stored(attemptId, save.position());
		SaveOutcome refusal = sitting.refusal(save, stored);
		if (refusal == SaveOutcome.TOO_LATE || refusal == SaveOutcome.ALREADY_SUBMITTED) {
			keepLate(attemptId, save, now);
		}
		return new Saved(refusal, stored);
	}

	private void keepLate(UUID attemptId, Save save, Instant now) {
		this.client.sql(LATE)
			.param("attempt", attemptId)
			.param("position", save.position())
			.param("answer", save.answer().toArray(String[]::new))
			.param("sequence", save.sequence())
			.param("answered", (save.answeredAt() != null) ? utc(save.answeredAt()) : null,
					Types.TIMESTAMP_WITH_TIMEZONE)
			.param("now", utc(now))
			.update();
	}

	/** Not those that only moved a flag: nothing of them was to be counted. */
	List<LateResponse> late(UUID attemptId) {
		return this.client.sql(ALL_LATE)
			.param(attemptId)
			.query((row, number) -> new LateResponse(row.getInt("position"), answer(row),
					Objects.requireNonNull(instant(row, "arrived_at")), row.getBoolean("overtaken")))
			.list();
	}

	/** Only if the answer that was looked at is still the one that is stored. */
	boolean check(UUID attemptId, int position, Instant now, Predicate<List<String>> isComplete) {
		Response stored = stored(attemptId, position);
		if (stored.checkedAt() != null) {
			return true;
		}
		return isComplete.test(stored.answer()) && this.client.sql(CHECK)
			.param("attempt", attemptId)
			.param("position", position)
			.param("sequence", stored.sequence())
			.param("now", utc(now))
			.update() > 0;
	}

	private Response stored(UUID attemptId, int position) {
		return this.client.sql(STORED)
			.param("attempt", attemptId)
			.param("position", position)
			.query((row, number) -> response(row))
			.optional()
			.orElseGet(() -> Response.unseen(position));
	}

	private static Response response(ResultSet row) throws SQLException {
		return new Response(row.getInt("position"), answer(row), row.getBoolean("flagged"), row.getInt("sequence"),
				instant(row, "answered_at"), instant(row, "recorded_at"), instant(row, "visited_at"),
				instant(row, "checked_at"));
	}

	private static List<String> answer(ResultSet row) throws SQLException {
		Array answer = row.getArray("answer");
		return (answer != null) ? List.of((String[]) answer.getArray()) : List.of();
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

	static OffsetDateTime utc(Instant instant) {
		return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
	}

	/**
	 * The attempt whose candidate was refused a save.
	 *
	 * @param state of the attempt
	 * @param inTime whether it was given before the deadline and arrived within its grace
	 */
	private record Sitting(AttemptState state, boolean inTime) {

		SaveOutcome refusal(Save save, Response stored) {
			if (stored.sequence() == save.sequence() && stored.flagged() == save.flagged()
					&& stored.answer().equals(save.answer())) {
				return SaveOutcome.UNCHANGED;
			}
			return switch (this.state) {
				case SUBMITTED -> SaveOutcome.ALREADY_SUBMITTED;
				case TIME_UP -> SaveOutcome.TOO_LATE;
				case ABANDONED -> SaveOutcome.ABANDONED;
				case IN_PROGRESS -> this.inTime ? overtaken(save, stored) : SaveOutcome.TOO_LATE;
			};
		}

		/** If nothing has overtaken it, it was late, and the deadline has moved since. */
		private static SaveOutcome overtaken(Save save, Response stored) {
			if (stored.checkedAt() != null) {
				return SaveOutcome.ALREADY_CHECKED;
			}
			return (stored.sequence() > save.base()) ? SaveOutcome.OUT_OF_SEQUENCE : SaveOutcome.TOO_LATE;
		}

	}

}
