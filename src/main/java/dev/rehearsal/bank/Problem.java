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

		/** There is no pack.yaml, or there are two. */
		NO_PACK,
		/** A file cannot be read, or is not a file. */
		UNREADABLE,
		/** A symbolic link leads to a folder or out of the pack. */
		LINK,
		/** A file is too large, or there are too many or too many bytes. */
		TOO_LARGE,
		/** A file is not UTF-8. */
		ENCODING,
		/** A character that text does not have. */
		CHARACTER,
		/** A file says nothing. */
		EMPTY,
		/** A file is not YAML. */
		SYNTAX,
		/** Too many levels inside each other. */
		TOO_DEEP,
		/** More than one document in a file. */
		DOCUMENTS,
		/** A YAML tag. */
		TAG,
		/** A YAML anchor or alias, or a merge key. */
		ANCHOR,
		/** A key that stands twice in one block. */
		DUPLICATE_KEY,
		/** A key that the format does not know. */
		UNKNOWN_KEY,
		/** A key that has to be there. */
		MISSING_KEY,
		/** A list where text belongs, a number where text belongs, and so on. */
		WRONG_TYPE,
		/** A word that is not one of those that are allowed. */
		NOT_ONE_OF,
		/** Text of the wrong form, for example an id with a space. */
		WRONG_FORM,
		/** A text that is too long. */
		TOO_LONG,
		/** A number that is too small or too large. */
		OUT_OF_RANGE,
		/** A list with too few or too many entries. */
		WRONG_COUNT,
		/** An entry that stands twice in a list. */
		DUPLICATE_ENTRY,
		/** Two things with one id. */
		DUPLICATE_ID,
		/** Two options of an item with one text. */
		DUPLICATE_TEXT,
		/** Too few or too many right options for the type of the item. */
		KEYS,
		/** A prompt names an answer that the item does not have. */
		UNKNOWN_ANSWER,
		/** A content domain that the pack does not define. */
		UNKNOWN_DOMAIN,
		/** A task that the content domain does not have. */
		UNKNOWN_TASK,
		/** An enemy that the pack does not have, or that cannot be one. */
		ENEMY,
		/** A blueprint names items that cannot stand on one form. */
		FORM,
		/** Domain weights that do not add up to 100. */
		WEIGHTS,
		/** A blueprint that leaves no scored item. */
		UNSCORED,
		/** A scale on which no score makes sense. */
		SCALE,
		/** A day that does not exist, or an end before its beginning. */
		DATE,
		/** A reference that is not an https address. */
		REFERENCE,
		/** A case study in a case study. */
		CASE_STUDY,
		/** An image that is not there, or is none that items may show. */
		IMAGE;

		/**
		 * The code for machines.
		 * @return for example {@code unknown-key}
		 */
		public String id() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

}
