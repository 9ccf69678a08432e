package dev.rehearsal.load;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/**
 * One bare upsert after the other at an easy pace, while others load the machine: when it
 * stalls, or its disk does, this shows how much of a slow save is not the application's.
 */
final class Pulse implements AutoCloseable {

	private static final int PAUSE_MILLIS = 50;

	private final Connection connection;

	private final Thread thread = Thread.ofPlatform().name("pulse").unstarted(this::beat);

	/** Only the thread touches it until it has ended. */
	private final List<Long> nanos = new ArrayList<>();

	private Pulse(Connection connection) {
		this.connection = connection;
	}

	/** The table of the ceiling must be there. */
	static Pulse start(String jdbc, String user, String password) throws SQLException {
		Pulse pulse = new Pulse(DriverManager.getConnection(jdbc, user, password));
		pulse.thread.start();
		return pulse;
	}

	private void beat() {
		try {
			while (true) {
				Thread.sleep(PAUSE_MILLIS);
				long begun = System.nanoTime();
				Upsert.make(this.connection, UUID.randomUUID(), 1);
				this.nanos.add(System.nanoTime() - begun);
			}
		}
		catch (InterruptedException ex) {
			// The end.
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	void end() throws InterruptedException {
		this.thread.interrupt();
		this.thread.join();
		Collections.sort(this.nanos);
	}

	void report() {
		System.out.printf("  beside it, %,d bare upserts one after the other: p50 %.1f ms, p95 %.1f, p99 %.1f, longest %.1f%n",
				this.nanos.size(), percentile(50), percentile(95), percentile(99), percentile(100));
	}

	private double percentile(int percent) {
		return this.nanos.get(Math.max(0, this.nanos.size() * percent / 100 - 1)) / 1e6;
	}

	@Override
	public void close() throws SQLException {
		this.thread.interrupt();
		this.connection.close();
	}

}
