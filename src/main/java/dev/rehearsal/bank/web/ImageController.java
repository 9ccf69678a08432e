package dev.rehearsal.bank.web;

import java.time.Duration;
import java.util.Locale;

import dev.rehearsal.bank.ImageKind;
import dev.rehearsal.bank.Images;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/**
 * The images of items. Their names are told by what they show, so that browsers may keep
 * them, and nobody guesses one.
 */
@Controller
class ImageController {

	private final Images images;

	ImageController(Images images) {
		this.images = images;
	}

	@GetMapping("/images/{name}")
	ResponseEntity<byte[]> image(@PathVariable String name) {
		byte[] content = this.images.find(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		ImageKind kind = ImageKind.valueOf(name.substring(name.indexOf('.') + 1).toUpperCase(Locale.ROOT));
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType(kind.mediaType()))
			.cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
			.body(content);
	}

}
