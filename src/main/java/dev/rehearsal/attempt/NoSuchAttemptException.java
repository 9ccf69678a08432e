package dev.rehearsal.attempt;

import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * There is no such attempt, or it is another candidate's; which of the two is not told.
 */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NoSuchAttemptException extends RuntimeException {

	/**
	 * Names what was looked for.
	 * @param id the attempt's id
	 */
	public NoSuchAttemptException(UUID id) {
		super("no attempt " + id);
	}

}
