package dev.rehearsal.shared;

/** The embedded database cannot run: what is wrong, and what to do about it. */
class EmbeddedDatabaseException extends RuntimeException {

	private final String action;

	EmbeddedDatabaseException(String message, String action) {
		super(message);
		this.action = action;
	}

	String action() {
		return this.action;
	}

}
