package dev.rehearsal.bank;

/** Hears how far the work on a pack is, so that somebody who waits can be told. */
@FunctionalInterface
public interface PackProgress {

	/** Nobody waits. */
	PackProgress NONE = (files, of, items) -> {
	};

	/**
	 * A file was read, and its items were handed on.
	 * @param files how many files were read
	 * @param of how many there are
	 * @param items how many items stood in those that were read
	 */
	void read(int files, int of, long items);

	/**
	 * Items were compared with those in force and written.
	 * @param items how many so far
	 * @param of how many there are
	 */
	default void written(int items, int of) {
	}

}
