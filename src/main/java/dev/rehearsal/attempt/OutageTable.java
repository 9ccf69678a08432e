package dev.rehearsal.attempt;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The heartbeat that all nodes share, and the gaps in it. */
@Component
class OutageTable {

	/**
	 * Moves what the outage touched: the deadline of an attempt that was running, or the
	 * grace of one whose time had just run out.
	 */
	private static final String CREDIT = """
			update attempt set
			    deadline = deadline + lost,
			    credited_millis = credited_millis + extract(epoch from lost) * 1000,
			    grace_seconds = grace_seconds + late
			from (
			    select id as touched,
			        case when deadline > :began then :ended - greatest(:began, started_at) else interval '0' end as lost,
			        case when deadline > :began then 0 else ceil(extract(epoch from (:ended - :began)))::int end as late
			    from attempt
			    where state = 'IN_PROGRESS' and credits_outages and paused_at is null and started_at < :ended
			        and deadline + grace_seconds * interval '1 second' > :began
			    for update
			) gap where id = touched
			""";

	private static final String BEAT = "update heartbeat set beat_at = greatest(beat_at, ?) where beat_at >= ?";

	private final JdbcTemplate template;

	private final JdbcClient jdbc;

	OutageTable(JdbcTemplate jdbc) {
		this.template = jdbc;
		this.jdbc = JdbcClient.create(jdbc);
	}

	/**
	 * The usual case: one small update. The time is read when there is a connection: who
	 * waited for one would tell a time at which the database could not be reached.
	 */
	Beat beat(Clock clock, Duration threshold) {
		return Objects.requireNonNull(this.template.execute((Connection connection) -> {
			Instant now = clock.instant();
			try (PreparedStatement beat = connection.prepareStatement(BEAT)) {
				beat.setObject(1, utc(now));
				beat.setObject(2, utc(now.minus(threshold)));
				return new Beat(now, beat.executeUpdate() > 0);
			}
		}));
	}

	/**
	 * Gives an outage back and beats, in one transaction: whoever locks the heartbeat
	 * first does so, for everyone.
	 */
	@Transactional
	public Optional<Outage> noticed(Instant now, Duration threshold) {
		this.jdbc.sql("insert into heartbeat (beat_at) values (?) on conflict do nothing").param(utc(now)).update();
		Instant began = this.jdbc.sql("select beat_at from heartbeat for update")
			.query(OffsetDateTime.class)
			.single()
			.toInstant();
		if (!began.isBefore(now.minus(threshold))) {
			return Optional.empty(); // another node was faster
		}
		int attempts = this.jdbc.sql(CREDIT).param("began", utc(began)).param("ended", utc(now)).update();
		this.jdbc.sql("insert into outage (began_at, ended_at, attempts) values (?, ?, ?)")
			.params(utc(began), utc(now), attempts)
			.update();
		this.jdbc.sql("update heartbeat set beat_at = ?").param(utc(now)).update();
		return Optional.of(new Outage(began, now, attempts));
	}

	private static OffsetDateTime utc(Instant instant) {
		return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
	}

	/**
	 * A sign of life.
	 *
	 * @param at the time that it tells
	 * @param regular false if there is a gap before it, or it is the first one ever
	 */
	record Beat(Instant at, boolean regular) {
	}

	/**
	 * A time in which no node lived, or none reached the database.
	 *
	 * @param began the last heartbeat before
	 * @param ended the first one after
	 * @param attempts how many got the time back
	 */
	record Outage(Instant began, Instant ended, int attempts) {
	}

}
