package dev.rehearsal.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;

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
	 * @return how long to wait, and nothing was counted; zero if it may be made
	 */
	Duration take(List<Counter> counters, Instant now) {
		this.jdbc.sql("""
				delete from sign_in_failure where key_hash in
				(select key_hash from sign_in_failure where failed_at < ? for update skip locked)""")
			.param(Utc.of(now.minus(Throttle.FORGETS)))
			.update();
		return this.transaction.execute((status) -> {
			// Always in the same order, so that two tries don't wait for each other.
			List<Counter> ordered = counters.stream().sorted().toList();
			Duration waiting = ordered.stream()
				.map((counter) -> lock(counter, now).waiting(counter.throttle(), now))
				.max(Duration::compareTo)
				.orElse(Duration.ZERO);
			if (waiting.isZero()) {
				ordered.forEach((counter) -> this.jdbc
					.sql("update sign_in_failure set failures = failures + 1, failed_at = ? where key_hash = ?")
					.params(Utc.of(now), counter.hash())
					.update());
			}
			return waiting;
		});
	}

	/** Takes back what was counted beforehand. */
	void giveBack(List<Counter> counters) {
		for (Counter counter : counters) {
			this.jdbc.sql("update sign_in_failure set failures = failures - 1 where key_hash = ? and failures > 0")
				.param(counter.hash())
				.update();
		}
	}

	/** After a success: whoever made the failures has remembered. */
	void forget(Counter counter) {
		this.jdbc.sql("delete from sign_in_failure where key_hash = ?").param(counter.hash()).update();
	}

	private Count lock(Counter counter, Instant now) {
		this.jdbc
			.sql("insert into sign_in_failure (key_hash, failures, failed_at) values (?, 0, ?) on conflict do nothing")
			.params(counter.hash(), Utc.of(now))
			.update();
		return this.jdbc.sql("select failures, failed_at from sign_in_failure where key_hash = ? for update")
			.param(counter.hash())
			.query(Count::of)
			.single();
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
