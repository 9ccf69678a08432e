package dev.rehearsal.chaos;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.jayway.jsonpath.JsonPath;
import org.jsoup.Jsoup;

/** One candidate, who speaks to the application as the page does. */
final class Candidate implements Runnable {

	/** Enough for any outage; who is not let in or heard by then is stuck. */
	private static final Duration PATIENCE = Duration.ofSeconds(90);

	private final World world;

	private final Plan plan;

	private final Random chance;

	private final Tally tally;

	private final History history = new History();

	private final Wire wire;

	private final List<Tab> tabs = new ArrayList<>();

	private final ExecutorService work = Executors.newVirtualThreadPerTaskExecutor();

	private Sender sender;

	private String address;

	private volatile boolean giving = true;

	private volatile boolean sitting = true;

	Candidate(World world, long seed, Tally tally) {
		this.world = world;
		this.chance = new Random(seed);
		this.plan = Plan.draw(this.chance);
		this.tally = tally;
		this.wire = new Wire(world.address());
	}

	@Override
	public void run() {
		try (this.work) {
			Pause.of(this.plan.arrival());
			this.history.note(this.plan.toString());
			begin();
			Booklet booklet = open();
			if (booklet == null) {
				return; // the time ran out before the room could be shown
			}
			for (int i = 0; i < this.plan.tabs(); i++) {
				this.tabs.add(new Tab(this, booklet, this.chance.nextLong()));
			}
			this.tabs.forEach((tab) -> this.work.submit(guarded(tab)));
			guarded(this::finish).run();
			awaitTabs(); // they may still want something done later
		}
		catch (RuntimeException ex) {
			this.history.trouble("failed: " + ex);
		}
	}

	private void begin() {
		String exam = "/exams/chaos/" + this.plan.blueprint();
		HttpResponse<String> rules = insist(() -> this.wire.page(exam), 200);
		this.wire.csrf(Jsoup.parse(rules.body()).select("input[name=_csrf]").attr("value"));
		if (this.plan.doubleStart()) {
			this.work.submit(() -> this.wire.submit(exam));
		}
		HttpResponse<String> started = insist(() -> this.wire.submit(exam), 302);
		this.address = started.headers().firstValue("Location").orElseThrow().replaceAll("^https?://[^/]+", "");
		UUID attempt = UUID.fromString(this.address.substring("/attempts/".length()));
		this.sender = new Sender(this.wire, this.address, this.history, this.tally);
		this.history.entered(shorten(this.world, attempt, this.plan.limit()));
	}

	/** From then on only outages move the deadline. */
	static History.Entry shorten(World world, UUID attempt, long limit) {
		return world.ask((jdbc) -> jdbc.sql("select * from chaos_shorten(?, ?)")
			.params(attempt, limit)
			.query((row, number) -> new History.Entry(attempt,
					row.getObject("started_at", OffsetDateTime.class).toInstant(),
					row.getObject("deadline", OffsetDateTime.class).toInstant(), row.getInt("grace_seconds"),
					row.getLong("credited_millis"), row.getLong("outage")))
			.single());
	}

	/** The room, or null if it is closed. */
	Booklet open() {
		Instant askedAt = Instant.now();
		HttpResponse<String> page = insist(() -> this.wire.page(this.address), 200, 302);
		Booklet booklet = Booklet.of(page.body());
		if (booklet.items().isEmpty()) {
			return null;
		}
		this.wire.csrf(booklet.csrf());
		booklet.items().forEach((item) -> this.history.saw(new History.Sight(askedAt, item.stored())));
		this.tally.count("pages read");
		return booklet;
	}

	private void finish() {
		switch (this.plan.ending()) {
			case ENDED -> {
				Pause.of(this.plan.endAfter());
				this.giving = false; // and what waits is sent
				awaitTabs();
				end();
				afterwards();
			}
			case ENDED_HASTILY -> {
				Pause.of(this.plan.endAfter());
				end();
				afterwards();
			}
			case ENDED_TWICE -> {
				Pause.of(this.plan.endAfter());
				later(0, this::end);
				end();
				afterwards();
			}
			case TIME_OUT -> awaitEnd();
			case TO_THE_LAST_MOMENT -> {
				new LastMoment(this, this.tabs.getFirst(), this.chance.nextLong()).run();
				awaitEnd();
			}
			case LEFT -> {
				Pause.of(this.plan.endAfter());
				this.sitting = false;
			}
		}
	}

