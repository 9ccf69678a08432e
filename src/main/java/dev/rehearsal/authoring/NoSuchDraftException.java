package dev.rehearsal.authoring;

import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such draft, or it is somebody else's; which of the two is not told. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NoSuchDraftException extends RuntimeException {

	NoSuchDraftException(UUID id) {
		super("no draft " + id + " of this author");
	}

}
