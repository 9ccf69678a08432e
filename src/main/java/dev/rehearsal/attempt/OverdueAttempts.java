package dev.rehearsal.attempt;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Ends attempts at their deadline when nobody looks. Any number of nodes may do so at
 * once: the first that locks an attempt ends it.
 */
@Component
class OverdueAttempts {

	private static final Logger log = LoggerFactory.getLogger(OverdueAttempts.class);

	private static final int BATCH = 200;

	private final Clock clock;

	private final Attempts attempts;

	OverdueAttempts(Clock clock, Attempts attempts) {
		this.clock = clock;
		this.attempts = attempts;
	}

	@Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
	void end() {
		Instant now = this.clock.instant();
		for (UUID id : this.attempts.overdue(now, BATCH)) {
			try {
				this.attempts.end(id, now);
			}
			catch (RuntimeException ex) {
				log.error("Attempt {} is past its deadline and can't be ended; trying again", id, ex);
			}
		}
	}

	/** Nothing else in the application runs by the clock. */
	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	static class Scheduling {

	}

}
