package dev.rehearsal.account;

import java.time.Duration;
import java.time.Instant;

/** How long a browser stays signed in. */
final class SessionAge {

	/** From the sign-in on, whatever is done meanwhile. */
	static final Duration LONGEST = Duration.ofDays(30);

	private static final Duration IDLE = Duration.ofDays(7);

	/** Who can change what others see is asked again the next day. */
	private static final Duration IDLE_STAFF = Duration.ofHours(12);

	/** A session's last use is written down no more often than this. */
	private static final Duration EXACT_TO = Duration.ofHours(1);

	private SessionAge() {
	}

	static boolean isCurrent(Role role, Instant signedInAt, Instant seenAt, Instant now) {
		Duration idle = (role == Role.CANDIDATE) ? IDLE : IDLE_STAFF;
		return now.isBefore(signedInAt.plus(LONGEST)) && now.isBefore(seenAt.plus(idle));
	}

	static boolean isWorthNoting(Instant seenAt, Instant now) {
		return !now.isBefore(seenAt.plus(EXACT_TO));
	}

}
