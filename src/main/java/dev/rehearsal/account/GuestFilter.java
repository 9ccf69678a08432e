package dev.rehearsal.account;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Recognises a guest by the cookie, and gives one to whoever comes without; unless they
 * are signed in.
 */
class GuestFilter extends OncePerRequestFilter {

	private static final int RENEW_AFTER_DAYS = 7;

	private final Clock clock;

	private final GuestCookie cookie;

	GuestFilter(Clock clock, GuestCookie cookie) {
		this.clock = clock;
		this.cookie = cookie;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (SecurityContextHolder.getContext().getAuthentication() == null) {
			recognise(request, response);
		}
		chain.doFilter(request, response);
	}

	private void recognise(HttpServletRequest request, HttpServletResponse response) {
		Optional<GuestToken> token = this.cookie.read(request);
		CandidateId candidate = token.map(GuestToken::candidate).orElseGet(() -> new CandidateId(UUID.randomUUID()));
		LocalDate old = LocalDate.now(this.clock).minusDays(RENEW_AFTER_DAYS);
		if (token.isEmpty() || token.get().issued().isBefore(old)) {
			this.cookie.write(candidate, request, response);
		}
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		context
			.setAuthentication(new PreAuthenticatedAuthenticationToken(candidate, null, Role.CANDIDATE.authorities()));
		SecurityContextHolder.setContext(context);
	}

}
