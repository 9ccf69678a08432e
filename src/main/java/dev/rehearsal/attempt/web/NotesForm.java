package dev.rehearsal.attempt.web;

import java.util.List;
import java.util.Optional;

import dev.rehearsal.attempt.Annotation;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * The form of an item's notes. A script sends it alone; a plain browser sends it with the
 * item's answer, so that saving one never drops the other.
 *
 * @param struck ids of options
 * @param highlights as {@link Annotation} writes them
 * @param note plain text
 * @param sequence of this save
 * @param base sequence of what it builds on; if none is said, the one before
 */
record NotesForm(@Nullable List<String> struck, @Nullable List<String> highlights, @Nullable String note, int sequence,
		@Nullable Integer base) {

	/**
	 * Reads what a plain browser sends with an answer.
	 * @param request with the parameters {@code noteSequence}, {@code note},
	 * {@code struck} and {@code highlights}
	 * @return empty if the page had no notes
	 * @throws ResponseStatusException 400 if the number is none
	 */
	static Optional<NotesForm> besides(HttpServletRequest request) {
		String sequence = request.getParameter("noteSequence");
		if (sequence == null) {
			return Optional.empty();
		}
		if (!sequence.matches("\\d{1,9}")) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
		}
		return Optional.of(new NotesForm(all(request, "struck"), all(request, "highlights"),
				request.getParameter("note"), Integer.parseInt(sequence), null));
	}

	private static List<String> all(HttpServletRequest request, String name) {
		String[] values = request.getParameterValues(name);
		return (values != null) ? List.of(values) : List.of();
	}

	int buildsOn() {
		return (this.base != null) ? this.base : this.sequence - 1;
	}

	Annotation annotation(int position) {
		return new Annotation(position, (this.struck != null) ? this.struck : List.of(),
				(this.highlights != null) ? this.highlights : List.of(),
				(this.note != null) ? this.note.replace("\r\n", "\n").replace("\0", "") : "", this.sequence);
	}

}
