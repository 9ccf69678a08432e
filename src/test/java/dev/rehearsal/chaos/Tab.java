package dev.rehearsal.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One tab of a candidate: counts sequences and sends what waits as the page does, over a
 * network that does mischief.
 */
final class Tab implements Runnable {

	private static final int ENOUGH = 3;

	private static final int FIRST_RETRY = 150;

	private static final int LONGEST_RETRY = 3_000;

	private final Candidate candidate;

	private final Booklet booklet;

	private final Random chance;

	private final Map<Integer, Save> known = new ConcurrentHashMap<>();

	private final Map<Integer, Waiting> waiting = new LinkedHashMap<>();

	private int refusals;

	/**
	 * Milliseconds; grows as the page's does, for else nobody is served after an outage.
	 */
	private int retry = FIRST_RETRY;

	private volatile boolean done;

	private record Waiting(Save save, Instant givenAt) {
	}

	Tab(Candidate candidate, Booklet booklet, long seed) {
		this.candidate = candidate;
		this.booklet = booklet;
		this.chance = new Random(seed);
		adopt(booklet, true);
	}

	@Override
	public void run() {
		try {
			sit();
		}
		finally {
			this.done = true;
		}
	}

	private void sit() {
		while (this.candidate.isSitting() && this.refusals < ENOUGH) {
			if (this.chance.nextInt(3) > 0) {
				Pause.of(this.chance.nextInt(this.candidate.plan().restlessness()));
			}
			if (this.candidate.isGiving()) {
				give();
			}
			else if (this.waiting.isEmpty()) {
				return;
			}
			if (!this.waiting.isEmpty()) {
				sendNext();
			}
			if (this.chance.nextInt(40) == 0) {
				reload();
			}
		}
	}

	private void give() {
		for (int i = this.chance.nextInt(3); i > 0; i--) {
			List<Booklet.Item> items = this.booklet.items();
			Save save = next(items.get(this.chance.nextInt(items.size())));
			this.waiting.put(save.position(), new Waiting(save, Instant.now()));
		}
	}

	/** Each save of a tab is newer than the one before. */
	Save next(Booklet.Item item) {
		Save before = this.known.get(item.stored().position());
		boolean flagged = (this.chance.nextInt(8) == 0) != before.flagged();
		Save save = new Save(before.position(), before.sequence() + 1, item.answer(this.chance), flagged);
		this.known.put(save.position(), save);
		return save;
	}

	private void sendNext() {
		Iterator<Waiting> first = this.waiting.values().iterator();
		Waiting next = first.next();
		Post.Reply reply = misled(next);
		if (reply == null) {
			Pause.of(20 + this.chance.nextInt(this.retry));
			this.retry = Math.min(LONGEST_RETRY, this.retry * 2);
			return;
		}
		this.retry = FIRST_RETRY;
		this.waiting.remove(next.save().position());
		switch (reply.outcome()) {
			case "recorded", "unchanged" -> this.candidate.broadcast(this, reply.stored(), this.chance);
			case "out-of-sequence" -> this.known.put(reply.stored().position(), reply.stored());
			default -> this.refusals++;
		}
	}

	/** What the tab hears, which is less than what was said. */
	private Post.Reply misled(Waiting next) {
		Mischief mischief = Mischief.draw(this.chance);
		this.candidate.tally().count("network " + mischief.name().toLowerCase(Locale.ROOT).replace('_', ' '));
		return switch (mischief) {
			case NONE -> send(next, Wire.PATIENCE);
			case DROPPED -> null;
			case ANSWER_LOST -> {
				send(next, Wire.PATIENCE);
				yield null;
			}
			case DELAYED -> {
				Pause.of(this.chance.nextInt(1_000));
				yield send(next, Wire.PATIENCE);
			}
			case DOUBLED -> {
				stray(next, 0);
				yield send(next, Wire.PATIENCE);
			}
			case REPEATED -> {
				stray(next, 100 + this.chance.nextInt(2_500));
				yield send(next, Wire.PATIENCE);
			}
			case OVERTAKEN -> {
				stray(next, 50 + this.chance.nextInt(2_000));
				yield null;
			}
			case CUT -> send(next, Duration.ofMillis(1 + this.chance.nextInt(25)));
		};
	}

	private void stray(Waiting late, long delay) {
		this.candidate.later(delay, () -> send(late, Wire.PATIENCE));
	}

	private Post.Reply send(Waiting next, Duration patience) {
		Plan plan = this.candidate.plan();
		long age = Duration.between(next.givenAt(), Instant.now()).toMillis() + plan.clockError();
		long given = plan.saysWhen() ? next.givenAt().toEpochMilli() - plan.clockError() : Post.UNKNOWN;
		return this.candidate.sender().send(next.save(), Math.max(0, age), given, patience);
	}

	/** With or without what the browser keeps. */
	private void reload() {
		Booklet fresh = this.candidate.open();
		if (fresh != null) {
			adopt(fresh, this.chance.nextBoolean());
		}
	}

	private void adopt(Booklet fresh, boolean keep) {
		if (!keep) {
			this.waiting.clear();
		}
		for (Booklet.Item item : fresh.items()) {
			Save stored = item.stored();
			this.known.merge(stored.position(), stored,
					(mine, theirs) -> (keep && mine.sequence() >= theirs.sequence()) ? mine : theirs);
		}
	}

	/** What another tab has stored. */
	void told(Save stored) {
		this.known.computeIfPresent(stored.position(),
				(position, mine) -> (stored.sequence() > mine.sequence()) ? stored : mine);
	}

	/** What it counts from. */
	Save known(int position) {
		return this.known.get(position);
	}

	Booklet booklet() {
		return this.booklet;
	}

	boolean isDone() {
		return this.done;
	}

}
