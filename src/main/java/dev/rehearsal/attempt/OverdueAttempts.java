package dev.rehearsal.attempt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
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
	private final Cache<UUID, Trouble> troubles = Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(5)).build();

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
			this.attempts.overdue(now, BATCH + (int) this.troubles.estimatedSize())
				.stream()
				.filter((id) -> !isPostponed(id, now))
				.forEach((id) -> end(id, now));
		}
		catch (DataAccessException | TransactionException ex) {
			log.warn("Attempts past their deadline can't be looked up; trying again: {}", ex.getMessage());
		}
	}

	private boolean isPostponed(UUID id, Instant now) {
		Trouble trouble = this.troubles.getIfPresent(id);
		return trouble != null && now.isBefore(trouble.until());
	}

	private void end(UUID id, Instant now) {
		try {
			this.attempts.endOverdue(id, now);
		}
		catch (CannotCreateTransactionException ex) {
			throw ex; // the database can't be reached, which is no trouble of this
						// attempt
		}
		catch (RuntimeException ex) {
			Trouble trouble = Trouble.after(this.troubles.getIfPresent(id), now);
			this.troubles.put(id, trouble);
			log.error("Attempt {} is past its deadline and can't be ended; trying again in {} s", id,
					trouble.pause().toSeconds(), ex);
		}
	}

	/**
	 * Why an attempt is left alone for a while: the database may have gone away just
	 * then, which is over soon, or it may fail each time.
	 *
	 * @param pause from the last try to the next, from a second to a minute
	 * @param until when
	 */
	record Trouble(Duration pause, Instant until) {

		private static final Duration SHORTEST = Duration.ofSeconds(1);

		private static final Duration LONGEST = Duration.ofMinutes(1);

		static Trouble after(@Nullable Trouble before, Instant now) {
			Duration longer = (before != null) ? before.pause.multipliedBy(2) : SHORTEST;
			Duration pause = (longer.compareTo(LONGEST) < 0) ? longer : LONGEST;
			return new Trouble(pause, now.plus(pause));
		}

	}

	/** The heartbeat and this are all that runs by the clock. */
	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	static class Scheduling {

	}

}
