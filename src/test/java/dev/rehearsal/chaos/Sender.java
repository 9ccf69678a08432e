package dev.rehearsal.chaos;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Sends saves of one attempt, and writes down what was heard. */
final class Sender {

	private static final Set<String> KNOWN = Set.of("recorded", "unchanged", "out-of-sequence", "too-late",
			"already-submitted");

	private final Wire wire;

	private final String address;

	private final History history;

	private final Tally tally;

	Sender(Wire wire, String address, History history, Tally tally) {
		this.wire = wire;
		this.address = address;
		this.history = history;
		this.tally = tally;
	}

	/** The reply, or null if there was none that says what became of the save. */
	Post.Reply send(Save save, long age, long given, Duration patience) {
		int post = this.history.sending(save, age, given);
		this.tally.count("posts");
		try {
			HttpResponse<String> response = this.wire.post(this.address + "/items/" + save.position(),
					save.body(age, given), patience);
			Instant receivedAt = Instant.now();
			if (response.statusCode() >= 500) {
				this.tally.count("answers " + response.statusCode());
				return null;
			}
			if (!response.body().contains("\"outcome\"")) {
				this.history.trouble("answered with " + response.statusCode() + " " + response.body());
				return null;
			}
			Post.Reply reply = Post.Reply.of(save.position(), response.body(), receivedAt);
			this.history.heard(post, reply);
			this.tally.count(reply.outcome());
			if (!KNOWN.contains(reply.outcome())) {
				this.history.trouble(save + " was answered with " + reply.outcome());
			}
			return reply;
		}
		catch (IOException ex) {
			return null;
		}
	}

}
