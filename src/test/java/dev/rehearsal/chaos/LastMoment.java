package dev.rehearsal.chaos;

import java.time.Instant;
import java.util.List;
import java.util.Random;

/**
 * Saves that hit the deadline, and then the end of its grace, within milliseconds before
 * and after.
 */
final class LastMoment {

	private static final int VOLLEY = 8;

	private static final long SPACING = 12;

	private final Candidate candidate;

	private final Tab tab;

	private final Random chance;

	LastMoment(Candidate candidate, Tab tab, long seed) {
		this.candidate = candidate;
		this.tab = tab;
		this.chance = new Random(seed);
	}

	void run() {
		while (this.candidate.isSitting()) {
			Long[] moments = this.candidate.deadlineAndClosing();
			if (moments == null) {
				Pause.of(200);
				continue;
			}
			long now = Instant.now().toEpochMilli();
			if (now > moments[0] - 600) {
				volley(moments[0], (sentAt) -> 0);
				volley(moments[1], (sentAt) -> sentAt - moments[0] + 1 + this.chance.nextInt(400));
				Pause.until(Instant.ofEpochMilli(moments[1]));
				return;
			}
			Pause.of(Math.min(1_000, moments[0] - now - 500));
		}
	}

	private void volley(long moment, Age age) {
		List<Booklet.Item> items = this.tab.booklet().items();
		for (int i = -VOLLEY / 2; i < VOLLEY / 2; i++) {
			long at = moment + i * SPACING;
			Save save = this.tab.next(items.get(this.chance.nextInt(items.size())));
			long told = Math.max(0, age.at(at));
			this.candidate.tally().count("saves at the last moment");
			long given = this.candidate.plan().saysWhen() ? at - told : Post.UNKNOWN;
			this.candidate.later(at - Instant.now().toEpochMilli(),
					() -> this.candidate.sender().send(save, told, given, Wire.PATIENCE));
		}
	}

	private interface Age {

		long at(long sentAt);

	}

}
