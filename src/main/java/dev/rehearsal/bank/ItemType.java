package dev.rehearsal.bank;

import java.util.Arrays;

/** What a candidate does to answer an item. */
public enum ItemType {

	/** Choose the one key among the options. */
	MULTIPLE_CHOICE("multiple-choice"),

	/** Choose all keys, two or more, and nothing else. */
	MULTI_RESPONSE("multi-response"),

	/** Put steps into the one right order, and leave out those that do not belong. */
	ORDERING("ordering"),

	/** Give every prompt the answer that belongs to it. */
	MATCHING("matching");

	private final String code;

	ItemType(String code) {
		this.code = code;
	}

	/**
	 * The word that packs and pages use.
	 * @return for example {@code multiple-choice}
	 */
	public String code() {
		return this.code;
	}

	/**
	 * The type that a pack names.
	 * @param code for example {@code multiple-choice}
	 * @return the type
	 * @throws IllegalArgumentException if there is no such type
	 */
	public static ItemType of(String code) {
		return Arrays.stream(values())
			.filter((type) -> type.code.equals(code))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("no item type " + code));
	}

}
