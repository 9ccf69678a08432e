package dev.rehearsal.chaos;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** All that one candidate did and heard. */
final class History {

	private final List<Post> posts = new ArrayList<>();

	private final List<Sight> sights = new ArrayList<>();

	private final List<End> ends = new ArrayList<>();

	private final List<String> notes = new ArrayList<>();

	private final List<String> troubles = new ArrayList<>();

	private Entry entry;

	/**
	 * What an attempt began with.
	 *
	 * @param attempt its id
	 * @param startedAt by the database
	 * @param deadline after the harness had shortened it
	 * @param grace seconds
	 * @param creditedMillis at that time
	 * @param outage the newest that was known at that time
	 */
	record Entry(UUID attempt, Instant startedAt, Instant deadline, int grace, long creditedMillis, long outage) {

		Instant closesAt() {
			return this.deadline.plusSeconds(this.grace);
		}

	}

	/**
	 * What a page showed as stored.
	 *
	 * @param askedAt before the page was asked for
	 * @param stored what it showed
	 */
	record Sight(Instant askedAt, Save stored) {
	}

	/**
	 * The wish to end.
	 *
	 * @param sentAt before it left
	 * @param acknowledgedAt null if nothing was heard
	 */
	record End(Instant sentAt, Instant acknowledgedAt) {
	}

	synchronized void entered(Entry begun) {
		this.entry = begun;
	}

	/** Null if the candidate never got in. */
	synchronized Entry entry() {
		return this.entry;
	}

	/** To be called before the save leaves: what is not noted can't have been sent. */
	synchronized int sending(Save save, long age, long given) {
		this.posts.add(new Post(save, age, given, Instant.now(), null));
		return this.posts.size() - 1;
	}

	synchronized void heard(int post, Post.Reply reply) {
		this.posts.set(post, this.posts.get(post).with(reply));
	}

	synchronized void saw(Sight sight) {
		this.sights.add(sight);
	}

	synchronized int ending() {
		this.ends.add(new End(Instant.now(), null));
		return this.ends.size() - 1;
	}

	synchronized void ended(int end) {
		this.ends.set(end, new End(this.ends.get(end).sentAt, Instant.now()));
	}

	synchronized void note(String text) {
		this.notes.add(Instant.now() + " " + text);
	}

	/** What must not happen, seen by the candidate. */
	synchronized void trouble(String text) {
		this.troubles.add(text);
		note(text);
	}

	synchronized List<Post> posts() {
		return List.copyOf(this.posts);
	}

	synchronized List<Sight> sights() {
		return List.copyOf(this.sights);
	}

	synchronized List<End> ends() {
		return List.copyOf(this.ends);
	}

	synchronized List<String> troubles() {
		return List.copyOf(this.troubles);
	}

	/** In order of time: each line begins with it. */
	synchronized String told() {
		List<String> lines = new ArrayList<>(this.notes);
		this.posts.forEach((post) -> lines.add(post.toString()));
		this.ends.forEach((end) -> lines.add(end.sentAt + " asked to end -> "
				+ ((end.acknowledgedAt != null) ? "ended at " + end.acknowledgedAt : "nothing heard")));
		return (this.entry != null ? this.entry + "\n" : "") + String.join("\n", lines.stream().sorted().toList());
	}

}
