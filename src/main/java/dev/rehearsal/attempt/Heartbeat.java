package dev.rehearsal.attempt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.rehearsal.attempt.OutageTable.Beat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Says each second, in the database, that the service lives. Where nobody has said so for
 * longer than the threshold, the service was down, and running attempts get that time
 * back before anything is judged by their deadlines.
 */
@Component
public class Heartbeat {

	private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);

	/** One that hangs each time answers nobody in time anyway. */
	private static final int BEATS = 5;

	private final Clock clock;

	private final OutageTable table;

	private final Duration threshold;

	private final AtomicBoolean beating = new AtomicBoolean();

	/** Only tells whether to ask the database, which knows. */
	private volatile Instant last = Instant.MIN;

	Heartbeat(Clock clock, OutageTable table, @Value("${rehearsal.outages.threshold}") Duration threshold) {
		this.clock = clock;
		this.table = table;
		this.threshold = threshold;
	}

	/** At a fixed rate: what else is scheduled does not hold it up. */
	@Scheduled(fixedRate = 1, timeUnit = TimeUnit.SECONDS)
	void beat() {
		if (!this.beating.compareAndSet(false, true)) {
			return; // the database hangs, and one who waits for it is enough
		}
		try {
			beatOnce();
		}
		catch (DataAccessException | TransactionException ex) {
			log.warn("The database does not answer: {}", ex.getMessage());
		}
		finally {
			this.beating.set(false);
		}
	}

	/**
	 * Makes sure that an outage that is over has been noticed. To be called before
	 * anything is judged by a deadline, with a time that is read afterwards; asks the
	 * database only if this node has not beaten for a while. A beat that waited for the
	 * database through an outage tells the time before it, so that another one has to
	 * follow.
	 */
	public void ensure() {
		Instant now = this.clock.instant();
		for (int i = 0; i < BEATS && this.last.plus(this.threshold.dividedBy(2)).isBefore(now); i++) {
			beatOnce();
			now = this.clock.instant();
		}
	}

	private void beatOnce() {
		Beat beat = this.table.beat(this.clock, this.threshold);
		if (!beat.regular()) {
			this.table.noticed(beat.at(), this.threshold)
				.ifPresent((outage) -> log.warn("The service was down from {} to {}; {} running attempts got that back",
						outage.began(), outage.ended(), outage.attempts()));
		}
		this.last = beat.at();
	}

}
