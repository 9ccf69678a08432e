package dev.rehearsal.attempt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

class HeartbeatTests {

	private static final Duration THRESHOLD = Duration.ofSeconds(5);

	private static final Instant BEFORE = Instant.parse("2026-11-26T10:00:00Z");

	private static final Instant AFTER = BEFORE.plusSeconds(20);

	private Instant now = BEFORE;

	private final List<Instant> beats = new ArrayList<>();

	@Test
	void whoWaitedForTheDatabaseThroughAnOutageLooksAgainBeforeAnythingIsJudged() {
		OutageTable stopped = new OutageTable(new JdbcTemplate()) {

			@Override
			Beat beat(Clock clock, Duration threshold) {
				Instant at = clock.instant();
				HeartbeatTests.this.beats.add(at);
				HeartbeatTests.this.now = AFTER;
				return new Beat(at, true);
			}

			@Override
			public Optional<Outage> noticed(Instant beat, Duration threshold) {
				throw new AssertionError("the table says that there is no gap");
			}

		};
		Heartbeat heartbeat = new Heartbeat(new Clock() {

			@Override
			public ZoneId getZone() {
				return ZoneOffset.UTC;
			}

			@Override
			public Clock withZone(ZoneId zone) {
				return this;
			}

			@Override
			public Instant instant() {
				return HeartbeatTests.this.now;
			}

		}, stopped, THRESHOLD);

		heartbeat.ensure();
		assertThat(this.beats).containsExactly(BEFORE, AFTER);

		heartbeat.ensure();
		assertThat(this.beats).as("one that is fresh is enough").hasSize(2);
	}

}
