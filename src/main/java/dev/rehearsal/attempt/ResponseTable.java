package dev.rehearsal.attempt;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.rehearsal.account.CandidateId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The one path that must be fast: plain SQL, one statement a save.
 */
@Component
class ResponseTable {

	/**
	 * The row lock on the attempt lets saves run side by side but keeps out whoever ends
	 * the attempt: what is acknowledged here is there when it is graded. A save that
	 * comes while the attempt is being ended waits, and then sees that it has ended.
	 */
	private static final String SAVE = """
			with sitting as (
			    select id, state, deadline from attempt where id = :attempt and candidate_id = :candidate for share
			), saved as (
			    insert into response as stored
			        (attempt_id, position, answer, flagged, sequence, recorded_at, visited_at)
			    select id, :position, :answer, :flagged, :sequence, :now, :now
			    from sitting where state = 'IN_PROGRESS' and deadline > :now
			    on conflict (attempt_id, position) do update
			        set answer = excluded.answer, flagged = excluded.flagged, sequence = excluded.sequence,
			            recorded_at = excluded.recorded_at, visited_at = excluded.visited_at
			        where stored.sequence < excluded.sequence
			    returning sequence
			)
			select state, deadline > :now as in_time, exists (select from saved) as recorded from sitting
			""";

	private static final String STORED = "select * from response where attempt_id = :attempt and position = :position";

	private static final String VISIT = """
			insert into response (attempt_id, position, visited_at)
			select id, :position, :now from attempt
			where id = :attempt and candidate_id = :candidate and state = 'IN_PROGRESS' and deadline > :now for share
			on conflict (attempt_id, position) do update set visited_at = excluded.visited_at
			""";

	private final JdbcClient jdbc;

	ResponseTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Empty if the candidate has no such attempt. Only a refused save looks at what is
	 * stored, in a statement of its own: the one that was refused would not see what
	 * another tab has stored in the very same moment.
	 */
	Optional<Saved> save(UUID attemptId, CandidateId candidate, Save save, Instant now) {
		return this.jdbc.sql(SAVE)
			.param("attempt", attemptId)
			.param("candidate", candidate.value())
			.param("position", save.position())
			.param("answer", save.answer().toArray(String[]::new))
			.param("flagged", save.flagged())
			.param("sequence", save.sequence())
			.param("now", utc(now))
			.query((row, number) -> new Try(AttemptState.valueOf(row.getString("state")), row.getBoolean("in_time"),
					row.getBoolean("recorded")))
			.optional()
			.map((attempted) -> saved(attempted, attemptId, save, now));
	}

	/** Whether the attempt is still in progress. */
	boolean visit(UUID attemptId, CandidateId candidate, int position, Instant now) {
		return this.jdbc.sql(VISIT)
			.param("attempt", attemptId)
			.param("candidate", candidate.value())
			.param("position", position)
			.param("now", utc(now))
			.update() > 0;
	}

	Map<Integer, Response> all(UUID attemptId) {
		return this.jdbc.sql("select * from response where attempt_id = ?")
			.param(attemptId)
			.query((row, number) -> response(row))
			.list()
			.stream()
			.collect(Collectors.toMap(Response::position, Function.identity()));
	}

	Optional<UUID> formId(UUID attemptId, CandidateId candidate) {
		return this.jdbc.sql("select form_id from attempt where id = ? and candidate_id = ?")
			.params(attemptId, candidate.value())
			.query(UUID.class)
			.optional();
	}

	private Saved saved(Try attempted, UUID attemptId, Save save, Instant now) {
		if (attempted.recorded()) {
			return new Saved(SaveOutcome.RECORDED,
					new Response(save.position(), save.answer(), save.flagged(), save.sequence(), now, now));
		}
		Response stored = stored(attemptId, save.position());
		return new Saved(attempted.refusal(save, stored), stored);
	}

	private Response stored(UUID attemptId, int position) {
		return this.jdbc.sql(STORED)
			.param("attempt", attemptId)
			.param("position", position)
			.query((row, number) -> response(row))
			.optional()
			.orElseGet(() -> Response.unseen(position));
	}

	private static Response response(ResultSet row) throws SQLException {
		Array answer = row.getArray("answer");
		return new Response(row.getInt("position"),
				(answer != null) ? List.of((String[]) answer.getArray()) : List.of(), row.getBoolean("flagged"),
				row.getInt("sequence"), instant(row, "recorded_at"), instant(row, "visited_at"));
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

	private static OffsetDateTime utc(Instant instant) {
		return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
	}

	/**
	 * What the statement says of a save.
	 *
	 * @param state of the attempt
	 * @param inTime whether the deadline was still ahead
	 * @param recorded whether the response is stored
	 */
	private record Try(AttemptState state, boolean inTime, boolean recorded) {

		SaveOutcome refusal(Save save, Response stored) {
			if (stored.sequence() == save.sequence() && stored.flagged() == save.flagged()
					&& stored.answer().equals(save.answer())) {
				return SaveOutcome.UNCHANGED;
			}
			return switch (this.state) {
				case SUBMITTED -> SaveOutcome.ALREADY_SUBMITTED;
				case TIME_UP -> SaveOutcome.TOO_LATE;
				case IN_PROGRESS -> this.inTime ? SaveOutcome.OUT_OF_SEQUENCE : SaveOutcome.TOO_LATE;
			};
		}

	}

}
