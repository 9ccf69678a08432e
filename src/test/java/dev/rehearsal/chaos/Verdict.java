package dev.rehearsal.chaos;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Compares what a candidate was told with what the database has. */
final class Verdict {

	private final History history;

	private final Record record;

	private final Outages outages;

	private final List<String> violations = new ArrayList<>();

	private Verdict(History history, Record record, Outages outages) {
		this.history = history;
		this.record = record;
		this.outages = outages;
	}

	static List<String> of(History history, Record record, Outages outages) {
		Verdict verdict = new Verdict(history, record, outages);
		verdict.violations.addAll(history.troubles());
		verdict.end();
		verdict.time();
		for (int position = 1; position <= record.items().size(); position++) {
			verdict.response(position);
		}
		history.posts().forEach(verdict::post);
		history.sights().forEach(verdict::sight);
		verdict.score();
		return verdict.violations;
	}

	/** What holds of every attempt, whoever sat it. */
	static List<String> ofGraded(Record record) {
		Verdict verdict = new Verdict(new History(), record, new Outages(List.of()));
		verdict.once();
		verdict.score();
		return verdict.violations;
	}

	private void check(boolean holds, String otherwise) {
		if (!holds) {
			this.violations.add(otherwise);
		}
	}

	private void end() {
		check(!this.history.ends().isEmpty() || !this.record.state().equals("SUBMITTED"),
				"ended by the candidate, who never asked");
		once();
	}

	private void once() {
		check(this.record.attempts() == 1, "the candidate has " + this.record.attempts() + " attempts");
		check(!this.record.state().equals("IN_PROGRESS"), "the attempt is stuck");
		check(!this.record.state().equals("TIME_UP") || this.record.deadline().equals(this.record.endedAt()),
				"the time ran out at " + this.record.endedAt() + ", and the deadline is " + this.record.deadline());
		check(this.record.audit().stream().filter((what) -> what.startsWith("state")).count() == 1,
				"it did not end exactly once: " + this.record.audit());
		check(this.record.audit()
			.stream()
			.filter((what) -> what.startsWith("report"))
			.toList()
			.equals(List.of("report INSERT")), "it was not graded exactly once: " + this.record.audit());
	}

	private void time() {
		Set<Outages.Credit> credits = this.outages.credits(this.history.entry(), this.record,
				!this.history.ends().isEmpty());
		check(credits.stream().anyMatch((credit) -> credit.is(this.record)),
				"the outages " + this.outages + " should have made it one of " + credits);
	}

	private void response(int position) {
		List<Post> posts = this.history.posts().stream().filter((post) -> post.save().position() == position).toList();
		Save stored = this.record.stored().getOrDefault(position, new Save(position, 0, List.of(), false));
		List<Save> promises = new ArrayList<>(posts.stream().filter(Post::isAcknowledged).map(Post::save).toList());
		posts.stream()
			.filter((post) -> post.is("out-of-sequence"))
			.forEach((post) -> promises.add(post.reply().stored()));
		this.history.sights()
			.stream()
			.map(History.Sight::stored)
			.filter((seen) -> seen.position() == position && seen.sequence() > 0)
			.forEach(promises::add);
		for (Save promise : promises) {
			check(promise.sequence() <= stored.sequence(), "lost: " + promise + "; stored is " + stored);
			check(promise.sequence() != stored.sequence() || promise.equals(stored),
					"changed: " + promise + "; stored is " + stored);
		}
		check(promises.stream().distinct().count() == promises.stream().mapToInt(Save::sequence).distinct().count(),
				"two answers were acknowledged under one number: " + promises.stream().distinct().toList());
		check(stored.sequence() == 0
				|| posts.stream().anyMatch((post) -> post.save().equals(stored) && post.mayBeStored()),
				"stored, and never sent or refused: " + stored);
	}

