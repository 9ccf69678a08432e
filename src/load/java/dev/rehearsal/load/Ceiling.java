package dev.rehearsal.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.ArrayList;
import java.util.List;

import com.zaxxer.hikari.HikariDataSource;

/**
 * The physical limit: the same durable upsert as a save, straight through the JDBC pool,
 * with nothing around it. A program of its own, so that its CPU time can be told.
 */
public final class Ceiling {

	private static final String UPSERT = """
			insert into ceiling as stored (attempt_id, position, answer, flagged, sequence, recorded_at, visited_at)
			values (?, ?, ?, ?, ?, ?, ?)
			on conflict (attempt_id, position) do update
			    set answer = excluded.answer, flagged = excluded.flagged, sequence = excluded.sequence,
			        recorded_at = excluded.recorded_at, visited_at = excluded.visited_at
			    where stored.sequence < excluded.sequence
			""";

	private static final int ITEMS = 65;

	private Ceiling() {
	}

	/**
	 * Prints how many upserts were made.
	 * @param args JDBC address, user, password, clients, seconds
	 * @throws Exception if anything goes wrong
	 */
	public static void main(String[] args) throws Exception {
		int clients = Integer.parseInt(args[3]);
		try (HikariDataSource pool = new HikariDataSource()) {
			pool.setJdbcUrl(args[0]);
			pool.setUsername(args[1]);
			pool.setPassword(args[2]);
			pool.setMaximumPoolSize(clients);
			try (Connection connection = pool.getConnection(); var statement = connection.createStatement()) {
				statement.execute("drop table if exists ceiling");
				statement.execute("create table ceiling (like response including all) with (fillfactor = 80)");
			}
			System.out.println(upserts(pool, clients, Duration.ofSeconds(Integer.parseInt(args[4]))));
		}
	}

	private static long upserts(HikariDataSource pool, int clients, Duration duration)
			throws InterruptedException, ExecutionException {
		long end = System.nanoTime() + duration.toNanos();
		long made = 0;
		try (ExecutorService executor = Executors.newFixedThreadPool(clients)) {
			List<Future<Long>> counts = new ArrayList<>();
			for (int client = 0; client < clients; client++) {
				Callable<Long> work = () -> upsertUntil(pool, end);
				counts.add(executor.submit(work));
			}
			for (Future<Long> count : counts) {
				made += count.get();
			}
		}
		return made;
	}

	private static long upsertUntil(HikariDataSource pool, long end) throws SQLException {
		long made = 0;
		UUID attempt = UUID.randomUUID();
		while (System.nanoTime() < end) {
			int position = (int) (made % ITEMS) + 1;
			attempt = (position == 1) ? UUID.randomUUID() : attempt;
			Timestamp now = new Timestamp(System.currentTimeMillis());
			try (Connection connection = pool.getConnection();
					PreparedStatement statement = connection.prepareStatement(UPSERT)) {
				statement.setObject(1, attempt);
				statement.setInt(2, position);
				statement.setArray(3, connection.createArrayOf("text", new String[] { "de0b20a5" }));
				statement.setBoolean(4, false);
				statement.setInt(5, 1);
				statement.setTimestamp(6, now);
				statement.setTimestamp(7, now);
				statement.executeUpdate();
			}
			made++;
		}
		return made;
	}

}
