package dev.rehearsal.account;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * An invitation that can still be accepted.
 *
 * @param id names it to administrators; does not accept it
 * @param invitee whom it is meant for, in the administrator's words
 * @param expiresAt when it stops working
 */
public record Invitation(UUID id, String invitee, Instant expiresAt) {

	/**
	 * When it stops working, as pages show it.
	 * @return in UTC
	 */
	public OffsetDateTime expiresAtUtc() {
		return this.expiresAt.atOffset(ZoneOffset.UTC);
	}

}
