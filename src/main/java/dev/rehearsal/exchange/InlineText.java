package dev.rehearsal.exchange;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** What stands in a line of Markdown: words, formulas, and the space around them. */
final class InlineText {

	/** As TeX stands in texts of other systems. */
	private static final Pattern TEX = Pattern
		.compile("\\\\\\((.{1,500}?)\\\\\\)|\\\\\\[(.{1,500}?)\\\\]|\\$\\$([^$]{1,500})\\$\\$");

	private InlineText() {
	}

	/** Packs write formulas as code between dollar signs. */
	static void formula(String tex, Node into) {
		text("$", into);
		into.appendChild(new Code(tex));
		text("$", into);
	}

	static void withFormulas(String text, Node into) {
		Matcher tex = TEX.matcher(text);
		int from = 0;
		while (tex.find()) {
			text(text.substring(from, tex.start()), into);
			String formula = Stream.of(tex.group(1), tex.group(2), tex.group(3))
				.filter(Objects::nonNull)
				.findFirst()
				.orElseThrow();
			formula(formula.strip(), into);
			from = tex.end();
		}
		text(text.substring(from), into);
	}

	/** Cells of tables have no lines in Markdown, but its own HTML may stand in them. */
	static void keepInLine(Node cell) {
		Node child = cell.getFirstChild();
		while (child != null) {
			Node next = child.getNext();
			if (child instanceof HardLineBreak) {
				HtmlInline line = new HtmlInline();
				line.setLiteral("<br>");
				child.insertAfter(line);
				child.unlink();
			}
			else {
				keepInLine(child);
			}
			child = next;
		}
	}

	static void text(String text, Node into) {
		if (!text.isEmpty()) {
			into.appendChild(new Text(text));
		}
	}

	/** Plain text with its line ends. */
	static void lines(String text, Node into) {
		String[] lines = text.split("\\n");
		for (int i = 0; i < lines.length; i++) {
			if (i > 0) {
				into.appendChild(new HardLineBreak());
			}
			String line = lines[i].strip();
			String indentation = lines[i].stripTrailing();
			text("\u00A0".repeat(indentation.length() - indentation.stripLeading().length()), into);
			withFormulas(line, into);
		}
	}

	/** Space at the ends and twice in a row goes, and neighbouring texts become one. */
	static void trim(Node node) {
		Node child = node.getFirstChild();
		boolean space = true;
		while (child != null) {
			Node next = child.getNext();
			if (child instanceof Text text) {
				while (next instanceof Text more) {
					text.setLiteral(text.getLiteral() + more.getLiteral());
					next = more.getNext();
					more.unlink();
				}
				String plain = text.getLiteral().replaceAll(" {2,}", " ");
				plain = (space && plain.startsWith(" ")) ? plain.substring(1) : plain;
				boolean ends = next == null || next instanceof HardLineBreak;
				plain = (ends && plain.endsWith(" ")) ? plain.substring(0, plain.length() - 1) : plain;
				plain = escapePlus(text, plain);
				text.setLiteral(plain);
				space = plain.endsWith(" ") || (plain.isEmpty() && space);
				if (plain.isEmpty()) {
					text.unlink();
				}
			}
			else {
				space = child instanceof HardLineBreak;
				if (space && child.getPrevious() == null) {
					child.unlink();
				}
			}
			child = next;
		}
		Emphases.settle(node);
		while (node.getLastChild() instanceof HardLineBreak last && !(last.getParent() instanceof CustomNode)) {
			last.unlink();
		}
	}

	/**
	 * A plus at the beginning of a line is the one sign of a list that the renderer does
	 * not escape.
	 */
	private static String escapePlus(Text text, String plain) {
		boolean begins = text.getPrevious() == null || text.getPrevious() instanceof HardLineBreak;
		if (!begins || !plain.startsWith("+")) {
			return plain;
		}
		HtmlInline escaped = new HtmlInline();
		escaped.setLiteral("\\+");
		text.insertBefore(escaped);
		return plain.substring(1);
	}

}
