package dev.rehearsal.authoring.web;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The schema of packs, from which the editor completes. */
@Controller
class SchemaController {

	@GetMapping("/packs/drafts/schema")
	ResponseEntity<Resource> schema() {
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_JSON)
			.body(new ClassPathResource("schema/pack.schema.json"));
	}

}