	private void post(Post post) {
		if (post.is("recorded")) {
			check(post.reply().stored().equals(post.save()), "acknowledged as something else: " + post);
			check(post.sentAt().isBefore(this.record.closesAt()), "acknowledged after the grace: " + post);
			check(post.reply().recordedAt().isBefore(this.record.closesAt()), "recorded after the grace: " + post);
			check(post.givenAt(post.sentAt()).isBefore(this.record.deadline()), "given after the deadline: " + post);
			check(this.history.ends()
				.stream()
				.noneMatch((end) -> end.acknowledgedAt() != null && end.acknowledgedAt().isBefore(post.sentAt())),
					"recorded after the end: " + post);
			check(this.history.posts()
				.stream()
				.noneMatch((other) -> other.isAcknowledged() && other.save().position() == post.save().position()
						&& other.save().sequence() >= post.save().sequence() && other != post
						&& other.reply().receivedAt().isBefore(post.sentAt())),
					"an older one was recorded after a newer one: " + post);
			Instant recorded = post.reply().recordedAt();
			check(this.outages.list()
				.stream()
				.noneMatch((outage) -> recorded.isAfter(outage.began().plus(World.OUTAGE))
						&& recorded.isBefore(outage.ended())),
					"recorded while the service is said to have been down: " + post + " " + this.outages);
		}
		else if (post.is("too-late")) {
			Instant heard = post.reply().receivedAt();
			check(askedToEndBefore(heard) || !heard.isBefore(this.history.entry().closesAt())
					|| !post.givenAt(heard).isBefore(this.history.entry().deadline()), "refused too early: " + post);
			late(post);
		}
		else if (post.is("already-submitted")) {
			check(askedToEndBefore(post.reply().receivedAt()), "refused as ended, and nobody had asked: " + post);
			late(post);
		}
	}

	private boolean askedToEndBefore(Instant time) {
		return this.history.ends().stream().anyMatch((end) -> end.sentAt().isBefore(time));
	}

	/** What does not count is told. */
	private void late(Post post) {
		Record.Late late = this.record.late().get(post.save().position());
		check(late != null, "refused and not listed: " + post);
		if (late == null || late.sequence() != post.save().sequence() || !post.is("too-late")
				|| !this.record.creditsOutages() || !this.history.ends().isEmpty()) {
			return;
		}
		Outages.Credit known = this.outages.knownAt(late.arrivedAt(), this.history.entry());
		// One that waits in the application until the grace is over is late, too.
		boolean inTime = post.reply().receivedAt().isBefore(known.closesAt()) && this.history.posts()
			.stream()
			.filter((other) -> other.save().position() == post.save().position()
					&& other.save().sequence() == late.sequence())
			.allMatch((other) -> other.givenAt(late.arrivedAt()).isBefore(known.deadline()));
		check(!inTime,
				"judged at " + late.arrivedAt() + " before an outage was given back: " + post + " " + this.outages);
	}

	private void sight(History.Sight sight) {
		check(this.history.posts()
			.stream()
			.filter((post) -> post.isAcknowledged() && post.save().position() == sight.stored().position())
			.filter((post) -> post.reply().receivedAt().isBefore(sight.askedAt()))
			.allMatch((post) -> post.save().sequence() <= sight.stored().sequence()),
				"a page showed what was no longer stored: " + sight);
	}

	private void score() {
		Record.Report report = this.record.report();
		if (report == null) {
			check(this.record.state().equals("IN_PROGRESS"), "ended and not graded");
			return;
		}
		List<Integer> positions = IntStream.rangeClosed(1, this.record.items().size()).boxed().toList();
		List<Integer> sequences = positions.stream()
			.map((position) -> this.record.stored().containsKey(position)
					? this.record.stored().get(position).sequence() : 0)
			.toList();
		check(report.sequences().equals(sequences), "graded " + report.sequences() + ", stored " + sequences);
		List<Boolean> grades = positions.stream().map(this::isRight).toList();
		check(report.grades().equals(grades), "graded " + report.grades() + ", should be " + grades);
		int right = (int) positions.stream()
			.filter((position) -> this.record.items().get(position - 1).scored() && isRight(position))
			.count();
		int scored = (int) this.record.items().stream().filter(Record.Item::scored).count();
		int scaled = (int) Math.round(100 + 900.0 * right / scored);
		check(report.right() == right && report.scored() == scored && report.scaled() == scaled
				&& report.passed() == (scaled >= 720),
				"the score is " + report + ", should be " + right + " of " + scored);
	}

	private boolean isRight(int position) {
		Save stored = this.record.stored().get(position);
		return this.record.items().get(position - 1).isRight((stored != null) ? stored.answer() : List.of());
	}

}
