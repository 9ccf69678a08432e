package dev.rehearsal.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;

/**
 * A save that was sent, and what the application said to it, if anything was heard.
 *
 * @param save what was sent
 * @param age what the browser said about when it was given, milliseconds
 * @param given at what time of the server it says that was, milliseconds since 1970;
 * {@link #UNKNOWN} if it does not
 * @param sentAt before it left
 * @param reply null while nothing was heard; it may have been stored or not
 */
record Post(Save save, long age, long given, Instant sentAt, Reply reply) {

	static final long UNKNOWN = Long.MAX_VALUE;

	private static final Set<String> ACKNOWLEDGED = Set.of("recorded", "unchanged");

	/**
	 * The application's word.
	 *
	 * @param outcome such as recorded
	 * @param stored what it says is stored
	 * @param recordedAt when that was recorded; null if nothing is stored
	 * @param receivedAt after it was heard
	 */
	record Reply(String outcome, Save stored, Instant recordedAt, Instant receivedAt) {

		static Reply of(int position, String json, Instant receivedAt) {
			DocumentContext read = JsonPath.parse(json);
			String recordedAt = read.read("$.recordedAt");
			return new Reply(read.read("$.outcome"),
					new Save(position, read.read("$.sequence"), List.copyOf(read.<List<String>>read("$.answer")),
							read.read("$.flagged")),
					(recordedAt != null) ? Instant.parse(recordedAt) : null, receivedAt);
		}

	}

	Post with(Reply heard) {
		return new Post(this.save, this.age, this.given, this.sentAt, heard);
	}

	boolean isAcknowledged() {
		return this.reply != null && ACKNOWLEDGED.contains(this.reply.outcome);
	}

	boolean is(String outcome) {
		return this.reply != null && this.reply.outcome.equals(outcome);
	}

	/** Whether it may be stored, as far as the candidate can know. */
	boolean mayBeStored() {
		return this.reply == null || isAcknowledged();
	}

	/**
	 * The latest moment at which it can have been given, if it arrived at that time, to
	 * the millisecond, as the application knows it.
	 */
	Instant givenAt(Instant arrived) {
		long sent = arrived.minusMillis(Math.max(0, this.age)).toEpochMilli();
		return Instant.ofEpochMilli(Math.min(this.given, sent));
	}

	@Override
	public String toString() {
		String sent = this.sentAt + " sent " + this.save + " age " + this.age
				+ ((this.given == UNKNOWN) ? "" : " given " + Instant.ofEpochMilli(this.given));
		return (this.reply == null) ? sent + " -> nothing heard"
				: sent + " -> " + this.reply.outcome + " after "
						+ Duration.between(this.sentAt, this.reply.receivedAt).toMillis() + " ms, stored "
						+ this.reply.stored + " at " + this.reply.recordedAt;
	}

}
