package dev.rehearsal.chaos;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import dev.rehearsal.shared.DatabaseProcess;

/** Kills and stops processes by a seeded schedule, and leaves everything running. */
final class Saboteur implements Runnable {

	private static final int STRIKES = 6;

	private final World world;

	private final Random chance;

	private final Tally tally;

	private final List<String> log = new ArrayList<>();

	private boolean applicationWasKilled;

	Saboteur(World world, long seed, Tally tally) {
		this.world = world;
		this.chance = new Random(seed);
		this.tally = tally;
	}

	@Override
	public void run() {
		for (int i = 0; i < STRIKES; i++) {
			Pause.of(200 + this.chance.nextInt(2_000));
			strike(this.chance.nextInt(100));
		}
		tell("all runs again");
	}

	private void strike(int drawn) {
		if (drawn < 25) {
			note("database wounded");
			this.world.database().wound(this.chance);
		}
		else if (drawn < 40) {
			killDatabase(this.chance.nextInt(3_000));
		}
		else if (drawn < 58) {
			note("database stopped");
			this.world.database().signal("STOP");
			Pause.of(100 + this.chance.nextInt(4_500));
			this.world.database().signal("CONT");
		}
		else if (drawn < 66) {
			note("database accepts no connection");
			this.world.database().signalPostmaster("STOP");
			Pause.of(100 + this.chance.nextInt(2_500));
			this.world.database().signalPostmaster("CONT");
		}
		else if (drawn < 82) {
			note("application stopped");
			DatabaseProcess.signal("STOP", this.world.application().pid());
			Pause.of(100 + this.chance.nextInt(4_500));
			DatabaseProcess.signal("CONT", this.world.application().pid());
		}
		else if (!this.applicationWasKilled) {
			this.applicationWasKilled = true;
			killApplication();
		}
	}

	private void killDatabase(long down) {
		note("database killed");
		this.world.database().kill();
		Pause.of(down);
		this.world.database().start();
	}

	private void killApplication() {
		switch (this.chance.nextInt(4)) {
			case 0 -> {
				note("application killed while the database is stopped");
				this.world.database().signal("STOP");
				Pause.of(300 + this.chance.nextInt(700));
				this.world.application().kill();
				this.world.database().signal("CONT");
			}
			case 1 -> {
				note("both killed");
				this.world.application().kill();
				killDatabase(0);
			}
			case 2 -> {
				note("application terminated");
				this.world.application().stop();
			}
			default -> {
				note("application killed");
				this.world.application().kill();
			}
		}
		Pause.of(this.chance.nextInt(1_000));
		this.world.application().start();
		tell("application started");
	}

	private void note(String what) {
		this.tally.count(what);
		tell(what);
	}

	private synchronized void tell(String what) {
		this.log.add(Instant.now() + " " + what);
	}

	synchronized String log() {
		return String.join("\n", this.log);
	}

}
