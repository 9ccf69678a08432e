package dev.rehearsal.exchange;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A format in which packs come and go. */
public enum Format {

	/** A pack as its own YAML files, in a zip archive. */
	YAML("zip", true),

	/** Moodle's text format. */
	GIFT("gift", true),

	/** Moodle's XML format. */
	MOODLE_XML("xml", true),

	/**
	 * A content package with items, tests and stimuli in QTI 2.2. Reads 2.0 and 2.1 too.
	 */
	QTI_2_2("zip", true),

	/** A content package with items, tests and stimuli in QTI 3.0. */
	QTI_3_0("zip", true),

	/** A table with a row for each item. */
	CSV("csv", true),

	/** A text file that Anki imports. It is written only. */
	ANKI("txt", false);

	private final String extension;

	private final boolean readable;

	Format(String extension, boolean readable) {
		this.extension = extension;
		this.readable = readable;
	}

	/**
	 * The word for the command line and for addresses.
	 * @return for example {@code moodle-xml}
	 */
	public String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * Whether packs can be read from it, too.
	 * @return false if it is written only
	 */
	public boolean isReadable() {
		return this.readable;
	}

	/**
	 * What to call the file in which a pack is written.
	 * @param pack the id of the pack
	 * @return a file name
	 */
	public String fileName(String pack) {
		boolean told = this == GIFT || this == CSV;
		return pack + (told ? "" : "-" + code()) + "." + this.extension;
	}

	/**
	 * The format that a word means.
	 * @param code as {@link #code} writes it
	 */
	public static Optional<Format> of(String code) {
		return Arrays.stream(values()).filter((format) -> format.code().equals(code)).findFirst();
	}

}
