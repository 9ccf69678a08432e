package dev.rehearsal.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.zaxxer.hikari.HikariDataSource;

/**
 * The physical limit: the same durable upsert as a save, straight through the JDBC pool,
 * with nothing around it. A program of its own, so that its CPU time can be told.
 */
public final class Ceiling {

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
			try (Connection connection = pool.getConnection()) {
				Upsert.prepare(connection);
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
			try (Connection connection = pool.getConnection()) {
				Upsert.make(connection, attempt, position);
			}
			made++;
		}
		return made;
	}

}
