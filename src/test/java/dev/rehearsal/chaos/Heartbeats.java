package dev.rehearsal.chaos;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Watches the heartbeat from outside: an outage is one only if nobody saw a beat in it.
 */
final class Heartbeats implements Runnable {

	private final World world;

	private final NavigableSet<Instant> seen = new TreeSet<>();

	private volatile boolean watching = true;

	Heartbeats(World world) {
		this.world = world;
	}

	@Override
	public void run() {
		while (this.watching) {
			Instant beat = this.world.ask((jdbc) -> jdbc.sql("select beat_at from heartbeat")
				.query(OffsetDateTime.class)
				.single()
				.toInstant());
			synchronized (this.seen) {
				this.seen.add(beat);
			}
			Pause.of(200);
		}
	}

	void stop() {
		this.watching = false;
	}

	List<String> doubts(Outages outages) {
		List<String> doubts = new ArrayList<>();
		synchronized (this.seen) {
			for (int i = 0; i < outages.list().size(); i++) {
				Outages.Outage outage = outages.list().get(i);
				if (!this.seen.subSet(outage.began(), false, outage.ended(), false).isEmpty()) {
					doubts.add("there was a heartbeat in the outage " + outage);
				}
				if (i > 0 && outages.list().get(i - 1).ended().isAfter(outage.began())) {
					doubts.add("the outage " + outage + " was given back twice");
				}
			}
		}
		return doubts;
	}

}
