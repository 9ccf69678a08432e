package dev.rehearsal.account;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** The cookie of a browser that is signed in. */
@Component
public class SessionCookie {

	private static final String NAME = "rehearsal_session";

	private final Clock clock;

	private final SecureRandom random = new SecureRandom();

	private final Sessions sessions;

	private final CsrfTokenRepository csrfTokens;

	SessionCookie(Clock clock, Sessions sessions, CsrfTokenRepository csrfTokens) {
		this.clock = clock;
		this.sessions = sessions;
		this.csrfTokens = csrfTokens;
	}

	/** Who is signed in. */
	Optional<Account> account(HttpServletRequest request) {
		return read(request).flatMap((token) -> this.sessions.account(token, this.clock.instant()));
	}

	/**
	 * Signs a browser in. What it knew before, session and CSRF token, is worth nothing
	 * afterwards.
	 * @param candidate whose password or provider was asked
	 * @param request tells whether the connection is secure
	 * @param response gets the cookies
	 */
	public void open(CandidateId candidate, HttpServletRequest request, HttpServletResponse response) {
		read(request).ifPresent(this.sessions::close);
		write(this.sessions.open(candidate, this.clock.instant(), this.random), SessionAge.LONGEST, request, response);
	}

	/**
	 * Signs a browser out.
	 * @param request has the cookie
	 * @param response loses it
	 */
	public void close(HttpServletRequest request, HttpServletResponse response) {
		read(request).ifPresent(this.sessions::close);
		write("", Duration.ZERO, request, response);
	}

	private void write(String token, Duration age, HttpServletRequest request, HttpServletResponse response) {
		ResponseCookie cookie = ResponseCookie.from(NAME, token)
			.httpOnly(true)
			.secure(request.isSecure())
			.sameSite("Lax")
			.path("/")
			.maxAge(age)
			.build();
		response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
		this.csrfTokens.saveToken(this.csrfTokens.generateToken(request), request, response);
	}

	private static Optional<String> read(HttpServletRequest request) {
		return Optional.ofNullable(WebUtils.getCookie(request, NAME)).map(Cookie::getValue);
	}

}
