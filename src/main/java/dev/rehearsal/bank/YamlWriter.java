package dev.rehearsal.bank;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Writes YAML as a person would: plain where that is safe, folded or literal blocks for
 * texts, quotes where they are needed.
 */
final class YamlWriter {

	private static final int WIDTH = 100;

	private static final int LONGEST_LINE = 80;

	/**
	 * No sign that means something in YAML, and nothing that may be read as a number, a
	 * date or a truth value.
	 */
	private static final Pattern PLAIN = Pattern.compile("[\\p{L}/(][^\\n\\t\"'\\[\\]{}&*!|>%@`#:,]*");

	private static final Pattern CHECKED_LINE = Pattern.compile("\\d{4}-\\d{2}-\\d{2} [^\\n\\t\"'\\[\\]{}&*!|>%@`#:]*");

	private static final Pattern ADDRESS = Pattern.compile("https://[\\w./~%=?+-]+(#[\\w./~%=?+-]+)?");

	private static final Pattern WORD = Pattern.compile("(?i)true|false|null|yes|no|on|off|y|n|nan|inf|infinity");

	/** Signs that end a line for some readers, or that no block shows. */
	private static final Pattern UNSEEN = Pattern
		.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029\\uFEFF\\p{Cf}\\uFFFE\\uFFFF&&[^\\n\\t]]|\\t|(?m: +$)|^\\s|\\s\\z");

	private final StringBuilder out = new StringBuilder();

	private int indent;

	private boolean begin;

	/** What goes in here stands in a list entry or block two columns further in. */
	void deeper(Runnable content) {
		this.indent += 2;
		content.run();
		this.indent -= 2;
	}

	/**
	 * An entry of a list that is a block of keys: the first key stands beside the hyphen.
	 */
	void entry(Runnable content) {
		line("- ");
		this.begin = true;
		deeper(content);
		this.begin = false;
	}

	/** A key with what follows in lines of its own. */
	void key(String key) {
		line(key + ":\n");
	}

	/** A key with a number or a truth value. */
	void raw(String key, Object value) {
		line(key + ": " + value + "\n");
	}

	/** A key with a text, unless there is none. */
	void text(String key, @Nullable String text) {
		if (text != null) {
			line(key + ": ");
			scalar(text, key.length() + 2);
		}
	}

	/** A key with a list of short texts, unless it is empty. */
	void list(String key, Iterable<String> texts) {
		if (texts.iterator().hasNext()) {
			key(key);
			deeper(() -> texts.forEach((text) -> {
				line("- ");
				deeper(() -> scalar(text, 0));
			}));
		}
	}

	/** An empty line. */
	void gap() {
		this.out.append('\n');
	}

	int length() {
		return this.out.length();
	}

	@Override
	public String toString() {
		return this.out.toString();
	}

	private void line(String text) {
		if (!this.begin) {
			this.out.repeat(" ", this.indent);
		}
		this.begin = false;
		this.out.append(text);
	}

	private void scalar(String text, int used) {
		if (isPlain(text) && this.indent + used + text.length() <= WIDTH) {
			this.out.append(text).append('\n');
		}
		else if (text.isEmpty() || UNSEEN.matcher(text).find()
				|| (text.length() <= LONGEST_LINE && text.indexOf('\n') < 0)) {
			this.out.append(quoted(text)).append('\n');
		}
		else if (text.indexOf('\n') >= 0) {
			block("|-", text);
		}
		else {
			block(">-", folded(text));
		}
	}

	static boolean isPlain(String text) {
		return (PLAIN.matcher(text).matches() || CHECKED_LINE.matcher(text).matches()
				|| ADDRESS.matcher(text).matches()) && !WORD.matcher(text).matches() && !text.endsWith(" ")
				&& !UNSEEN.matcher(text).find();
	}

	private void block(String sign, String lines) {
		this.out.append(sign).append('\n');
		lines.lines().forEach((line) -> {
			if (!line.isEmpty()) {
				this.out.repeat(" ", this.indent + 2).append(line);
			}
			this.out.append('\n');
		});
	}

	/**
	 * Broken only where a single space stands, which is what a folded line end becomes
	 * again.
	 */
	private String folded(String text) {
		StringBuilder lines = new StringBuilder();
		int begin = 0;
		int last = -1;
		for (int i = 0; i < text.length(); i++) {
			if (i - begin > WIDTH - this.indent - 2 && last > begin) {
				lines.append(text, begin, last).append('\n');
				begin = last + 1;
				last = -1;
			}
			boolean single = text.charAt(i) == ' ' && i > 0 && text.charAt(i - 1) != ' ' && i + 1 < text.length()
					&& text.charAt(i + 1) != ' ';
			last = single ? i : last;
		}
		return lines.append(text, begin, text.length()).toString();
	}

	private static String quoted(String text) {
		StringBuilder quoted = new StringBuilder("\"");
		text.codePoints().forEach((character) -> {
			switch (character) {
				case '"' -> quoted.append("\\\"");
				case '\\' -> quoted.append("\\\\");
				case '\n' -> quoted.append("\\n");
				case '\t' -> quoted.append("\\t");
				default -> {
					boolean seen = character >= ' ' && Character.isDefined(character)
							&& !Character.isISOControl(character) && Character.getType(character) != Character.FORMAT
							&& Character.getType(character) != Character.LINE_SEPARATOR
							&& Character.getType(character) != Character.PARAGRAPH_SEPARATOR;
					quoted.append(seen ? Character.toString(character) : "\\U%08X".formatted(character));
				}
			}
		});
		return quoted.append('"').toString();
	}

}
