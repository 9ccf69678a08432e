package dev.rehearsal.authoring;

import java.util.Locale;

/** All for which nothing of a draft is stored. */
public enum DraftRefusal {

	/** The draft was saved elsewhere since this page was opened. */
	STALE,

	/**
	 * A file has a name that a pack's file cannot have, or is of no kind that packs have.
	 */
	NAME,

	/** A file of this name is there already. */
	EXISTS,

	/** An image is none, or too large. */
	IMAGE,

	/** A file is too large. */
	FILE_TOO_LARGE,

	/** All files together are too large, or there are too many. */
	DRAFT_TOO_LARGE,

	/** Its author has too many drafts. */
	TOO_MANY,

	/** Nothing was uploaded that belongs into a pack. */
	NOTHING,

	/** An archive can't be read. */
	ARCHIVE,

	/** The pack has an id that stands for something else in addresses. */
	RESERVED,

	/** The pack has problems, and nobody said that it should be kept all the same. */
	PROBLEMS;

	/**
	 * The word for it in message keys.
	 * @return for example {@code file-too-large}
	 */
	public String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
