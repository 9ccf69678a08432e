package dev.rehearsal.authoring.web;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

import dev.rehearsal.bank.PackProgress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;

/**
 * Tells a page that waits how far the work on a large pack is: a line of JSON for each
 * step, and at last where to go. Whoever does the work tells it, so that any node can.
 */
final class ProgressLines implements PackProgress {

	/** What a page asks for that wants to be told. */
	static final String MEDIA_TYPE = "application/x-ndjson";

	private static final JsonMapper JSON = JsonMapper.shared();

	private final String contextPath;

	private final HttpServletResponse response;

	/**
	 * Begins nothing yet: the first line does.
	 * @param request the page's
	 * @param response gets the lines
	 */
	ProgressLines(HttpServletRequest request, HttpServletResponse response) {
		this.contextPath = request.getContextPath();
		this.response = response;
	}

	@Override
	public void read(int files, int of, long items) {
		write(Map.of("step", "read", "done", files, "of", of));
	}

	@Override
	public void written(int items, int of) {
		write(Map.of("step", "write", "done", items, "of", of));
	}

	/**
	 * The work is done.
	 * @param location where to go; null if it was refused, and the page had better send
	 * its form again in the plain way, to be told why
	 */
	void end(@Nullable String location) {
		write((location != null) ? Map.of("location", this.contextPath + location) : Map.of("refused", true));
	}

	private void write(Map<String, ?> line) {
		try {
			this.response.setContentType(MEDIA_TYPE);
			this.response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
			OutputStream out = this.response.getOutputStream();
			out.write(JSON.writeValueAsBytes(line));
			out.write('\n');
			out.flush();
		}
		catch (IOException ex) {
			// Nobody listens any more. The work goes on.
		}
	}

}
