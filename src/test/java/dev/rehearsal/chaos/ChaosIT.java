package dev.rehearsal.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.rehearsal.ProcessTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Breaks the exam room by seeded schedules: {@code rehearsal.chaos.rounds} rounds of
 * {@code rehearsal.chaos.schedules} candidates, the first with
 * {@code rehearsal.chaos.seed}. Chance is repeated by a seed, and the moments at which
 * threads meet are not.
 */
@ProcessTest
class ChaosIT {

	private static final int ROUNDS = Integer.getInteger("rehearsal.chaos.rounds", 1);

	private static final int SCHEDULES = Integer.getInteger("rehearsal.chaos.schedules", 40);

	private static final long SEED = Long.getLong("rehearsal.chaos.seed", 1);

	@Test
	void whatWasAcknowledgedIsGradedWhateverBreaks() {
		Tally tally = new Tally();
		List<String> violations = new ArrayList<>();
		try (World world = World.create(); Pages pages = new Pages()) {
			for (long seed = SEED; seed < SEED + ROUNDS; seed++) {
				Instant begun = Instant.now();
				Round round = new Round(world, pages, seed, SCHEDULES).run();
				tally.add(round.tally());
				violations.addAll(round.violations());
				System.out.println("[chaos] seed " + seed + ", " + Duration.between(begun, Instant.now()).toSeconds()
						+ " s: " + round.tally());
				round.violations().forEach(System.out::println);
			}
		}
		System.out.println("[chaos] in all: " + tally);
		assertThat(violations).isEmpty();
		assertThat(tally.of("recorded")).as("what was acknowledged").isGreaterThan(0);
	}

}
