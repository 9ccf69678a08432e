package dev.rehearsal.bank;

import java.util.SortedMap;

/** What came of reading an archive: its files, or why it is refused. */
public sealed interface ArchiveReading {

	/**
	 * The archive is sound.
	 *
	 * @param files its files by path, {@code /} between folders
	 */
	record Files(SortedMap<String, byte[]> files) implements ArchiveReading {
	}

	/**
	 * Nothing of the archive can be used.
	 *
	 * @param reason why
	 * @param sentence what is wrong and what to do
	 */
	record Refused(Reason reason, String sentence) implements ArchiveReading {
	}

	/** All for which an archive is refused. */
	enum Reason {

		/** It is not a zip archive, or it breaks off, or its checksums do not fit. */
		DAMAGED,
		/** It has too many entries. */
		TOO_MANY,
		/** An entry, or all together, have too many bytes when they are unpacked. */
		TOO_LARGE,
		/** An entry unpacks to far more than any text would. */
		RATIO,
		/** A path leads out of the archive, or is none. */
		PATH,
		/** An entry is a link, a device or the like. */
		LINK,
		/** Two entries with one path. */
		DUPLICATE,
		/** An entry is encrypted. */
		ENCRYPTED,
		/** An entry is packed by a method that is not read here. */
		METHOD

	}

}
