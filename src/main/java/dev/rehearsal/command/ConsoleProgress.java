package dev.rehearsal.command;

import java.io.PrintWriter;
import java.time.Duration;

import dev.rehearsal.bank.PackProgress;

/** Tells whoever waits at a terminal how far an import is, at most once a second. */
final class ConsoleProgress implements PackProgress {

	private static final long PERIOD = Duration.ofSeconds(1).toNanos();

	private final PrintWriter err;

	private long last = System.nanoTime();

	ConsoleProgress(PrintWriter err) {
		this.err = err;
	}

	@Override
	public void read(int files, int of, long items) {
		long now = System.nanoTime();
		if (now - this.last >= PERIOD) {
			this.last = now;
			this.err.printf("%,d of %,d files, %,d items%n", files, of, items);
			this.err.flush();
		}
	}

}
