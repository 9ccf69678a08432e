package dev.rehearsal.exchange;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Makes ids of the form that packs ask for, each of them once. */
final class Slugs {

	private static final int LONGEST = 100;

	private static final int SHORT = 60;

	private final Set<String> taken = new HashSet<>();

	/** An id from a text, empty if it has no letter or digit that ids can have. */
	static String of(String text) {
		String plain = Normalizer.normalize(text.substring(0, Math.min(text.length(), 4 * LONGEST)),
				Normalizer.Form.NFKD);
		String slug = plain.toLowerCase(Locale.ROOT).replaceAll("\\p{M}+", "").replaceAll("[^a-z0-9]+", "-");
		String trimmed = trim(slug);
		return trim(trimmed.substring(0, Math.min(trimmed.length(), LONGEST)));
	}

	/** A short id from a text, with whole words where possible. */
	static String brief(String text) {
		String slug = of(text);
		if (slug.length() <= SHORT) {
			return slug;
		}
		int word = slug.lastIndexOf('-', SHORT);
		return trim(slug.substring(0, (word > SHORT / 2) ? word : SHORT));
	}

	/** The id, or the id with a number if it is taken. */
	String unique(String id) {
		String free = id;
		for (int i = 2; !this.taken.add(free); i++) {
			String suffix = "-" + i;
			free = id.substring(0, Math.min(id.length(), LONGEST - suffix.length())) + suffix;
		}
		return free;
	}

	private static String trim(String slug) {
		return slug.replaceAll("^-+|-+$", "");
	}

}
