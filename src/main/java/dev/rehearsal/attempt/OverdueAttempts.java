package dev.rehearsal.attempt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Ends attempts at their deadline when nobody looks. Any number of nodes may do so at
 * once: the first that locks an attempt ends it.
 */
@Component
class OverdueAttempts {

	private static final Logger log = LoggerFactory.getLogger(OverdueAttempts.class);

	private static final int BATCH = 200;

	/** One that can't be ended must not keep others waiting, nor fill the log. */
	private final Cache<UUID, Instant> troubled = Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).build();

	private final Clock clock;

	private final Heartbeat heartbeat;

	private final Attempts attempts;

	OverdueAttempts(Clock clock, Heartbeat heartbeat, Attempts attempts) {
		this.clock = clock;
		this.heartbeat = heartbeat;
		this.attempts = attempts;
	}

	@Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
	void end() {
		try {
			this.heartbeat.ensure();
			Instant now = this.clock.instant();
			this.attempts.overdue(now, BATCH + (int) this.troubled.estimatedSize())
				.stream()
				.filter((id) -> this.troubled.getIfPresent(id) == null)
				.forEach((id) -> end(id, now));
		}
		catch (DataAccessException | TransactionException ex) {
			log.warn("Attempts past their deadline can't be looked up; trying again: {}", ex.getMessage());
		}
	}

	private void end(UUID id, Instant now) {
		try {
			this.attempts.endOverdue(id, now);
		}
		catch (RuntimeException ex) {
			this.troubled.put(id, now);
			log.error("Attempt {} is past its deadline and can't be ended; trying again in a minute", id, ex);
		}
	}

	/** The heartbeat and this are all that runs by the clock. */
	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	static class Scheduling {

	}

}
