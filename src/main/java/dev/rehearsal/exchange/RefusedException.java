package dev.rehearsal.exchange;

/** A file as a whole cannot be read. */
final class RefusedException extends RuntimeException {

	private final Refusal reason;

	private final String sentence;

	RefusedException(Refusal reason, String sentence) {
		super(sentence);
		this.reason = reason;
		this.sentence = sentence;
	}

	Reading.Refused toReading() {
		return new Reading.Refused(this.reason, this.sentence);
	}

}
