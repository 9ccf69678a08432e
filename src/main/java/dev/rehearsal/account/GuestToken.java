package dev.rehearsal.account;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What a guest's cookie says, signed by the server, so that no look-up is needed to know
 * who is there: {@code candidate~day~signature}.
 *
 * @param candidate the guest
 * @param issued the day on which the cookie was given
 */
record GuestToken(CandidateId candidate, LocalDate issued) {

	String signed(byte[] key) {
		return payload() + '~' + Signature.of(payload(), key);
	}

	/**
	 * Reads a cookie's value.
	 * @return empty if this server did not sign it
	 */
	static Optional<GuestToken> verified(String value, byte[] key) {
		String[] parts = value.split("~", 4);
		if (parts.length != 3 || !Signature.isOf(parts[0] + '~' + parts[1], parts[2], key)) {
			return Optional.empty();
		}
		try {
			return Optional.of(new GuestToken(new CandidateId(UUID.fromString(parts[0])), LocalDate.parse(parts[1])));
		}
		catch (IllegalArgumentException | DateTimeException ex) {
			return Optional.empty();
		}
	}

	/** A day of grace on both sides, since nodes may disagree about midnight. */
	boolean isCurrent(LocalDate today, Duration age) {
		return !this.issued.isAfter(today.plusDays(1)) && !this.issued.isBefore(today.minusDays(age.toDays() + 1));
	}

	private String payload() {
		return this.candidate.value() + "~" + this.issued;
	}

}
