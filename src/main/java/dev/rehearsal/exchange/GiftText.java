package dev.rehearsal.exchange;

import java.util.List;

/**
 * A text of GIFT, which may begin with the name of its format. Escaped signs are marked
 * before anything else is looked for, and restored at the end.
 */
final class GiftText {

	private static final List<String> FORMATS = List.of("html", "moodle", "plain", "markdown");

	/** A range of characters that have no meaning of their own. */
	private static final char MARK = '\uE000';

	private static final String ESCAPABLE = ":#={}~\\";

	private final String text;

	private final String format;

	/** A text whose format is another one's unless it names its own. */
	GiftText(String marked, String otherwise) {
		String stripped = marked.strip();
		int end = stripped.startsWith("[") ? stripped.indexOf(']') : -1;
		String name = (end > 0) ? stripped.substring(1, end) : "";
		boolean named = FORMATS.contains(name);
		this.format = named ? name : otherwise;
		this.text = restore(named ? stripped.substring(end + 1) : stripped).strip();
	}

	String format() {
		return this.format;
	}

	String markdown(Gallery gallery, Losses losses, Spot spot) {
		return MoodleReader.markdown(this.text, this.format, gallery, losses, spot);
	}

	static String mark(String text) {
		StringBuilder marked = new StringBuilder(text.length());
		for (int i = 0; i < text.length(); i++) {
			char next = (text.charAt(i) == '\\' && i + 1 < text.length()) ? text.charAt(i + 1) : 0;
			if (next == 'n' || (next != 0 && ESCAPABLE.indexOf(next) >= 0)) {
				marked.append((char) (MARK + ((next == 'n') ? '\n' : next)));
				i++;
			}
			else {
				marked.append(text.charAt(i));
			}
		}
		return marked.toString();
	}

	static String restore(String marked) {
		StringBuilder text = new StringBuilder(marked.length());
		for (int i = 0; i < marked.length(); i++) {
			char sign = marked.charAt(i);
			char meant = (char) (sign - MARK);
			boolean escaped = sign >= MARK && sign < MARK + 128 && (meant == '\n' || ESCAPABLE.indexOf(meant) >= 0);
			text.append(escaped ? meant : sign);
		}
		return text.toString();
	}

}
