package dev.rehearsal.attempt;

import java.time.Duration;

/** Time that was given back after outages, as pages say it. */
public final class CreditedTime {

	private CreditedTime() {
	}

	/**
	 * Says how long it was; {@code room.js} says it in the same way.
	 * @param credited not negative
	 * @return such as {@code 2 min 37 s}; empty if it is less than a second
	 */
	public static String words(Duration credited) {
		if (credited.toSeconds() == 0) {
			return "";
		}
		return (credited.toMinutes() > 0) ? credited.toMinutes() + " min " + credited.toSecondsPart() + " s"
				: credited.toSeconds() + " s";
	}

}
