package dev.rehearsal.bank;

/** Hears how far the reading of a pack is, so that somebody who waits can be told. */
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

}
