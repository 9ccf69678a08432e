package dev.rehearsal.bank;

import java.util.HashSet;
import java.util.List;

/**
 * Ids of options that stay when options are moved and say nothing to a candidate: an
 * author may well have called one "right".
 */
final class OptionIds {

	private static final int SHORTEST = 8;

	private static final int STEP = 4;

	private OptionIds() {
	}

	/**
	 * Derives the ids of an item's options, or of its prompts.
	 * @param scope the item
	 * @param names what tells the options apart, all different
	 * @return ids in the same order, all of one length
	 */
	static List<String> of(String scope, List<String> names) {
		List<String> hashes = names.stream().map((name) -> ContentHash.ofText(scope + name)).toList();
		return shorten(hashes, SHORTEST);
	}

	/** As short as they can be and still be told apart. */
	static List<String> shorten(List<String> hashes, int length) {
		List<String> ids = hashes.stream().map((hash) -> hash.substring(0, length)).toList();
		return (new HashSet<>(ids).size() == ids.size()) ? ids : shorten(hashes, length + STEP);
	}

}
