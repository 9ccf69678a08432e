package dev.rehearsal.chaos;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.jayway.jsonpath.JsonPath;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the database has of an attempt.
 *
 * @param state where it is
 * @param startedAt its start
 * @param deadline now
 * @param grace seconds, now
 * @param creditsOutages whether outages move the deadline
 * @param creditedMillis given back so far
 * @param endedAt its end; null if it has not ended
 * @param attempts how many this candidate had until the end; what presses the start
 * button late, after that, begins another one
 * @param items of the form, by position
 * @param stored the responses, by position
 * @param recordedAt when they were recorded, by position
 * @param late what is kept as too late: sequence, answer and arrival by position
 * @param report the score; null if there is none
 * @param audit what the triggers saw: changes of state and of the report
 */
record Record(String state, Instant startedAt, Instant deadline, int grace, boolean creditsOutages, long creditedMillis,
		Instant endedAt, int attempts, List<Item> items, Map<Integer, Save> stored, Map<Integer, Instant> recordedAt,
		Map<Integer, Late> late, Report report, List<String> audit) {

	/**
	 * What an item asks.
	 *
	 * @param type such as ordering
	 * @param key what is right
	 * @param scored whether it moves the score
	 */
	record Item(String type, List<String> key, boolean scored) {

		/** An opinion of its own, not the application's. */
		boolean isRight(List<String> answer) {
			return this.type.equals("ordering") ? this.key.equals(answer)
					: this.key.stream().sorted().toList().equals(answer.stream().sorted().toList());
		}

	}

	record Late(int sequence, List<String> answer, Instant arrivedAt) {
	}

	record Report(int right, int scored, int scaled, boolean passed, List<Boolean> grades, List<Integer> sequences) {
	}

	/** Whether an answer was lost: not if only a flag was, or the same was stored. */
	boolean isLate(int position) {
		Late newest = this.late.get(position);
		Save counted = this.stored.get(position);
		return newest != null && !newest.answer().equals((counted != null) ? counted.answer() : List.of());
	}

	Instant closesAt() {
		return this.deadline.plusSeconds(this.grace);
	}

	static Record of(JdbcClient jdbc, UUID attempt) {
		Map<Integer, Save> stored = new HashMap<>();
		Map<Integer, Instant> recordedAt = new HashMap<>();
		jdbc.sql("select * from response where attempt_id = ? and sequence > 0").param(attempt).query((row) -> {
			int position = row.getInt("position");
			stored.put(position, new Save(position, row.getInt("sequence"), list(row, "answer", String.class),
					row.getBoolean("flagged")));
			recordedAt.put(position, time(row, "recorded_at"));
		});
		Map<Integer, Late> late = new HashMap<>();
		jdbc.sql("select * from late_response where attempt_id = ?").param(attempt).query((row) -> {
			late.put(row.getInt("position"),
					new Late(row.getInt("sequence"), list(row, "answer", String.class), time(row, "arrived_at")));
		});
		List<Item> items = jdbc.sql("""
				select r.type, r.content -> 'key' as key, not u.position = any(f.unscored) as scored
				from attempt a join form f on f.id = a.form_id
				    cross join unnest(f.revisions) with ordinality as u (revision, position)
				    join item_revision r on r.id = u.revision
				where a.id = ? order by u.position""")
			.param(attempt)
			.query((row, number) -> new Item(row.getString("type"),
					JsonPath.<List<String>>read(row.getString("key"), "$"), row.getBoolean("scored")))
			.list();
		Report report = jdbc.sql("select * from score_report where attempt_id = ?")
			.param(attempt)
			.query((row, number) -> new Report(row.getInt("right_count"), row.getInt("scored"), row.getInt("scaled"),
					row.getBoolean("passed"), list(row, "grades", Boolean.class),
					list(row, "sequences", Integer.class)))
			.optional()
			.orElse(null);
		List<String> audit = jdbc.sql("select what from chaos_audit where attempt_id = ? order by at")
			.param(attempt)
			.query(String.class)
			.list();
		return jdbc
			.sql("""
					select *, (select count(*) from attempt other where other.candidate_id = attempt.candidate_id) as attempts
					from attempt where id = ?""")
			.param(attempt)
			.query((row, number) -> new Record(row.getString("state"), time(row, "started_at"), time(row, "deadline"),
					row.getInt("grace_seconds"), row.getBoolean("credits_outages"), row.getLong("credited_millis"),
					time(row, "ended_at"), row.getInt("attempts"), items, stored, recordedAt, late, report, audit))
			.single();
	}

	private static Instant time(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

	private static <T> List<T> list(ResultSet row, String column, Class<T> type) throws SQLException {
		Array array = row.getArray(column);
		List<T> list = new ArrayList<>();
		for (Object element : (Object[]) array.getArray()) {
			list.add(type.cast(element));
		}
		return List.copyOf(list);
	}

}
