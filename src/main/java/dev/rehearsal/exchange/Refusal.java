package dev.rehearsal.exchange;

/** All for which a file as a whole is not read. */
public enum Refusal {

	/** It is in none of the formats, or not in the one that was named. */
	UNKNOWN_FORMAT,
	/** The format is written only. */
	NOT_READABLE,
	/** It has too many bytes, items or levels. */
	TOO_LARGE,
	/** It is not UTF-8, or not in the encoding that it names. */
	ENCODING,
	/** It breaks the rules of XML or CSV. */
	SYNTAX,
	/** It defines entities or has another document type definition. */
	DOCTYPE,
	/** Its archive is damaged or hostile. */
	ARCHIVE,
	/** It has no item that a pack can hold. */
	NO_ITEMS

}
