package dev.rehearsal.shared;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Text;

/**
 * Marks code between two dollar signs as mathematics. In code Markdown leaves TeX alone,
 * and dollars by themselves stay what they are: prices.
 */
final class MathMarks extends AbstractVisitor {

	@Override
	public void visit(Code code) {
		if (code.getPrevious() instanceof Text before && before.getLiteral().endsWith("$")
				&& code.getNext() instanceof Text after && after.getLiteral().startsWith("$")) {
			before.setLiteral(before.getLiteral().substring(0, before.getLiteral().length() - 1));
			after.setLiteral(after.getLiteral().substring(1));
			HtmlInline math = new HtmlInline();
			math.setLiteral("<code class=\"math\">" + escaped(code.getLiteral()) + "</code>");
			code.insertAfter(math);
			code.unlink();
		}
	}

	private static String escaped(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
	}

}
