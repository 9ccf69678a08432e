package dev.rehearsal.account;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Times as the database's driver takes them. */
final class Utc {

	private Utc() {
	}

	static OffsetDateTime of(Instant instant) {
		return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
	}

}