	/** Asks until the application says that it has ended. */
	private void end() {
		Instant patience = Instant.now().plus(PATIENCE);
		while (Instant.now().isBefore(patience)) {
			int end = this.history.ending();
			try {
				HttpResponse<String> answer = this.wire.submit(this.address + "/end");
				if (answer.statusCode() == 302) {
					this.history.ended(end);
					return;
				}
				if (answer.statusCode() < 500) {
					this.history.trouble("ending was answered with " + answer.statusCode());
				}
			}
			catch (IOException ex) {
				this.history.note("ending was not answered: " + ex.getMessage());
			}
			Pause.of(100 + this.chance.nextInt(200));
		}
		this.history.trouble("could not end");
	}

	/** None of this may count. */
	private void afterwards() {
		Tab first = this.tabs.getFirst();
		for (int i = 0; i < 2; i++) {
			Save before = first.known(1 + this.chance.nextInt(12));
			this.sender.send(new Save(before.position(), before.sequence() + 1 + i, List.of(), !before.flagged()),
					this.plan.clockError(), Post.UNKNOWN, Wire.PATIENCE);
		}
		this.sitting = false;
	}

	private void awaitTabs() {
		Instant patience = Instant.now().plus(PATIENCE);
		while (Instant.now().isBefore(patience) && !this.tabs.stream().allMatch(Tab::isDone)) {
			Pause.of(20);
		}
	}

	/** Goes on until the clock says that the exam has ended. */
	private void awaitEnd() {
		Instant patience = Instant.now().plusMillis(this.plan.limit()).plus(PATIENCE);
		while (Instant.now().isBefore(patience) && this.sitting) {
			Pause.of(400);
			try {
				HttpResponse<String> clock = this.wire.json(this.address + "/clock");
				if (clock.statusCode() == 200 && !JsonPath.<Boolean>read(clock.body(), "$.inProgress")) {
					this.sitting = false;
				}
			}
			catch (IOException ex) {
				this.history.note("the clock did not answer: " + ex.getMessage());
			}
		}
		if (this.sitting) {
			this.history.trouble("the exam did not end");
			this.sitting = false;
		}
	}

	/** The deadline as the application tells it, or null if it does not. */
	Long[] deadlineAndClosing() {
		try {
			HttpResponse<String> clock = this.wire.json(this.address + "/clock");
			if (clock.statusCode() == 200) {
				return new Long[] { JsonPath.read(clock.body(), "$.deadline"),
						JsonPath.read(clock.body(), "$.closesAt") };
			}
		}
		catch (IOException ex) {
			this.history.note("the clock did not answer: " + ex.getMessage());
		}
		return null;
	}

	void later(long delay, Runnable what) {
		this.work.submit(guarded(() -> {
			Pause.of(delay);
			what.run();
		}));
	}

	private Runnable guarded(Runnable what) {
		return () -> {
			try {
				what.run();
			}
			catch (RuntimeException ex) {
				this.history.trouble("failed: " + ex + " at " + ex.getStackTrace()[0]);
				this.sitting = false;
			}
		};
	}

	/** Mostly the others hear of it; a tab on another device does not. */
	void broadcast(Tab from, Save stored, Random dice) {
		if (dice.nextInt(4) > 0) {
			this.tabs.stream().filter((tab) -> tab != from).forEach((tab) -> tab.told(stored));
		}
	}

	private HttpResponse<String> insist(Request request, int... wanted) {
		Instant patience = Instant.now().plus(PATIENCE);
		String last = "";
		int retry = 100;
		while (Instant.now().isBefore(patience)) {
			try {
				HttpResponse<String> response = request.send();
				for (int status : wanted) {
					if (response.statusCode() == status) {
						return response;
					}
				}
				last = response.statusCode() + " " + response.body();
				if (response.statusCode() < 500) {
					this.history.trouble("answered with " + last);
				}
			}
			catch (IOException ex) {
				last = ex.toString();
			}
			retry = Math.min(4_000, retry * 2);
			Pause.of(50 + this.chance.nextInt(retry));
		}
		throw new IllegalStateException("never answered: " + last);
	}

	private interface Request {

		HttpResponse<String> send() throws IOException;

	}

	boolean isSitting() {
		return this.sitting;
	}

	boolean isGiving() {
		return this.giving;
	}

	Plan plan() {
		return this.plan;
	}

	Sender sender() {
		return this.sender;
	}

	Tally tally() {
		return this.tally;
	}

	History history() {
		return this.history;
	}

	Wire wire() {
		return this.wire;
	}

	String address() {
		return this.address;
	}

}
