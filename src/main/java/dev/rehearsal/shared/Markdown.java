package dev.rehearsal.shared;

import java.util.List;
import java.util.regex.Pattern;

import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.springframework.stereotype.Component;

/**
 * Turns the Markdown of packs into HTML that is safe in a page: rendered first, sanitised
 * last, so that nothing that the renderer makes of hostile Markdown gets through.
 */
@Component
public class Markdown {

	private static final PolicyFactory SAFE = new HtmlPolicyBuilder()
		.allowElements("h2", "h3", "h4", "h5", "h6", "p", "br", "em", "strong", "code", "pre", "ul", "ol", "li",
				"blockquote", "table", "thead", "tbody", "tr", "th", "td", "sub", "sup", "hr")
		.allowElements("img")
		.allowAttributes("alt")
		.onElements("img")
		.allowAttributes("src")
		.matching(Pattern.compile("/images/[0-9a-f]{64}\\.(?:png|jpg|gif|webp)"))
		.onElements("img")
		.allowElements("a")
		.allowAttributes("href")
		.onElements("a")
		.allowUrlProtocols("https")
		.requireRelsOnLinks("noopener", "noreferrer", "nofollow")
		.allowAttributes("class")
		.matching(Pattern.compile("math|language-[a-z0-9+-]{1,20}"))
		.onElements("code")
		.allowAttributes("align")
		.matching(true, "left", "right", "center")
		.onElements("th", "td")
		.toFactory();

	private final Parser parser = Parser.builder().extensions(List.of(TablesExtension.create())).build();

	private final HtmlRenderer renderer = HtmlRenderer.builder().extensions(List.of(TablesExtension.create())).build();

	private final TextContentRenderer plain = TextContentRenderer.builder()
		.lineBreakRendering(LineBreakRendering.STRIP)
		.build();

	/**
	 * Renders a text of one or more blocks.
	 * @param markdown CommonMark with tables; TeX stands in code between two dollar
	 * signs, or in a code block of the language math, and pages set it
	 * @return HTML without scripts, styles, forms and images of others
	 */
	public String html(String markdown) {
		Node document = this.parser.parse(markdown);
		document.accept(new MathMarks());
		document.accept(new HeadingLevels(document));
		return SAFE.sanitize(this.renderer.render(document))
			.strip()
			.replace("<table>", "<div class=\"scroll\"><table>")
			.replace("</table>", "</table></div>");
	}

	/**
	 * Renders a text that stands in a line, such as an option.
	 * @param markdown CommonMark
	 * @return as {@link #html}, without the paragraph around a single one
	 */
	public String inline(String markdown) {
		String html = html(markdown);
		boolean single = html.startsWith("<p>") && html.endsWith("</p>") && html.lastIndexOf("<p>") == 0;
		return single ? html.substring(3, html.length() - 4) : html;
	}

	/**
	 * The words alone, for where no markup can stand. Not HTML: a template escapes it.
	 * @param markdown CommonMark
	 * @return a line
	 */
	public String plain(String markdown) {
		return this.plain.render(this.parser.parse(markdown)).strip();
	}

}
