package dev.rehearsal.attempt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.jayway.jsonpath.JsonPath;
import dev.rehearsal.DatabaseTest;
import dev.rehearsal.Sitting;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Time in which the service was down is given back, once. */
@DatabaseTest
class OutageIT {

	private static final Duration THRESHOLD = Duration.ofSeconds(5);

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private OutageTable outages;

	@Autowired
	private Clock clock;

	@Test
	void aRunningExamGetsTheTimeBackAndIsTold() {
		Sitting sitting = startedAnHourAgo("deadline = now() + interval '10 minutes'");
		Instant before = deadline(sitting);
		serviceWasDownFor(Duration.ofMinutes(7));
		assertThat(Duration.between(before, deadline(sitting)).toSeconds()).isCloseTo(7 * 60, within(5L));
		Instant moved = deadline(sitting);
		waitForBeats();
		assertThat(deadline(sitting)).as("moved once").isEqualTo(moved);
		sitting.browser().open(sitting.address());
		assertThat(sitting.browser().page().select("#credited").text()).contains("You got the time back: ");
		assertThat(JsonPath.<Integer>read(sitting.browser().get(sitting.address() + "/clock").body(), "$.credited"))
			.isCloseTo(7 * 60, within(5));
	}

	@Test
	void anExamThatWasStartedWithinTheGapGetsOnlyWhatItMissed() {
		Sitting sitting = Sitting.start(this.port, "mla-c01/quick");
		Instant before = deadline(sitting);
		serviceWasDownFor(Duration.ofMinutes(7));
		assertThat(Duration.between(before, deadline(sitting))).isLessThan(Duration.ofSeconds(20));
	}

	@Test
	void anExamWhoseTimeRanOutWhileTheServiceWasDownGoesOn() {
		Sitting sitting = startedAnHourAgo("deadline = now() - interval '30 seconds', grace_seconds = 60");
		serviceWasDownFor(Duration.ofMinutes(7));
		assertThat(state(sitting)).isEqualTo("IN_PROGRESS");
		assertThat(deadline(sitting)).isAfter(this.clock.instant().plusSeconds(6 * 60));
	}

	@Test
	void anExamWhoseTimeHadJustRunOutGetsALongerGraceButNoMoreTime() {
		Sitting sitting = startedAnHourAgo("deadline = now() - interval '430 seconds', grace_seconds = 20000");
		Instant before = deadline(sitting);
		serviceWasDownFor(Duration.ofMinutes(7));
		assertThat(deadline(sitting)).isEqualTo(before);
		assertThat(number(sitting, "grace_seconds")).isCloseTo(20_000 + 7 * 60, within(5L));
	}

	@Test
	void aBlueprintMaySwitchItOff() {
		Sitting sitting = startedAnHourAgo("deadline = now() + interval '10 minutes', credits_outages = false");
		Instant before = deadline(sitting);
		serviceWasDownFor(Duration.ofMinutes(7));
		assertThat(deadline(sitting)).isEqualTo(before);
	}

	@Test
	void severalNodesThatWakeUpTogetherGiveItBackOnce() throws Exception {
		Sitting sitting = startedAnHourAgo("deadline = now() + interval '10 minutes'");
		Instant before = deadline(sitting);
		Instant now = this.clock.instant().plus(Duration.ofMinutes(30)); // as if all had
																			// slept until
																			// then
		List<Future<Optional<OutageTable.Outage>>> nodes = new ArrayList<>();
		try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int node = 0; node < 8; node++) {
				nodes.add(executor.submit(() -> this.outages.noticed(now, THRESHOLD)));
			}
		}
		int noticed = 0;
		for (Future<Optional<OutageTable.Outage>> node : nodes) {
			noticed += node.get().isPresent() ? 1 : 0;
		}
		assertThat(noticed).isEqualTo(1);
		assertThat(Duration.between(before, deadline(sitting)).toSeconds()).isCloseTo(30 * 60, within(10L));
		this.jdbc.sql("update heartbeat set beat_at = now()").update();
	}

	private Sitting startedAnHourAgo(String changes) {
		Sitting sitting = Sitting.start(this.port, "mla-c01/quick");
		this.jdbc.sql("update attempt set started_at = now() - interval '1 hour', " + changes + " where id = ?")
			.param(sitting.attempt())
			.update();
		return sitting;
	}

	private void serviceWasDownFor(Duration gap) {
		long outages = outages();
		this.jdbc.sql("update heartbeat set beat_at = now() - ? * interval '1 second'").param(gap.toSeconds()).update();
		for (int i = 0; i < 100 && outages() == outages; i++) {
			sleep(100);
		}
		assertThat(outages()).isEqualTo(outages + 1);
	}

	private long outages() {
		return this.jdbc.sql("select count(*) from outage").query(Long.class).single();
	}

	private static void waitForBeats() {
		sleep(2_500);
	}

	private static void sleep(long millis) {
		try {
			Thread.sleep(millis);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private Instant deadline(Sitting sitting) {
		return value(sitting.attempt(), "deadline", OffsetDateTime.class).toInstant();
	}

	private String state(Sitting sitting) {
		return value(sitting.attempt(), "state", String.class);
	}

	private long number(Sitting sitting, String column) {
		return value(sitting.attempt(), column, Long.class);
	}

	private <T> T value(UUID attempt, String column, Class<T> type) {
		return this.jdbc.sql("select " + column + " from attempt where id = ?").param(attempt).query(type).single();
	}

}
