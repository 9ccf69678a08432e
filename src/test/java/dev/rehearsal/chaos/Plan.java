package dev.rehearsal.chaos;

import java.util.Random;

/**
 * A candidate's schedule, all of it drawn from the seed.
 *
 * @param blueprint which exam
 * @param arrival milliseconds after the round began
 * @param limit milliseconds until the deadline
 * @param tabs how many
 * @param ending how it ends
 * @param endAfter milliseconds after the room was entered, where the candidate ends it
 * @param restlessness milliseconds between two saves of a tab, at most
 * @param clockError milliseconds by which the browser misjudges when something was given
 * @param saysWhen whether its pages send at what time of the server something was given,
 * and not only how long ago
 * @param doubleStart whether the start button is pressed twice at once
 */
record Plan(String blueprint, long arrival, long limit, int tabs, Ending ending, long endAfter, int restlessness,
		long clockError, boolean saysWhen, boolean doubleStart) {

	private static final long[] CLOCK_ERRORS = { 0, 0, 0, 0, 400, -400, 3_000, -3_000, 3_600_000, -3_600_000 };

	/** How a sitting ends. */
	enum Ending {

		/** All is saved, then the candidate ends. */
		ENDED,

		/** The candidate ends while answers are on their way. */
		ENDED_HASTILY,

		/** Two tabs end at once. */
		ENDED_TWICE,

		/** The time runs out while the candidate goes on. */
		TIME_OUT,

		/** The time runs out, and saves hit the deadline and the end of the grace. */
		TO_THE_LAST_MOMENT,

		/** The candidate leaves, and never looks again. */
		LEFT

	}

	static Plan draw(Random chance) {
		long limit = 5_000 + chance.nextInt(9_000);
		Ending[] endings = Ending.values();
		return new Plan((chance.nextInt(4) == 0) ? "strict" : "exam", chance.nextInt(3_000), limit,
				(chance.nextInt(3) == 0) ? 2 : 1, endings[chance.nextInt(endings.length)],
				500 + chance.nextInt((int) limit), 40 + chance.nextInt(500),
				CLOCK_ERRORS[chance.nextInt(CLOCK_ERRORS.length)], chance.nextInt(3) > 0, chance.nextInt(4) == 0);
	}

}
