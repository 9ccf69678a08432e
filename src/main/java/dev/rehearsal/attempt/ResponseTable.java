package dev.rehearsal.attempt;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import dev.rehearsal.account.CandidateId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The one path that must be fast: plain SQL, one statement a save.
 */
@Component
class ResponseTable {

	private static final Logger log = LoggerFactory.getLogger(ResponseTable.class);

	/**
	 * The row lock on the attempt lets saves run side by side but keeps out whoever ends
	 * the attempt: what is acknowledged here is there when it is graded. A save that
	 * comes while the attempt is being ended waits, and then sees that it has ended.
	 */
	private static final String SAVE = save("for share");

	/**
	 * For saves that are stored together: none of them makes the others wait until its
	 * attempt has ended, and no two statements can wait for each other.
	 */
	private static final String SAVE_UNLESS_LOCKED = save("for share skip locked");

	/** Statements of saves under way: more of them at once would be smaller ones. */
	private static final int STATEMENTS = 2;

	private static final int SAVES_OF_STATEMENT = 32;

	private static final String REFUSED = """
			select state, paused_at is not null or (deadline > :given
			    and deadline + grace_seconds * interval '1 second' > :now) as in_time
			from attempt where id = :attempt and candidate_id = :candidate
			""";

	private static final String STORED = "select * from response where attempt_id = :attempt and position = :position";

	private static final String VISIT = """
			insert into response (attempt_id, position, visited_at)
			select id, :position, :now from attempt
			where id = :attempt and candidate_id = :candidate and state = 'IN_PROGRESS'
			    and (paused_at is not null or deadline + grace_seconds * interval '1 second' > :now) for share
			on conflict (attempt_id, position) do update set visited_at = excluded.visited_at
			""";

	/** The newest of each item. */
	private static final String LATE = """
			insert into late_response as stored (attempt_id, position, answer, sequence, arrived_at)
			values (:attempt, :position, :answer, :sequence, :now)
			on conflict (attempt_id, position) do update
			    set answer = excluded.answer, sequence = excluded.sequence, arrived_at = excluded.arrived_at
			    where stored.sequence < excluded.sequence
			""";

	private static final String CHECK = """
			update response set checked_at = :now
			where attempt_id = :attempt and position = :position and sequence = :sequence and checked_at is null
			""";

	private final JdbcClient client;

	private final JdbcTemplate jdbc;

	private final Together<Row, Boolean> saves = new Together<>(new Semaphore(STATEMENTS), SAVES_OF_STATEMENT,
			this::writeTogether);

	ResponseTable(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
		this.client = JdbcClient.create(jdbc);
	}

	private static String save(String lock) {
		return """
				insert into response as stored
				    (attempt_id, position, answer, flagged, sequence, recorded_at, visited_at)
				select id, ?, ?, ?, ?, ?, ?
				from attempt
				where id = ? and candidate_id = ? and state = 'IN_PROGRESS'
				    and (paused_at is not null or (deadline > ?
				        and deadline + grace_seconds * interval '1 second' > ?))
				%s
				on conflict (attempt_id, position) do update
				    set answer = excluded.answer, flagged = excluded.flagged, sequence = excluded.sequence,
				        recorded_at = excluded.recorded_at, visited_at = excluded.visited_at
				    where stored.sequence < excluded.sequence
				        and (stored.checked_at is null or stored.answer = excluded.answer)
				""".formatted(lock);
	}

	/**
	 * Empty if the candidate has no such attempt. Saves that come while others are under
	 * way are stored together; one that was not, because it is refused or its attempt is
	 * locked, is tried alone and waits for the lock. Only a refused save looks at what is
	 * stored, in a statement of its own: the one that was refused would not see what
	 * another tab has stored in the very same moment.
	 */
	Optional<Saved> save(UUID attemptId, CandidateId candidate, Save save, Instant now) {
		Row row = new Row(attemptId, candidate, save, now);
		if (this.saves.done(row) || write(SAVE, row)) {
			return Optional.of(new Saved(SaveOutcome.RECORDED,
					new Response(save.position(), save.answer(), save.flagged(), save.sequence(), now, now, null)));
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

	private boolean write(String statement, Row row) {
		return this.jdbc.update(statement, row::setOn) > 0;
	}

	/** One round trip and one commit, whoever they are. */
	private List<Boolean> writeTogether(List<Row> rows) {
		if (rows.size() == 1) {
			return List.of(write(SAVE_UNLESS_LOCKED, rows.getFirst()));
		}
		// In one order on all nodes: each holds what it has written until all is written.
		List<Row> inOrder = rows.stream().sorted(Row.ORDER).toList();
		Map<Row, Boolean> written = new IdentityHashMap<>();
		try {
			int[] counts = this.jdbc.batchUpdate(SAVE_UNLESS_LOCKED, new BatchPreparedStatementSetter() {
				@Override
				public void setValues(PreparedStatement statement, int row) throws SQLException {
					inOrder.get(row).setOn(statement);
				}

				@Override
				public int getBatchSize() {
					return inOrder.size();
				}
			});
			for (int i = 0; i < counts.length; i++) {
				written.put(inOrder.get(i), counts[i] > 0);
			}
		}
		catch (CannotGetJdbcConnectionException ex) {
			throw ex; // nobody would get one
		}
		catch (DataAccessException ex) {
			log.warn("{} saves that came together failed, so each is tried alone", rows.size(), ex);
		}
		return rows.stream().map((row) -> written.getOrDefault(row, false)).toList();
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
			.param("now", utc(now))
			.update();
	}

	List<LateResponse> late(UUID attemptId) {
		return this.client
			.sql("select position, answer, arrived_at from late_response where attempt_id = ? order by position")
			.param(attemptId)
			.query((row, number) -> new LateResponse(row.getInt("position"), answer(row),
					Objects.requireNonNull(instant(row, "arrived_at"))))
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
				instant(row, "recorded_at"), instant(row, "visited_at"), instant(row, "checked_at"));
	}

	private static List<String> answer(ResultSet row) throws SQLException {
		Array answer = row.getArray("answer");
		return (answer != null) ? List.of((String[]) answer.getArray()) : List.of();
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

	private static OffsetDateTime utc(Instant instant) {
		return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
	}

	/**
	 * A save on its way into the table.
	 *
	 * @param attemptId the attempt
	 * @param candidate whose it must be
	 * @param save what to store
	 * @param now the time
	 */
	private record Row(UUID attemptId, CandidateId candidate, Save save, Instant now) {

		private static final Comparator<Row> ORDER = Comparator.comparing(Row::attemptId)
			.thenComparing((row) -> row.save().position())
			.thenComparing((row) -> row.save().sequence());

		void setOn(PreparedStatement statement) throws SQLException {
			statement.setInt(1, this.save.position());
			statement.setObject(2, this.save.answer().toArray(String[]::new));
			statement.setBoolean(3, this.save.flagged());
			statement.setInt(4, this.save.sequence());
			statement.setObject(5, utc(this.now));
			statement.setObject(6, utc(this.now));
			statement.setObject(7, this.attemptId);
			statement.setObject(8, this.candidate.value());
			statement.setObject(9, utc(this.save.givenAt()));
			statement.setObject(10, utc(this.now));
		}

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
			return (stored.sequence() >= save.sequence()) ? SaveOutcome.OUT_OF_SEQUENCE : SaveOutcome.TOO_LATE;
		}

	}

}
