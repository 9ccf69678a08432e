package dev.rehearsal.attempt.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.rehearsal.attempt.Save;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * The form of an item. It is read by hand: binding it by reflection took a sixth of a
 * save's time.
 *
 * @param answer the parts of the answer; none if it is blank or taken back
 * @param flagged whether the candidate wants to come back
 * @param sequence one more than the page last saw
 * @param base sequence of the stored one that the page builds on; the greatest number if
 * it does not say, which stands for the one before
 * @param age milliseconds between the candidate's giving it and its being sent; 0 if that
 * was just now
 * @param given the server's time at which it was given as the page knows it, milliseconds
 * since 1970: says more than the age where the network was slow; the greatest number if
 * the page does not know
 * @param answered the same of its answer alone, without the flag
 */
record ResponseForm(List<String> answer, boolean flagged, int sequence, int base, long age, long given, long answered) {

	/** Nothing that is older was given in an exam that still runs. */
	private static final Duration OLDEST = Duration.ofDays(30);

	/**
	 * Reads what a page sends.
	 * @param request with the parameters {@code answer} (any number), {@code flagged} as
	 * the page shows it, {@code toggleFlag} if the flag was pressed, {@code clear} if the
	 * answer is taken back, {@code sequence}, and {@code base}, {@code age} and
	 * {@code given} and {@code answered} or none
	 * @return the form
	 * @throws ResponseStatusException 400 if a number is none
	 */
	static ResponseForm read(HttpServletRequest request) {
		String[] answer = request.getParameterValues("answer");
		boolean blank = answer == null || isTrue(request, "clear");
		return new ResponseForm(blank ? List.of() : List.of(answer),
				isTrue(request, "flagged") != isTrue(request, "toggleFlag"), sequence(request.getParameter("sequence")),
				(request.getParameter("base") != null) ? sequence(request.getParameter("base")) : Integer.MAX_VALUE,
				(request.getParameter("age") != null) ? number(request.getParameter("age")) : 0,
				(request.getParameter("given") != null) ? number(request.getParameter("given")) : Long.MAX_VALUE,
				(request.getParameter("answered") != null) ? number(request.getParameter("answered")) : Long.MAX_VALUE);
	}

	private static boolean isTrue(HttpServletRequest request, String name) {
		return "true".equals(request.getParameter(name));
	}

	private static int sequence(@Nullable String text) {
		return Math.toIntExact(Math.clamp(number(text), -1, Integer.MAX_VALUE));
	}

	private static long number(@Nullable String text) {
		try {
			return Long.parseLong((text != null) ? text : "");
		}
		catch (NumberFormatException ex) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST, ex.getMessage(), ex);
		}
	}

	/** Who says nothing of an answer that is blank may have set a flag only. */
	Save save(int position, Instant now) {
		long sent = now.minusMillis(Math.clamp(this.age, 0, OLDEST.toMillis())).toEpochMilli();
		long earliest = now.minus(OLDEST).toEpochMilli();
		long givenAt = Math.max(earliest, Math.min(sent, this.given));
		boolean saysNothing = this.answered == Long.MAX_VALUE && this.answer.stream().allMatch(String::isEmpty);
		return new Save(position, this.answer, this.flagged, this.sequence, Math.min(this.base, this.sequence - 1),
				Instant.ofEpochMilli(givenAt),
				saysNothing ? null : Instant.ofEpochMilli(Math.max(earliest, Math.min(givenAt, this.answered))));
	}

}
