package dev.rehearsal.bank;

/** What came of importing a pack from its files: it is in force, or nothing of it is. */
public sealed interface ImportOutcome {

	/**
	 * The pack is in force.
	 *
	 * @param result what has changed
	 */
	record Imported(ImportResult result) implements ImportOutcome {
	}

	/**
	 * Something is wrong with the pack, and nothing has changed.
	 *
	 * @param broken what is wrong
	 */
	record Refused(PackReading.Broken broken) implements ImportOutcome {
	}

}
