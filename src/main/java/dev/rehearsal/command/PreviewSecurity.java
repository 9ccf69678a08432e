package dev.rehearsal.command;

import java.util.Set;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * A preview shows keys to whoever is at this machine, and to no page of another host that
 * a browser on it has open.
 */
final class PreviewSecurity {

	/**
	 * Another name that leads here is somebody's who wants a browser to read for them.
	 */
	private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1");

	private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
			+ "img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

	private PreviewSecurity() {
	}

	static ServerResponse guard(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
		return NAMES.contains(request.uri().getHost()) ? next.handle(request)
				: ServerResponse.status(HttpStatus.FORBIDDEN).build();
	}

	static void headers(HttpHeaders headers) {
		headers.set("Content-Security-Policy", CONTENT_SECURITY_POLICY);
		headers.set("X-Content-Type-Options", "nosniff");
		headers.set("Referrer-Policy", "same-origin");
		headers.setCacheControl("no-store");
	}

}
