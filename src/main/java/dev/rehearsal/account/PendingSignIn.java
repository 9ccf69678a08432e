package dev.rehearsal.account;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What has to be remembered of a visitor while a provider asks who they are. It is kept
 * in a signed cookie, so that they may come back to any node.
 *
 * @param registration the provider's registration
 * @param state must come back from the provider
 * @param nonce must stand in the provider's token, hashed
 * @param verifier proves that the one who asks for the token is the one who began
 * @param redirectUri where the provider sends them back to
 * @param then where they go on afterwards
 * @param until when it is worth nothing any more, in seconds of the epoch
 */
record PendingSignIn(String registration, String state, @Nullable String nonce, @Nullable String verifier,
		String redirectUri, String then, long until) {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	String signed(byte[] key) {
		String text = Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(MAPPER.writeValueAsString(this).getBytes(StandardCharsets.UTF_8));
		return text + '~' + Signature.of(text, key);
	}

	/** Empty if this server did not sign it, or too long ago. */
	static Optional<PendingSignIn> verified(String value, byte[] key, Instant now) {
		String[] parts = value.split("~", 3);
		if (parts.length != 2 || !Signature.isOf(parts[0], parts[1], key)) {
			return Optional.empty();
		}
		try {
			return Optional.of(MAPPER.readValue(Base64.getUrlDecoder().decode(parts[0]), PendingSignIn.class))
				.filter((pending) -> now.getEpochSecond() < pending.until());
		}
		catch (IllegalArgumentException | JacksonException ex) {
			return Optional.empty();
		}
	}

}
