package dev.rehearsal.exchange;

import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/**
 * Emphasis that Markdown's stars cannot say where it stands, so that they would show as
 * stars: what stands side by side becomes one, and the rest tags of HTML.
 */
final class Emphases {

	private static final char SPACE = ' ';

	private Emphases() {
	}

	static void settle(Node parent) {
		for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
			while (isEmphasis(child) && child.getNext() != null && child.getNext().getClass() == child.getClass()) {
				Node next = child.getNext();
				while (next.getFirstChild() != null) {
					child.appendChild(next.getFirstChild());
				}
				next.unlink();
			}
		}
		Node child = parent.getFirstChild();
		while (child != null) {
			Node next = child.getNext();
			if (isEmphasis(child) && !opensAndCloses(child)) {
				tags(child);
			}
			child = next;
		}
	}

	private static boolean isEmphasis(Node node) {
		return node instanceof StrongEmphasis || node instanceof Emphasis;
	}

	/** By CommonMark's rules for left-flanking and right-flanking runs of stars. */
	private static boolean opensAndCloses(Node emphasis) {
		char before = last(emphasis.getPrevious());
		char first = first(emphasis.getFirstChild());
		char last = last(emphasis.getLastChild());
		char after = first(emphasis.getNext());
		return !isSpace(first) && (!isSign(first) || isSpace(before) || isSign(before)) && !isSpace(last)
				&& (!isSign(last) || isSpace(after) || isSign(after));
	}

	private static void tags(Node emphasis) {
		String name = (emphasis instanceof StrongEmphasis) ? "strong" : "em";
		emphasis.insertBefore(tag("<" + name + ">"));
		while (emphasis.getFirstChild() != null) {
			emphasis.insertBefore(emphasis.getFirstChild());
		}
		emphasis.insertBefore(tag("</" + name + ">"));
		emphasis.unlink();
	}

	private static HtmlInline tag(String literal) {
		HtmlInline tag = new HtmlInline();
		tag.setLiteral(literal);
		return tag;
	}

	private static char first(Node node) {
		return switch (node) {
			case null -> SPACE;
			case Text text -> text.getLiteral().isEmpty() ? SPACE : text.getLiteral().charAt(0);
			case Code code -> '`';
			case Link link -> '[';
			case HtmlInline html -> '<';
			default -> isEmphasis(node) ? '*' : SPACE;
		};
	}

	private static char last(Node node) {
		return switch (node) {
			case null -> SPACE;
			case Text text ->
				text.getLiteral().isEmpty() ? SPACE : text.getLiteral().charAt(text.getLiteral().length() - 1);
			case Code code -> '`';
			case Link link -> ')';
			case HtmlInline html -> '>';
			default -> isEmphasis(node) ? '*' : SPACE;
		};
	}

	private static boolean isSpace(char sign) {
		return Character.isWhitespace(sign) || Character.isSpaceChar(sign);
	}

	private static boolean isSign(char sign) {
		return !isSpace(sign) && !Character.isLetterOrDigit(sign);
	}

}
