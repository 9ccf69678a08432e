package dev.rehearsal.account;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.web.util.UriUtils;

/**
 * What happens to those who may not: a guest who asks for a page is asked to sign in,
 * everyone else is told.
 */
class Denial implements AccessDeniedHandler {

	/** The name of the request attribute that tells the error page why. */
	private static final String ATTRIBUTE = "denied";

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
			throws IOException {
		if (denied instanceof CsrfException) {
			response.sendError(HttpServletResponse.SC_FORBIDDEN);
		}
		else if ("GET".equals(request.getMethod()) && request.getAttribute(Account.VISITOR) == null) {
			response.sendRedirect(request.getContextPath() + "/sign-in?then="
					+ UriUtils.encode(request.getServletPath(), StandardCharsets.UTF_8));
		}
		else {
			request.setAttribute(ATTRIBUTE, true);
			response.sendError(HttpServletResponse.SC_FORBIDDEN);
		}
	}

}
