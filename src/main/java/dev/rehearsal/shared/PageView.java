package dev.rehearsal.shared;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.spring6.view.ThymeleafView;

import org.springframework.http.HttpHeaders;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * A page that leaves in one piece, or not at all if its template fails. It is compressed
 * here, since Tomcat knows one level only: at that, compressing was half of what a page
 * cost, and the fastest one takes 40 percent of the time for 20 percent more bytes.
 */
class PageView extends ThymeleafView {

	private static final String CSRF = "_csrf";

	/** Under this name templates know who is signed in. */
	private static final String VISITOR = "visitor";

	/** A shape is some 20 KB; there is one such cache for each template. */
	private final Cache<Wanted, PageShape> shapes = Caffeine.newBuilder().maximumSize(200).build();

	@Override
	public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
			throws Exception {
		PageParts parts = PageParts.in(model);
		boolean compressed = takesGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
		ByteArrayOutputStream page = new ByteArrayOutputStream(8_192);
		try (OutputStream bytes = compressed ? new FastGzip(page) : page) {
			if (parts != null) {
				fill(parts, request, response, bytes);
			}
			else {
				ask(model, request, response, bytes);
			}
		}
		response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
		if (compressed) {
			response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
		}
		response.setContentLength(page.size());
		page.writeTo(response.getOutputStream());
	}

	private void fill(PageParts parts, HttpServletRequest request, HttpServletResponse response, OutputStream bytes)
			throws Exception {
		Wanted wanted = new Wanted(parts.common(), request.getAttribute(VISITOR));
		PageShape shape = this.shapes.getIfPresent(wanted);
		if (shape == null) {
			shape = shape(parts, request, response);
			this.shapes.put(wanted, shape);
		}
		Map<String, String> texts = new HashMap<>(parts.own());
		if (shape.has(CSRF)) {
			texts.put(CSRF, token(request));
		}
		response.setContentType(getContentType());
		bytes.write(shape.fill(texts).getBytes(StandardCharsets.UTF_8));
	}

	private PageShape shape(PageParts parts, HttpServletRequest request, HttpServletResponse response)
			throws Exception {
		Map<String, String> marks = new HashMap<>(PageShape.marks(parts.own().keySet()));
		Map<String, Object> model = new HashMap<>(marks);
		model.put("page", parts.common());
		ByteArrayOutputStream html = new ByteArrayOutputStream();
		ask(model, request, response, html);
		marks.put(CSRF, token(request)); // which nobody can guess either
		return new PageShape(html.toString(StandardCharsets.UTF_8), marks);
	}

	private void ask(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response,
			OutputStream bytes) throws Exception {
		Answer answer = new Answer(response, bytes);
		super.render(model, request, answer);
		answer.writer.flush();
	}

	private static String token(HttpServletRequest request) {
		return ((CsrfToken) request.getAttribute(CSRF)).getToken();
	}

	/**
	 * Whether a visitor takes gzip.
	 * @param accepted the header Accept-Encoding, such as {@code br;q=1.0, gzip;q=0.8}
	 * @return false if it is not named, or named with the weight 0
	 */
	static boolean takesGzip(@Nullable String accepted) {
		if (accepted == null) {
			return false;
		}
		for (String coding : accepted.split(",")) {
			String[] parts = coding.split(";", -1);
			if (parts[0].strip().equalsIgnoreCase("gzip")) {
				return parts.length == 1 || !parts[1].strip().matches("(?i)q\\s*=\\s*0(\\.0*)?");
			}
		}
		return false;
	}

	/**
	 * What a shape depends on.
	 *
	 * @param common what the page has in common with others
	 * @param visitor the account of who is signed in
	 */
	private record Wanted(Record common, @Nullable Object visitor) {
	}

	/** Takes what the template writes, which it does at once. */
	private static final class Answer extends HttpServletResponseWrapper {

		private final PrintWriter writer;

		private Answer(HttpServletResponse response, OutputStream bytes) throws IOException {
			super(response);
			this.writer = new PrintWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
		}

		@Override
		public PrintWriter getWriter() {
			return this.writer;
		}

	}

	private static final class FastGzip extends GZIPOutputStream {

		private FastGzip(OutputStream out) throws IOException {
			super(out, 8_192);
			this.def.setLevel(Deflater.BEST_SPEED);
		}

	}

}
