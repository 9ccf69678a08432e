package dev.rehearsal.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

import dev.rehearsal.bank.PackProgress;

/** Tells whoever waits at a terminal how far an import is, at most once a second. */
final class ConsoleProgress implements PackProgress {

	private static final long PERIOD = Duration.ofSeconds(1).toNanos();

	private final PrintWriter err;

	private final LongSupplier nanos;

	private long last;

	ConsoleProgress(PrintWriter err, LongSupplier nanos) {
		this.err = err;
		this.nanos = nanos;
		this.last = nanos.getAsLong();
	}

	@Override
	public void read(int files, int of, long items) {
		long now = this.nanos.getAsLong();
		if (now - this.last >= PERIOD) {
			this.last = now;
			this.err.printf(Locale.ROOT, "%,d of %,d files, %,d items%n", files, of, items);
			this.err.flush();
		}
	}

}
