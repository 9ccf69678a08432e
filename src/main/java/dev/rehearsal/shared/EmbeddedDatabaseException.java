package dev.rehearsal.shared;

/** The embedded database cannot run: what is wrong, and what to do about it. */
public class EmbeddedDatabaseException extends RuntimeException {

	private final String action;

	EmbeddedDatabaseException(String message, String action) {
		super(message);
		this.action = action;
	}

	/**
	 * What to do about it.
	 * @return one or two sentences
	 */
	public String action() {
		return this.action;
	}

}
