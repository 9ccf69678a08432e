package dev.rehearsal.authoring;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import org.jspecify.annotations.Nullable;

/**
 * What an item says differently from before.
 *
 * @param item its id
 * @param texts those that differ, in the order of the item
 */
public record ItemDifference(String item, List<TextDifference> texts) {

	private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}_]+|\\s+|.", Pattern.DOTALL);

	/**
	 * Comparing takes time with the square of what differs; longer texts are not read
	 * word by word anyway.
	 */
	private static final int MOST_TOKENS = 4_000;

	/**
	 * A text that differs.
	 *
	 * @param name what it is, for message keys
	 * @param before null if it was not there
	 * @param after null if it is gone
	 * @param marked both in one, word by word
	 */
	public record TextDifference(String name, @Nullable String before, @Nullable String after, List<Piece> marked) {
	}

	/**
	 * Some words.
	 *
	 * @param kind {@code same}, {@code gone} or {@code new}
	 * @param text the words
	 */
	public record Piece(String kind, String text) {
	}

	static ItemDifference of(String item, SequencedMap<ItemText.Part, String> before,
			SequencedMap<ItemText.Part, String> after) {
		Set<ItemText.Part> parts = new LinkedHashSet<>(after.keySet());
		parts.addAll(before.keySet());
		List<TextDifference> texts = new ArrayList<>();
		for (ItemText.Part part : parts) {
			String old = before.get(part);
			String now = after.get(part);
			if (!Objects.equals(old, now)) {
				texts.add(new TextDifference(part.name(), old, now, marked(old, now)));
			}
		}
		return new ItemDifference(item, texts);
	}

	static List<Piece> marked(@Nullable String before, @Nullable String after) {
		List<String> old = tokens(before);
		List<String> now = tokens(after);
		List<Piece> pieces = new ArrayList<>();
		if (old.size() + now.size() > MOST_TOKENS) {
			add(pieces, "gone", old);
			add(pieces, "new", now);
			return pieces;
		}
		int at = 0;
		for (AbstractDelta<String> delta : DiffUtils.diff(old, now).getDeltas()) {
			add(pieces, "same", old.subList(at, delta.getSource().getPosition()));
			add(pieces, "gone", delta.getSource().getLines());
			add(pieces, "new", delta.getTarget().getLines());
			at = delta.getSource().getPosition() + delta.getSource().size();
		}
		add(pieces, "same", old.subList(at, old.size()));
		return pieces;
	}

	private static void add(List<Piece> pieces, String kind, List<String> tokens) {
		if (!tokens.isEmpty()) {
			pieces.add(new Piece(kind, String.join("", tokens)));
		}
	}

	private static List<String> tokens(@Nullable String text) {
		return (text != null) ? TOKEN.matcher(text).results().map(MatchResult::group).toList() : List.of();
	}

}
