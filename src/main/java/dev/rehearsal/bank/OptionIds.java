package dev.rehearsal.bank;

import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Ids of options that stay when options are moved and say nothing to a candidate: an
 * author may well have called one "right".
 */
public final class OptionIds {

	private static final int SHORTEST = 8;

	private static final int STEP = 4;

	/** An id as it is derived here: it stands for itself when a pack comes back. */
	private static final Pattern DERIVED = Pattern.compile("[0-9a-f]{8}([0-9a-f]{4}){0,6}");

	private OptionIds() {
	}

	/**
	 * Derives the ids of an item's options, or of its prompts. An author's id that is
	 * such an id already, as in a pack that was exported, stays as it is.
	 * @param scope the item
	 * @param names what tells the options apart, all different
	 * @return ids in the same order
	 */
	static List<String> of(String scope, List<Name> names) {
		List<String> hashes = names.stream().map((name) -> hash(scope, name)).toList();
		return shorten(hashes, SHORTEST);
	}

	/**
	 * Derives the ids of an item's options.
	 * @param item the id of the item
	 * @param names what tells the options apart, all different
	 * @return ids in the same order
	 */
	public static List<String> ofOptions(String item, List<Name> names) {
		return of(optionScope(item), names);
	}

	/**
	 * Derives the ids of a matching item's prompts.
	 * @param item the id of the item
	 * @param names what tells the prompts apart, all different
	 * @return ids in the same order
	 */
	public static List<String> ofPrompts(String item, List<Name> names) {
		return of(promptScope(item), names);
	}

	/** Whether an id is what is derived from a name. */
	static boolean isOf(String scope, Name name, String id) {
		return id.length() >= SHORTEST && hash(scope, name).startsWith(id);
	}

	static String optionScope(String item) {
		return item + "/";
	}

	static String promptScope(String item) {
		return item + "/prompt/";
	}

	private static String hash(String scope, Name name) {
		return (name.isId() && isDerived(name.text())) ? name.text() : ContentHash.ofText(scope + name.text());
	}

	/**
	 * Whether a text has the form of an id that was derived.
	 * @param text any
	 */
	public static boolean isDerived(String text) {
		return DERIVED.matcher(text).matches();
	}

	/** As short as they can be and still be told apart. */
	static List<String> shorten(List<String> hashes, int length) {
		List<String> ids = hashes.stream().map((hash) -> hash.substring(0, Math.min(length, hash.length()))).toList();
		return (new HashSet<>(ids).size() == ids.size()) ? ids : shorten(hashes, length + STEP);
	}

	/**
	 * What tells an option apart.
	 *
	 * @param text the author's id for it, or its text
	 * @param isId whether it is the author's id
	 */
	public record Name(String text, boolean isId) {
	}

}
