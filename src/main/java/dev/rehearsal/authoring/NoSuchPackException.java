package dev.rehearsal.authoring;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such pack, or it is somebody else's; which of the two is not told. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NoSuchPackException extends RuntimeException {

	NoSuchPackException(String packId) {
		super("no pack " + packId + " of this author");
	}

}
