package dev.rehearsal.attempt;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/** Accommodations: more time than the blueprint gives to everyone. */
public enum ExtraTime {

	/** None. */
	NONE(Duration.ZERO, 0),

	/** What AWS gives to candidates whose first language is another one: 30 minutes. */
	THIRTY_MINUTES(Duration.ofMinutes(30), 0),

	/** A quarter more. */
	QUARTER(Duration.ZERO, 25),

	/** Half as much again. */
	HALF(Duration.ZERO, 50),

	/** Twice the time. */
	DOUBLE(Duration.ZERO, 100);

	private final Duration fixed;

	private final int percent;

	ExtraTime(Duration fixed, int percent) {
		this.fixed = fixed;
		this.percent = percent;
	}

	/**
	 * How much is added.
	 * @param limit the time that everyone has
	 * @return to the second
	 */
	public Duration on(Duration limit) {
		return this.fixed.plusSeconds(limit.toSeconds() * this.percent / 100);
	}

	/**
	 * What a form says.
	 * @param code {@link #code()}
	 * @return {@link #NONE} for any other word
	 */
	public static ExtraTime of(String code) {
		return Arrays.stream(values()).filter((extra) -> extra.code().equals(code)).findFirst().orElse(NONE);
	}

	/**
	 * The word for it in forms and message keys.
	 * @return for example {@code thirty-minutes}
	 */
	public String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
