package dev.rehearsal.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A small OIDC provider: discovery, authorization code with PKCE, signed tokens. Whoever
 * asks it is the person that the test has set, without a page in between.
 */
final class OidcProvider implements AutoCloseable {

	private final HttpServer server;

	private final RSAKey key;

	private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();

	private volatile Map<String, Object> person = Map.of();

	/** What the provider does wrong. */
	private volatile String fault = "";

	OidcProvider() {
		try {
			this.key = new RSAKeyGenerator(2048).keyID("first").generate();
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			this.server.createContext("/.well-known/openid-configuration", (exchange) -> answer(exchange, discovery()));
			this.server.createContext("/keys",
					(exchange) -> answer(exchange, new JWKSet(this.key.toPublicJWK()).toString()));
			this.server.createContext("/authorize", this::authorize);
			this.server.createContext("/token", this::token);
			this.server.start();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	String issuer() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	void knows(Map<String, Object> person, String fault) {
		this.person = person;
		this.fault = fault;
	}

	private String discovery() {
		return """
				{"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
				"jwks_uri": "%1$s/keys", "response_types_supported": ["code"], "subject_types_supported": ["public"],
				"id_token_signing_alg_values_supported": ["RS256"]}""".formatted(issuer());
	}

	private void authorize(HttpExchange exchange) throws IOException {
		Map<String, String> asked = parameters(exchange.getRequestURI().getRawQuery());
		String code = UUID.randomUUID().toString();
		this.codes.put(code, asked);
		String answer = "denies".equals(this.fault) ? "error=access_denied" : "code=" + code;
		String state = "forgets the state".equals(this.fault) ? "another" : asked.get("state");
		exchange.getResponseHeaders().add("Location", asked.get("redirect_uri") + "?" + answer + "&state=" + state);
		exchange.sendResponseHeaders(302, -1);
		exchange.close();
	}

	private void token(HttpExchange exchange) throws IOException {
		Map<String, String> form = parameters(
				new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
		Map<String, String> asked = this.codes.remove(form.get("code"));
		if (asked == null || !asked.get("redirect_uri").equals(form.get("redirect_uri"))
				|| !challenge(form.get("code_verifier")).equals(asked.get("code_challenge"))) {
			exchange.sendResponseHeaders(400, -1);
			exchange.close();
			return;
		}
		answer(exchange, """
				{"access_token": "a", "token_type": "Bearer", "expires_in": 60, "id_token": "%s"}"""
			.formatted(idToken(asked)));
	}

	private String idToken(Map<String, String> asked) {
		Instant now = Instant.now();
		JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder().issuer(issuer())
			.audience("wrong audience".equals(this.fault) ? "somebody-else" : asked.get("client_id"))
			.claim("nonce", "wrong nonce".equals(this.fault) ? "another" : asked.get("nonce"))
			.issueTime(Date.from(now))
			.expirationTime(Date.from(now.plusSeconds(60)));
		this.person.forEach(claims::claim);
		try {
			RSAKey signing = "wrong key".equals(this.fault) ? new RSAKeyGenerator(2048).keyID("first").generate()
					: this.key;
			SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("first").build(),
					claims.build());
			token.sign(new RSASSASigner(signing));
			return token.serialize();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String challenge(String verifier) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
			return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Map<String, String> parameters(String query) {
		return Arrays.stream(query.split("&"))
			.map((pair) -> pair.split("=", 2))
			.collect(Collectors.toMap((pair) -> pair[0], (pair) -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
	}

	private static void answer(HttpExchange exchange, String json) {
		try (exchange) {
			byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().add("Content-Type", "application/json");
			exchange.sendResponseHeaders(200, bytes.length);
			exchange.getResponseBody().write(bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
