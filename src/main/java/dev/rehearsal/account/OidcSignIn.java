package dev.rehearsal.account;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/**
 * Sign-in by an OIDC provider, where one is configured. All that is wanted of it is who
 * somebody is: no token is kept.
 */
@Component
class OidcSignIn {

	private static final Logger log = LoggerFactory.getLogger(OidcSignIn.class);

	private final Clock clock;

	private final @Nullable ClientRegistrationRepository registrations;

	private final SigningKeys keys;

	private final Identities identities;

	private final SessionCookie session;

	OidcSignIn(Clock clock, ObjectProvider<ClientRegistrationRepository> registrations, SigningKeys keys,
			Identities identities, SessionCookie session) {
		this.clock = clock;
		this.registrations = registrations.getIfAvailable();
		this.keys = keys;
		this.identities = identities;
		this.session = session;
	}

	void configure(HttpSecurity http) throws Exception {
		if (this.registrations == null) {
			return;
		}
		PendingSignInCookie pending = new PendingSignInCookie(this.clock, this.keys, this.registrations);
		http.oauth2Login((login) -> login.loginPage("/sign-in")
			.authorizationEndpoint((endpoint) -> endpoint.authorizationRequestRepository(pending))
			.authorizedClientRepository(new KeepsNothing())
			.successHandler(this::accepted)
			.failureHandler(OidcSignIn::refused));
	}

	private void accepted(HttpServletRequest request, HttpServletResponse response, Authentication authentication)
			throws IOException {
		if (!(authentication.getPrincipal() instanceof OidcUser user)) {
			log.warn("A sign-in was refused: its registration does not ask for the scope openid.");
			redirectToRefusal(request, response);
			return;
		}
		this.session.open(this.identities.candidate(user, this.clock.instant()), request, response);
		String then = LocalPath.of(Objects.toString(request.getAttribute(PendingSignInCookie.THEN), null));
		response.sendRedirect(
				request.getContextPath() + "/account/attempts?then=" + UriUtils.encode(then, StandardCharsets.UTF_8));
	}

	private static void refused(HttpServletRequest request, HttpServletResponse response, AuthenticationException ex)
			throws IOException {
		log.warn("A sign-in by a provider was refused: {}", ex.getMessage());
		redirectToRefusal(request, response);
	}

	private static void redirectToRefusal(HttpServletRequest request, HttpServletResponse response) throws IOException {
		response.sendRedirect(request.getContextPath() + "/sign-in?provider=refused");
	}

	/** Spring's own would keep every visitor's tokens in memory. */
	private static final class KeepsNothing implements OAuth2AuthorizedClientRepository {

		@Override
		public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(String registration,
				Authentication principal, HttpServletRequest request) {
			return null;
		}

		@Override
		public void saveAuthorizedClient(OAuth2AuthorizedClient client, Authentication principal,
				HttpServletRequest request, HttpServletResponse response) {
			// Nothing is asked of the provider later.
		}

		@Override
		public void removeAuthorizedClient(String registration, Authentication principal, HttpServletRequest request,
				HttpServletResponse response) {
			// There is none.
		}

	}

}
