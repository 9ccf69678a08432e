package dev.rehearsal.account;

import java.time.Clock;
import java.time.Duration;

import jakarta.servlet.DispatcherType;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Who may do what. Nothing about a visitor is kept in a node's memory: there are cookies,
 * and the database knows who is signed in, so any node can answer any request. Whose a
 * thing is stands in the query that looks it up.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; worker-src 'self'; "
			+ "img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; "
			+ "frame-ancestors 'none'";

	/** Assets and health checks are for everyone and tell nothing about anyone. */
	@Bean
	@Order(1)
	SecurityFilterChain openToAll(HttpSecurity http) throws Exception {
		return http.securityMatcher("/assets/**", "/room-worker.js", "/actuator/health/**")
			.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.sessionManagement((management) -> management.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.requestCache((cache) -> cache.disable())
			.headers((headers) -> headers.cacheControl((cache) -> cache.disable())
				.contentSecurityPolicy((csp) -> csp.policyDirectives(CONTENT_SECURITY_POLICY)))
			.build();
	}

	@Bean
	CookieCsrfTokenRepository csrfTokens() {
		CookieCsrfTokenRepository csrfTokens = new CookieCsrfTokenRepository();
		csrfTokens.setCookieName("rehearsal_csrf");
		csrfTokens.setCookieCustomizer((csrf) -> csrf.sameSite("Lax").maxAge(Duration.ofDays(30)));
		return csrfTokens;
	}

	@Bean
	SecurityFilterChain forCandidates(HttpSecurity http, Clock clock, GuestCookie guests, SessionCookie sessions,
			CookieCsrfTokenRepository csrfTokens, OidcSignIn oidc) throws Exception {
		oidc.configure(http);
		return http.addFilterBefore(new AccountFilter(sessions), AnonymousAuthenticationFilter.class)
			.addFilterBefore(new GuestFilter(clock, guests), AnonymousAuthenticationFilter.class)
			.authorizeHttpRequests((requests) -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
				.permitAll()
				.requestMatchers("/administration/**")
				.hasRole(Role.ADMINISTRATOR.name())
				.requestMatchers("/packs/**")
				.hasRole(Role.INSTRUCTOR.name())
				.requestMatchers("/account/new")
				.hasRole(Role.CANDIDATE.name())
				.requestMatchers("/account/**")
				.hasAuthority(Role.SIGNED_IN)
				.anyRequest()
				.hasRole(Role.CANDIDATE.name()))
			.exceptionHandling((exceptions) -> exceptions.accessDeniedHandler(new Denial()))
			// Everyone is recognised anew with each request, which is no sign-in: the
			// token stays.
			.csrf((csrf) -> csrf.csrfTokenRepository(csrfTokens)
				.sessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy()))
			.sessionManagement((management) -> management.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.requestCache((cache) -> cache.disable())
			.logout((logout) -> logout.disable())
			.headers((headers) -> headers.contentSecurityPolicy((csp) -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
				.referrerPolicy((referrer) -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
				.permissionsPolicyHeader((permissions) -> permissions
					.policy("camera=(), geolocation=(), microphone=(), payment=(), usb=()")))
			.build();
	}

}
