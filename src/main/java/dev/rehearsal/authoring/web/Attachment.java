package dev.rehearsal.authoring.web;

import java.nio.charset.StandardCharsets;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Files that browsers keep and do not show. */
final class Attachment {

	private Attachment() {
	}

	static ResponseEntity<byte[]> of(String fileName, MediaType type, byte[] bytes) {
		return ResponseEntity.ok()
			.contentType(type)
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(fileName, StandardCharsets.US_ASCII).build().toString())
			.body(bytes);
	}

	static ResponseEntity<byte[]> zip(String name, byte[] archive) {
		return of(name + ".zip", MediaType.parseMediaType("application/zip"), archive);
	}

}
