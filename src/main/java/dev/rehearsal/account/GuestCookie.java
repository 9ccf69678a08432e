package dev.rehearsal.account;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.util.WebUtils;

/** The cookie by which a guest is recognised. */
@Component
public class GuestCookie {

	/** Browsers keep no cookie longer. */
	static final Duration AGE = Duration.ofDays(400);

	private static final String NAME = "rehearsal_guest";

	private final Clock clock;

	private final Supplier<byte[]> key;

	GuestCookie(Clock clock, SigningKeys keys) {
		this.clock = clock;
		this.key = SingletonSupplier.of(() -> keys.key("guest"));
	}

	Optional<GuestToken> read(HttpServletRequest request) {
		return Optional.ofNullable(WebUtils.getCookie(request, NAME))
			.flatMap((cookie) -> GuestToken.verified(cookie.getValue(), this.key.get()))
			.filter((token) -> token.isCurrent(LocalDate.now(this.clock), AGE));
	}

	/**
	 * The guest that a browser was before somebody signed in with it.
	 * @param request may have the cookie
	 * @return empty if there was none
	 */
	public Optional<CandidateId> guest(HttpServletRequest request) {
		return read(request).map(GuestToken::candidate);
	}

	/**
	 * Makes the browser the candidate's.
	 * @param candidate who it shall be
	 * @param request tells whether the connection is secure
	 * @param response gets the cookie
	 */
	public void write(CandidateId candidate, HttpServletRequest request, HttpServletResponse response) {
		GuestToken token = new GuestToken(candidate, LocalDate.now(this.clock));
		ResponseCookie cookie = ResponseCookie.from(NAME, token.signed(this.key.get()))
			.httpOnly(true)
			.secure(request.isSecure())
			.sameSite("Lax")
			.path("/")
			.maxAge(AGE)
			.build();
		response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
	}

}
