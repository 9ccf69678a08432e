package dev.rehearsal.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.UUID;

/** The same durable upsert as a save, with nothing around it. */
final class Upsert {

	private static final String UPSERT = """
			insert into ceiling as stored (attempt_id, position, answer, flagged, sequence, answered_at, recorded_at, visited_at)
			values (?, ?, ?, ?, ?, ?, ?, ?)
			on conflict (attempt_id, position) do update
			    set answer = excluded.answer, flagged = excluded.flagged, sequence = excluded.sequence,
			        answered_at = excluded.answered_at, recorded_at = excluded.recorded_at, visited_at = excluded.visited_at
			    where stored.sequence < excluded.sequence
			""";

	private Upsert() {
	}

	static void prepare(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute("drop table if exists ceiling");
			statement.execute("create table ceiling (like response including all) with (fillfactor = 80)");
		}
	}

	static void make(Connection connection, UUID attempt, int position) throws SQLException {
		Timestamp now = new Timestamp(System.currentTimeMillis());
		try (PreparedStatement statement = connection.prepareStatement(UPSERT)) {
			statement.setObject(1, attempt);
			statement.setInt(2, position);
			statement.setArray(3, connection.createArrayOf("text", new String[] { "de0b20a5" }));
			statement.setBoolean(4, false);
			statement.setInt(5, 1);
			statement.setTimestamp(6, now);
			statement.setTimestamp(7, now);
			statement.setTimestamp(8, now);
			statement.executeUpdate();
		}
	}

}
