package dev.rehearsal.chaos;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The outages that the application noticed, and what they must have done to an attempt.
 *
 * @param list in the order in which they were noticed
 */
record Outages(List<Outage> list) {

	/** A node that has beaten within this asks no more; it may judge by that. */
	private static final Duration BLIND = World.OUTAGE.dividedBy(2).plusMillis(50);

	record Outage(long id, Instant began, Instant ended) {
	}

	/**
	 * What an attempt may have been given.
	 *
	 * @param deadline moved
	 * @param grace seconds, longer
	 * @param creditedMillis in all
	 */
	record Credit(Instant deadline, long grace, long creditedMillis) {

		Instant closesAt() {
			return this.deadline.plusSeconds(this.grace);
		}

		boolean is(Record record) {
			return Math.abs(Duration.between(this.deadline, record.deadline()).toMillis()) <= 5
					&& this.grace == record.grace() && Math.abs(this.creditedMillis - record.creditedMillis()) <= 5;
		}

		Credit after(Outage outage, Instant startedAt) {
			if (this.deadline.isAfter(outage.began)) {
				Instant from = startedAt.isAfter(outage.began) ? startedAt : outage.began;
				Duration lost = Duration.between(from, outage.ended);
				return new Credit(this.deadline.plus(lost), this.grace, this.creditedMillis + lost.toMillis());
			}
			long seconds = (Duration.between(outage.began, outage.ended).toMillis() + 999) / 1000;
			return new Credit(this.deadline, this.grace + seconds, this.creditedMillis);
		}

	}

	static Outages of(JdbcClient jdbc) {
		return new Outages(jdbc.sql("select id, began_at, ended_at from outage order by id")
			.query((row, number) -> new Outage(row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant(),
					row.getObject(3, OffsetDateTime.class).toInstant()))
			.list());
	}

	/**
	 * All that may have become of an attempt: more than one only where it ended, or was
	 * asked to end, in the very time of an outage.
	 */
	Set<Credit> credits(History.Entry entry, Record record, boolean askedToEnd) {
		Set<Credit> credits = new HashSet<>(
				Set.of(new Credit(entry.deadline(), entry.grace(), entry.creditedMillis())));
		if (!record.creditsOutages()) {
			return credits;
		}
		for (Outage outage : this.list) {
			if (outage.id <= entry.outage() || !entry.startedAt().isBefore(outage.ended)) {
				continue;
			}
			Set<Credit> after = new HashSet<>();
			for (Credit credit : credits) {
				if (!credit.closesAt().isAfter(outage.began)) {
					after.add(credit);
					continue;
				}
				boolean mayHaveEnded = askedToEnd && record.endedAt() != null
						|| !credit.closesAt().isAfter(outage.began.plus(BLIND));
				if (!mayHaveEnded || record.endedAt() == null || record.endedAt().isAfter(outage.ended)) {
					after.add(credit.after(outage, entry.startedAt()));
				}
				else {
					after.add(credit);
					after.add(credit.after(outage, entry.startedAt()));
				}
			}
			credits = after;
		}
		return credits;
	}

	/**
	 * The least that an attempt must have been given before anything was judged at a
	 * time.
	 */
	Credit knownAt(Instant time, History.Entry entry) {
		Credit credit = new Credit(entry.deadline(), entry.grace(), entry.creditedMillis());
		for (Outage outage : this.list) {
			if (outage.id > entry.outage() && outage.began.plus(World.OUTAGE).plusMillis(50).isBefore(time)
					&& entry.startedAt().isBefore(outage.ended)
					&& credit.closesAt().isAfter(outage.began.plus(BLIND))) {
				credit = credit.after(outage, entry.startedAt());
			}
		}
		return credit;
	}

}
