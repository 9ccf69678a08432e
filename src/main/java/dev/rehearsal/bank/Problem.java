package dev.rehearsal.bank;

import java.util.Comparator;
import java.util.Locale;

/**
 * Something in a pack that its author has to put right.
 *
 * @param file the file, as the reader was given it
 * @param line from 1
 * @param column in characters, from 1
 * @param code which of the things that can be wrong with a pack
 * @param sentence what is wrong and what to do
 */
public record Problem(String file, int line, int column, Code code, String sentence) implements Comparable<Problem> {

	private static final Comparator<Problem> BY_PLACE = Comparator.comparing(Problem::file)
		.thenComparingInt(Problem::line)
		.thenComparingInt(Problem::column)
		.thenComparing(Problem::code)
		.thenComparing(Problem::sentence);

	@Override
	public int compareTo(Problem other) {
		return BY_PLACE.compare(this, other);
	}

	/** {@code file:line:column: sentence}, as editors and terminals understand it. */
	@Override
	public String toString() {
		return this.file + ":" + this.line + ":" + this.column + ": " + this.sentence;
	}

	/** All that can be wrong with a pack. A code keeps its meaning for ever. */
	public enum Code {

		NO_PACK("There is no pack.yaml, or there are two."), UNREADABLE("A file cannot be read, or is not a file."),
		LINK("A symbolic link leads to a folder or out of the pack."),
		TOO_LARGE("A file is too large, or there are too many or too many bytes."), ENCODING("A file is not UTF-8."),
		CHARACTER("A character that text does not have."), EMPTY("A file says nothing."), SYNTAX("A file is not YAML."),
		TOO_DEEP("Too many levels inside each other."), DOCUMENTS("More than one document in a file."),
		TAG("A YAML tag."), ANCHOR("A YAML anchor or alias, or a merge key."),
		DUPLICATE_KEY("A key that stands twice in one block."), UNKNOWN_KEY("A key that the format does not know."),
		MISSING_KEY("A key that has to be there."),
		WRONG_TYPE("A list where text belongs, a number where text belongs, and so on."),
		NOT_ONE_OF("A word that is not one of those that are allowed."),
		WRONG_FORM("Text of the wrong form, for example an id with a space."), TOO_LONG("A text that is too long."),
		OUT_OF_RANGE("A number that is too small or too large."),
		WRONG_COUNT("A list with too few or too many entries."),
		DUPLICATE_ENTRY("An entry that stands twice in a list."), DUPLICATE_ID("Two things with one id."),
		DUPLICATE_TEXT("Two options of an item with one text."),
		KEYS("Too few or too many right options for the type of the item."),
		UNKNOWN_ANSWER("A prompt names an answer that the item does not have."),
		UNKNOWN_DOMAIN("A content domain that the pack does not define."),
		UNKNOWN_TASK("A task that the content domain does not have."),
		ENEMY("An enemy that the pack does not have, or that cannot be one."),
		FORM("A blueprint names items that cannot stand on one form."),
		WEIGHTS("Domain weights that do not add up to 100."), UNSCORED("A blueprint that leaves no scored item."),
		SCALE("A scale on which no score makes sense."),
		DATE("A day that does not exist, or an end before its beginning."),
		REFERENCE("A reference that is not an https address."), CASE_STUDY("A case study in a case study."),
		IMAGE("An image that is not there, or is none that items may show.");

		private final String meaning;

		Code(String meaning) {
			this.meaning = meaning;
		}

		/**
		 * What is wrong wherever this code stands.
		 * @return a sentence
		 */
		public String meaning() {
			return this.meaning;
		}

		/**
		 * The code for machines.
		 * @return for example {@code unknown-key}
		 */
		public String id() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

}
