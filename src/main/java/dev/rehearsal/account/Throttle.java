package dev.rehearsal.account;

import java.time.Duration;
import java.time.Instant;

/**
 * How long to wait after failures: some are free, then each doubles the wait from half a
 * minute on. An hour without one, and all are forgotten.
 *
 * @param free how many failures cost nothing
 * @param longest that anyone waits
 */
record Throttle(int free, Duration longest) {

	/** After this long without a failure, all are forgotten. */
	static final Duration FORGETS = Duration.ofHours(1);

	private static final Duration FIRST = Duration.ofSeconds(30);

	/** Who keeps failing waits a quarter of an hour at most. */
	static final Duration LONG = Duration.ofMinutes(15);

	/** Those who share an address with one who fails wait a minute at most. */
	static final Duration SHORT = Duration.ofMinutes(1);

	/** Doubled so often, the first wait is longer than any. */
	private static final int MOST_DOUBLINGS = 5;

	/** How long from now on, or zero. */
	Duration waiting(int failures, Instant last, Instant now) {
		if (failures < this.free || isForgotten(last, now)) {
			return Duration.ZERO;
		}
		Duration wait = FIRST.multipliedBy(1L << Math.min(failures - this.free, MOST_DOUBLINGS));
		Duration left = Duration.between(now, last.plus(wait.compareTo(this.longest) < 0 ? wait : this.longest));
		return left.isPositive() ? left : Duration.ZERO;
	}

	static boolean isForgotten(Instant last, Instant now) {
		return !now.isBefore(last.plus(FORGETS));
	}

}
