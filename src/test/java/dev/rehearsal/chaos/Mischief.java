package dev.rehearsal.chaos;

import java.util.Random;

/** What the network does to a post. */
enum Mischief {

	/** Nothing. */
	NONE(14),

	/** It never leaves. */
	DROPPED(2),

	/** It arrives, and the answer does not. */
	ANSWER_LOST(3),

	/** It takes its time. */
	DELAYED(2),

	/** It arrives twice at once. */
	DOUBLED(2),

	/** It arrives, and once more when newer ones have. */
	REPEATED(2),

	/** The browser gives it up, and it arrives later all the same. */
	OVERTAKEN(3),

	/** The connection breaks while it is on its way. */
	CUT(2);

	private final int weight;

	Mischief(int weight) {
		this.weight = weight;
	}

	static Mischief draw(Random chance) {
		int sum = 0;
		for (Mischief mischief : values()) {
			sum += mischief.weight;
		}
		int drawn = chance.nextInt(sum);
		for (Mischief mischief : values()) {
			drawn -= mischief.weight;
			if (drawn < 0) {
				return mischief;
			}
		}
		throw new IllegalStateException();
	}

}
