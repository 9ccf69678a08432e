package dev.rehearsal.chaos;

import java.time.Duration;
import java.time.Instant;

/** Time that passes because a schedule says so. */
final class Pause {

	private Pause() {
	}

	static void of(long millis) {
		try {
			Thread.sleep(Math.max(0, millis));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	static void until(Instant moment) {
		of(Duration.between(Instant.now(), moment).toMillis());
	}

}
