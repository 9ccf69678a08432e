package dev.rehearsal.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts failures in the database, so that guessing at several nodes, or at one a hundred
 * times at once, gains nothing: each try is counted before it is made.
 */
@Component
class Failures {

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	Failures(JdbcClient jdbc, TransactionTemplate transaction) {
		this.jdbc = jdbc;
		this.transaction = transaction;
	}

	/**
	 * Counts a try as failed beforehand.
	 * @return how long to wait, if nothing was counted; the try if it may be made
	 */
	Try take(List<Counter> counters, Instant now) {
		this.jdbc.sql("""
				delete from sign_in_failure where key_hash in
				(select key_hash from sign_in_failure where failed_at < ? for update skip locked)""")
			.param(Utc.of(now.minus(Throttle.FORGETS)))
			.update();
		return this.transaction.execute((status) -> {
			// Always in the same order, so that two tries don't wait for each other.
			List<Counter> ordered = counters.stream().sorted().toList();
			Map<Counter, Instant> before = new LinkedHashMap<>();
			Duration waiting = Duration.ZERO;
			for (Counter counter : ordered) {
				Count count = lock(counter, now);
				before.put(counter, count.last());
				Duration wait = count.waiting(counter.throttle(), now);
				waiting = (wait.compareTo(waiting) > 0) ? wait : waiting;
			}
			if (waiting.isZero()) {
				ordered.forEach((counter) -> this.jdbc
					.sql("update sign_in_failure set failures = failures + 1, failed_at = ? where key_hash = ?")
					.params(Utc.of(now), counter.hash())
					.update());
			}
			return new Try(waiting, now, before);
		});
	}

	/**
	 * Takes back what was counted beforehand: a success makes no earlier failure younger.
	 */
	void giveBack(Try success) {
		success.before()
			.forEach((counter, last) -> this.jdbc.sql("""
					update sign_in_failure set failures = failures - 1,
					    failed_at = case when failed_at = :now then :last else failed_at end
					where key_hash = :hash and failures > 0""")
				.param("now", Utc.of(success.at()))
				.param("last", Utc.of(last))
				.param("hash", counter.hash())
				.update());
	}

	/** After a success: whoever made the failures has remembered. */
	void forget(Counter counter) {
		this.jdbc.sql("delete from sign_in_failure where key_hash = ?").param(counter.hash()).update();
	}

	private Count lock(Counter counter, Instant now) {
		// One statement, so that nobody forgets the row between two.
		return this.jdbc
			.sql("""
					insert into sign_in_failure (key_hash, failures, failed_at) values (?, 0, ?)
					on conflict (key_hash) do update set failures = sign_in_failure.failures returning failures, failed_at""")
			.params(counter.hash(), Utc.of(now))
			.query(Count::of)
			.single();
	}

	/**
	 * A try that was counted, or may not be made yet.
	 *
	 * @param waiting zero if it was counted
	 * @param at when
	 * @param before when each counter had its last failure
	 */
	record Try(Duration waiting, Instant at, Map<Counter, Instant> before) {
	}

	private record Count(int failures, Instant last) {

		static Count of(ResultSet row, int number) throws SQLException {
			return new Count(row.getInt("failures"), row.getObject("failed_at", OffsetDateTime.class).toInstant());
		}

		Duration waiting(Throttle throttle, Instant now) {
			return throttle.waiting(this.failures, this.last, now);
		}

	}

	/**
	 * What is counted together.
	 *
	 * @param key names a login, an address or both
	 * @param throttle what follows from the count
	 */
	record Counter(String key, Throttle throttle) implements Comparable<Counter> {

		byte[] hash() {
			return Secrets.sha256(this.key);
		}

		@Override
		public int compareTo(Counter other) {
			return HexFormat.of().formatHex(hash()).compareTo(HexFormat.of().formatHex(other.hash()));
		}

	}

}
