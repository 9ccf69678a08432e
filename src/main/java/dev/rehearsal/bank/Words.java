package dev.rehearsal.bank;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Pieces of sentences for people. */
final class Words {

	private static final int LONGEST_QUOTE = 60;

	private static final int MOST_COMPARED = 10_000;

	private Words() {
	}

	/** Text of a pack, short and harmless enough to stand in a sentence. */
	static String quote(String text) {
		return '"' + plain(text) + '"';
	}

	/** A key or an id of a pack, short and harmless enough to stand in a sentence. */
	static String code(String text) {
		return '`' + plain(text) + '`';
	}

	private static String plain(String text) {
		StringBuilder plain = new StringBuilder();
		text.codePoints().limit(LONGEST_QUOTE).forEach((character) -> {
			boolean printable = !Character.isISOControl(character) && Character.isDefined(character)
					&& Character.getType(character) != Character.SURROGATE
					&& Character.getType(character) != Character.FORMAT;
			plain.appendCodePoint(printable ? character : (Character.isWhitespace(character) ? ' ' : '?'));
		});
		return (text.length() > plain.length()) ? plain + "…" : plain.toString();
	}

	/** The number with the noun in the singular or the plural. */
	static String count(long number, String noun) {
		if (number == 1) {
			return "1 " + noun;
		}
		return number + " " + (noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s");
	}

	/** The words as a list in a sentence. */
	static String list(Collection<String> words) {
		List<String> quoted = new ArrayList<>(words.stream().limit(20).map(Words::code).toList());
		if (words.size() > quoted.size()) {
			quoted.add("…");
		}
		return String.join(", ", quoted);
	}

	/** The word that was probably meant. */
	private static Optional<String> nearest(String word, Collection<String> known) {
		if (word.length() > LONGEST_QUOTE || known.size() > MOST_COMPARED) {
			return Optional.empty();
		}
		int near = Math.max(1, word.length() / 3);
		return known.stream()
			.filter((candidate) -> Math.abs(candidate.length() - word.length()) <= near
					&& distance(word, candidate) <= near)
			.min(Comparator.comparingInt((candidate) -> distance(word, candidate)));
	}

	/** How a sentence about an unknown word ends. */
	static String meant(String word, Collection<String> known) {
		return nearest(word, known).map((candidate) -> "; did you mean " + code(candidate) + "?").orElse(".");
	}

	/** How many letters have to be added, dropped, changed or swapped. */
	private static int distance(String left, String right) {
		int[][] steps = new int[left.length() + 1][right.length() + 1];
		for (int i = 0; i <= left.length(); i++) {
			for (int j = 0; j <= right.length(); j++) {
				if (i == 0 || j == 0) {
					steps[i][j] = i + j;
					continue;
				}
				int change = (left.charAt(i - 1) == right.charAt(j - 1)) ? 0 : 1;
				steps[i][j] = Math.min(steps[i - 1][j - 1] + change, Math.min(steps[i - 1][j], steps[i][j - 1]) + 1);
				if (i > 1 && j > 1 && left.charAt(i - 1) == right.charAt(j - 2)
						&& left.charAt(i - 2) == right.charAt(j - 1)) {
					steps[i][j] = Math.min(steps[i][j], steps[i - 2][j - 2] + 1);
				}
			}
		}
		return steps[left.length()][right.length()];
	}

}
