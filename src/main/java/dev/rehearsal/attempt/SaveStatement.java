package dev.rehearsal.attempt;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;

import dev.rehearsal.account.CandidateId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Stores saves: the one path that must be fast. Those that come while others are under
 * way go together, in one round trip and one commit.
 */
final class SaveStatement {

	private static final Logger log = LoggerFactory.getLogger(SaveStatement.class);

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

	private final JdbcTemplate jdbc;

	private final Together<Row, Boolean> saves = new Together<>(new Semaphore(STATEMENTS), SAVES_OF_STATEMENT,
			this::writeTogether);

	SaveStatement(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	private static String save(String lock) {
		return """
				insert into response as stored
				    (attempt_id, position, answer, flagged, sequence, answered_at, recorded_at, visited_at)
				select id, ?, ?, ?, ?, ?, ?, ?
				from attempt
				where id = ? and candidate_id = ? and state = 'IN_PROGRESS'
				    and (paused_at is not null or (deadline > ?
				        and deadline + grace_seconds * interval '1 second' > ?))
				%s
				on conflict (attempt_id, position) do update
				    set answer = excluded.answer, flagged = excluded.flagged, sequence = excluded.sequence,
				        answered_at = case when stored.answer = excluded.answer
				            then coalesce(stored.answered_at, excluded.answered_at)
				            else coalesce(excluded.answered_at, excluded.recorded_at) end,
				        recorded_at = excluded.recorded_at, visited_at = excluded.visited_at
				    where stored.sequence <= ?
				        and (stored.checked_at is null or stored.answer = excluded.answer)
				""".formatted(lock);
	}

	/**
	 * Stores one save. If it was not stored with others, because it is refused or its
	 * attempt is locked, it is tried alone and waits for the lock.
	 * @param attemptId the attempt
	 * @param candidate whose it must be
	 * @param save what to store
	 * @param now the time
	 * @return false if it is refused; true if it is durable
	 */
	boolean stores(UUID attemptId, CandidateId candidate, Save save, Instant now) {
		Row row = new Row(attemptId, candidate, save, now);
		return this.saves.done(row) || write(SAVE, row);
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
			statement.setObject(5, (this.save.answeredAt() != null) ? ResponseTable.utc(this.save.answeredAt()) : null,
					Types.TIMESTAMP_WITH_TIMEZONE);
			statement.setObject(6, ResponseTable.utc(this.now));
			statement.setObject(7, ResponseTable.utc(this.now));
			statement.setObject(8, this.attemptId);
			statement.setObject(9, this.candidate.value());
			statement.setObject(10, ResponseTable.utc(this.save.givenAt()));
			statement.setObject(11, ResponseTable.utc(this.now));
			statement.setInt(12, this.save.base());
		}

	}

}
