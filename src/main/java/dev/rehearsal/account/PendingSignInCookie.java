package dev.rehearsal.account;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.util.WebUtils;

/** Keeps requests to OIDC providers in a cookie. */
class PendingSignInCookie implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

	/** The name of the request attribute that says where to go on. */
	static final String THEN = PendingSignInCookie.class.getName();

	private static final String NAME = "rehearsal_oidc";

	private static final Duration VALID = Duration.ofMinutes(15);

	private final Clock clock;

	private final Supplier<byte[]> key;

	private final ClientRegistrationRepository registrations;

	PendingSignInCookie(Clock clock, SigningKeys keys, ClientRegistrationRepository registrations) {
		this.clock = clock;
		this.key = SingletonSupplier.of(() -> keys.key("oidc"));
		this.registrations = registrations;
	}

	@Override
	public void saveAuthorizationRequest(@Nullable OAuth2AuthorizationRequest asked, HttpServletRequest request,
			HttpServletResponse response) {
		if (asked == null) {
			write("", Duration.ZERO, request, response);
			return;
		}
		String registration = Objects.requireNonNull(asked.getAttribute(OAuth2ParameterNames.REGISTRATION_ID));
		PendingSignIn pending = new PendingSignIn(registration, Objects.requireNonNull(asked.getState()),
				asked.getAttribute(OidcParameterNames.NONCE), asked.getAttribute(PkceParameterNames.CODE_VERIFIER),
				Objects.requireNonNull(asked.getRedirectUri()), LocalPath.of(request.getParameter("then")),
				this.clock.instant().plus(VALID).getEpochSecond());
		write(pending.signed(this.key.get()), VALID, request, response);
	}

	@Override
	public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
		return read(request).map(this::request).orElse(null);
	}

	@Override
	public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(HttpServletRequest request,
			HttpServletResponse response) {
		Optional<PendingSignIn> pending = read(request);
		pending.ifPresent((known) -> request.setAttribute(THEN, known.then()));
		write("", Duration.ZERO, request, response);
		return pending.map(this::request).orElse(null);
	}

	private Optional<PendingSignIn> read(HttpServletRequest request) {
		return Optional.ofNullable(WebUtils.getCookie(request, NAME))
			.flatMap((cookie) -> PendingSignIn.verified(cookie.getValue(), this.key.get(), this.clock.instant()))
			.filter((pending) -> pending.state().equals(request.getParameter(OAuth2ParameterNames.STATE)));
	}

	private @Nullable OAuth2AuthorizationRequest request(PendingSignIn pending) {
		ClientRegistration registration = this.registrations.findByRegistrationId(pending.registration());
		return (registration == null) ? null
				: OAuth2AuthorizationRequest.authorizationCode()
					.authorizationUri(Objects.requireNonNull(registration.getProviderDetails().getAuthorizationUri()))
					.clientId(registration.getClientId())
					.redirectUri(pending.redirectUri())
					.scopes(registration.getScopes())
					.state(pending.state())
					.attributes((attributes) -> {
						attributes.put(OAuth2ParameterNames.REGISTRATION_ID, pending.registration());
						if (pending.nonce() != null) {
							attributes.put(OidcParameterNames.NONCE, pending.nonce());
						}
						if (pending.verifier() != null) {
							attributes.put(PkceParameterNames.CODE_VERIFIER, pending.verifier());
						}
					})
					.build();
	}

	private static void write(String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
		ResponseCookie cookie = ResponseCookie.from(NAME, value)
			.httpOnly(true)
			.secure(request.isSecure())
			.sameSite("Lax")
			.path("/")
			.maxAge(age)
			.build();
		response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
	}

}
