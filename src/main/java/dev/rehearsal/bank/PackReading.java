package dev.rehearsal.bank;

import java.util.List;

/** What came of reading a pack: all of it, or what is wrong with it. */
public sealed interface PackReading {

	/**
	 * Nothing is wrong.
	 *
	 * @param pack all of it
	 */
	record Sound(Pack pack) implements PackReading {
	}

	/**
	 * Something is wrong, and nothing of the pack can be used.
	 *
	 * @param problems by file and line, at most 200
	 * @param more how many further problems there are
	 */
	record Broken(List<Problem> problems, int more) implements PackReading {
	}

}
