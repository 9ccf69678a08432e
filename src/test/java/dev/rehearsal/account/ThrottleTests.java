package dev.rehearsal.account;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ThrottleTests {

	private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

	private final Throttle throttle = new Throttle(5, Throttle.LONG);

	@Test
	void theFirstFailuresAreFree() {
		for (int failures = 0; failures < 5; failures++) {
			assertThat(this.throttle.waiting(failures, NOON, NOON)).isZero();
		}
	}

	@Test
	void eachFurtherOneDoublesTheWaitUpToAQuarterOfAnHour() {
		assertThat(this.throttle.waiting(5, NOON, NOON)).isEqualTo(Duration.ofSeconds(30));
		assertThat(this.throttle.waiting(6, NOON, NOON)).isEqualTo(Duration.ofMinutes(1));
		assertThat(this.throttle.waiting(9, NOON, NOON)).isEqualTo(Duration.ofMinutes(8));
		assertThat(this.throttle.waiting(10, NOON, NOON)).isEqualTo(Duration.ofMinutes(15));
		assertThat(this.throttle.waiting(Integer.MAX_VALUE, NOON, NOON)).isEqualTo(Duration.ofMinutes(15));
	}

	@Test
	void whoSharesAnAddressWaitsNoLongerThanAMinute() {
		Throttle shared = new Throttle(5, Throttle.SHORT);
		assertThat(shared.waiting(5, NOON, NOON)).isEqualTo(Duration.ofSeconds(30));
		assertThat(shared.waiting(1_000, NOON, NOON)).isEqualTo(Duration.ofMinutes(1));
	}

	@Test
	void theWaitRunsFromTheLastFailure() {
		assertThat(this.throttle.waiting(6, NOON, NOON.plusSeconds(40))).isEqualTo(Duration.ofSeconds(20));
		assertThat(this.throttle.waiting(6, NOON, NOON.plusSeconds(60))).isZero();
	}

	@Test
	void anHourLaterAllIsForgotten() {
		assertThat(Throttle.isForgotten(NOON, NOON.plusSeconds(3_599))).isFalse();
		assertThat(Throttle.isForgotten(NOON, NOON.plusSeconds(3_600))).isTrue();
		assertThat(this.throttle.waiting(1_000, NOON, NOON.plusSeconds(3_600))).isZero();
	}

}
