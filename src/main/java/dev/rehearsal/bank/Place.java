package dev.rehearsal.bank;

/**
 * Where something stands in a file.
 *
 * @param file the file as its reader was given it
 * @param line from 1
 * @param column in characters, from 1
 */
public record Place(String file, int line, int column) {

	/**
	 * The place of a file as a whole.
	 * @param file the file as its reader was given it
	 * @return its first character
	 */
	public static Place of(String file) {
		return new Place(file, 1, 1);
	}

	/**
	 * How a sentence about another place names this one.
	 * @return {@code file:line}
	 */
	public String named() {
		return this.file + ":" + this.line;
	}

}
