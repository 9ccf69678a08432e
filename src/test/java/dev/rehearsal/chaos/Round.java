package dev.rehearsal.chaos;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Many schedules at once, on one application and one database that are broken meanwhile.
 */
final class Round {

	/** Attempts end each second, and this is a few. */
	private static final Duration FEW_SECONDS = Duration.ofSeconds(10);

	private static final int VISITORS = 3;

	private final World world;

	private final Pages pages;

	private final long seed;

	private final int schedules;

	private final Tally tally = new Tally();

	private final List<String> violations = new ArrayList<>();

	private Saboteur saboteur;

	Round(World world, Pages pages, long seed, int schedules) {
		this.world = world;
		this.pages = pages;
		this.seed = seed;
		this.schedules = schedules;
	}

	Round run() {
		Random seeds = new Random(this.seed);
		this.saboteur = new Saboteur(this.world, seeds.nextLong(), this.tally);
		Heartbeats heartbeats = new Heartbeats(this.world);
		List<Candidate> candidates = new ArrayList<>();
		for (int i = 0; i < this.schedules; i++) {
			candidates.add(new Candidate(this.world, seeds.nextLong(), this.tally));
		}
		List<Visitor> visitors = this.pages.seat(this.world, VISITORS, seeds.nextLong(), this.tally);
		try (var work = Executors.newVirtualThreadPerTaskExecutor()) {
			Future<?> watch = work.submit(heartbeats);
			List<Future<?>> all = new ArrayList<>();
			all.add(work.submit(this.saboteur));
			all.add(this.pages.sit(visitors));
			candidates.forEach((candidate) -> all.add(work.submit(candidate)));
			try {
				all.forEach(Round::await);
			}
			finally {
				heartbeats.stop();
			}
			await(watch);
		}
		judge(candidates, heartbeats);
		judge(visitors);
		return this;
	}

	private void judge(List<Candidate> candidates, Heartbeats heartbeats) {
		List<UUID> attempts = candidates.stream()
			.filter((candidate) -> candidate.history().entry() != null)
			.map((candidate) -> candidate.history().entry().attempt())
			.toList();
		List<UUID> stuck = awaitEnds(attempts);
		Outages outages = this.world.ask(Outages::of);
		this.violations.addAll(heartbeats.doubts(outages));
		for (Candidate candidate : candidates) {
			this.tally.count("schedules");
			History history = candidate.history();
			if (history.entry() == null) {
				violation(List.of("never let in"), history.told(), null);
				continue;
			}
			if (stuck.contains(history.entry().attempt())) {
				history.trouble("the attempt was stuck until somebody looked");
			}
			new Afterwards(candidate, record(history)).run();
			Record record = record(history);
			this.tally.count("attempts " + record.state());
			this.tally.count("attempts with time given back", (record.creditedMillis() > 0) ? 1 : 0);
			List<String> found = Verdict.of(history, record, outages);
			if (!found.isEmpty()) {
				violation(found, history.told(), record);
			}
		}
	}

	private Record record(History history) {
		return this.world.ask((jdbc) -> Record.of(jdbc, history.entry().attempt()));
	}

	private void judge(List<Visitor> visitors) {
		for (Visitor visitor : visitors) {
			this.tally.count("schedules");
			this.tally.count("schedules in a real browser");
			Record record = this.world.ask((jdbc) -> Record.of(jdbc, visitor.entry().attempt()));
			List<String> found = new ArrayList<>(visitor.verdict(record));
			found.addAll(Verdict.ofGraded(record));
			if (!found.isEmpty()) {
				violation(found, visitor.told(), record);
			}
		}
	}

	static <T> T await(Future<T> future) {
		try {
			return future.get();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void violation(List<String> found, String told, Record record) {
		this.tally.count("violations", found.size());
		this.violations.add("Round " + this.seed + ":\n  " + String.join("\n  ", found) + "\nThe candidate:\n" + told
				+ "\nThe database:\n" + record);
	}

	/**
	 * Nobody looks at any of them meanwhile: they must end by themselves.
	 * @return those that did not
	 */
	private List<UUID> awaitEnds(List<UUID> attempts) {
		Instant begun = Instant.now();
		while (true) {
			Map<UUID, Instant> open = this.world.ask((jdbc) -> {
				Map<UUID, Instant> closing = new HashMap<>();
				jdbc.sql("""
						select id, deadline + grace_seconds * interval '1 second' from attempt
						where id = any(?) and state = 'IN_PROGRESS'""")
					.param(attempts.toArray(UUID[]::new))
					.query((row) -> {
						closing.put(row.getObject(1, UUID.class), row.getObject(2, OffsetDateTime.class).toInstant());
					});
				return closing;
			});
			Instant last = open.values().stream().max(Instant::compareTo).filter(begun::isBefore).orElse(begun);
			if (open.isEmpty() || Instant.now().isAfter(last.plus(FEW_SECONDS))) {
				return List.copyOf(open.keySet());
			}
			Pause.of(200);
		}
	}

	Tally tally() {
		return this.tally;
	}

	List<String> violations() {
		return this.violations.isEmpty() ? List.of()
				: with(this.violations, "What was broken:\n" + this.saboteur.log());
	}

	private static List<String> with(List<String> list, String last) {
		List<String> all = new ArrayList<>(list);
		all.add(last);
		return all;
	}

}
