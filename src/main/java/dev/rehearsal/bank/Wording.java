package dev.rehearsal.bank;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Counts and compares words of English texts in Markdown. */
final class Wording {

	private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9'’./%-]*");

	private static final Pattern NO_PROSE = Pattern.compile("(?ms)^```.*?^```|^\\s*\\|.*?$");

	private static final Pattern CODE = Pattern.compile("`[^`]*`");

	private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.?!])\\s+(?=[A-Z0-9`\"“])|\\n\\s*\\n");

	private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");

	/**
	 * Amazon and AWS names; what follows the first word belongs to it while it has
	 * capitals.
	 */
	private static final Pattern SERVICE = Pattern
		.compile("\\b(?:Amazon|AWS|SageMaker)(?: (?:[A-Z][A-Za-z0-9]*|for))+");

	private static final int SHORTEST_TOKEN = 3;

	/** Words that say nothing of what a text is about. */
	private static final Set<String> FUNCTION_WORDS = Set.of("the", "and", "for", "with", "are", "that", "this", "its",
			"from", "into", "each", "which", "what", "who", "their", "then", "than", "when", "where", "how", "has",
			"have", "had", "not", "per", "both", "all", "after", "before", "while", "will", "must", "should", "can");

	private Wording() {
	}

	static List<String> words(String text) {
		return WORD.matcher(text).results().map(MatchResult::group).toList();
	}

	/**
	 * The words that carry meaning, in one form: lower-case, without a final s or full
	 * stop.
	 */
	static Set<String> tokens(String text) {
		Set<String> tokens = new HashSet<>();
		for (String word : words(text)) {
			String token = word.toLowerCase(Locale.ROOT);
			if (token.length() >= SHORTEST_TOKEN && !FUNCTION_WORDS.contains(token)) {
				tokens.add(token.replaceAll("(?<=..)[s.]+$", ""));
			}
		}
		return tokens;
	}

	/**
	 * How much two sets have in common.
	 * @return their Jaccard index, from 0 to 1; two empty sets have 1
	 */
	static <T> double similarity(Set<T> one, Set<T> other) {
		Set<T> common = new HashSet<>(one);
		common.retainAll(other);
		int all = one.size() + other.size() - common.size();
		return (all == 0) ? 1 : (double) common.size() / all;
	}

	/** Sequences of as many words as are asked for. */
	static Set<List<String>> runs(String text, int length) {
		List<String> words = words(text.toLowerCase(Locale.ROOT));
		Set<List<String>> runs = new HashSet<>();
		for (int i = 0; i + length <= words.size(); i++) {
			runs.add(List.copyOf(words.subList(i, i + length)));
		}
		return runs;
	}

	/** A text without its tables and code, which nobody reads as sentences. */
	static String prose(String text) {
		return CODE.matcher(NO_PROSE.matcher(text).replaceAll("")).replaceAll("code").strip();
	}

	static List<String> sentences(String text) {
		return SENTENCE_END.splitAsStream(prose(text)).filter((sentence) -> !words(sentence).isEmpty()).toList();
	}

	/**
	 * The school year in which a text can be read: 0.39 × words per sentence + 11.8 ×
	 * syllables per word − 15.59 (Kincaid, Fishburne, Rogers and Chissom, 1975). The name
	 * of a service counts as one short word, a number as a syllable for each digit.
	 */
	static double grade(String text) {
		String plain = SERVICE.matcher(prose(text)).replaceAll("Spark");
		List<String> words = words(plain);
		int syllables = words.stream().mapToInt(Wording::syllables).sum();
		return 0.39 * words.size() / Math.max(1, sentences(plain).size()) + 11.8 * syllables / Math.max(1, words.size())
				- 15.59;
	}

	static int syllables(String word) {
		String letters = word.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
		if (letters.isEmpty()) {
			return (int) Math.max(1, word.chars().filter(Character::isDigit).count());
		}
		int groups = (int) VOWELS.matcher(letters).results().count();
		boolean silent = letters.endsWith("e") && !letters.endsWith("le") && groups > 1;
		return Math.max(1, silent ? groups - 1 : groups);
	}

}
