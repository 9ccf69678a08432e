package dev.rehearsal.command;

/** A command could not do its work, and a sentence says why and what to do. */
class NotDoneException extends RuntimeException {

	NotDoneException(String message) {
		super(message);
	}

}
