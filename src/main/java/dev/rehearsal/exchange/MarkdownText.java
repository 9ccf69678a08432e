package dev.rehearsal.exchange;

import java.util.List;
import java.util.regex.Pattern;

import dev.rehearsal.shared.Markdown;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.TextNode;

/** Markdown that comes from strangers or goes to other systems. */
final class MarkdownText {

	private static final List<org.commonmark.Extension> EXTENSIONS = List.of(TablesExtension.create());

	private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();

	private static final HtmlRenderer RENDERER = HtmlRenderer.builder().extensions(EXTENSIONS).build();

	private static final Pattern HARMLESS = Pattern.compile("</?(?:su[bp]|strong|em)>|<br>");

	private static final Markdown MARKDOWN = new Markdown();

	private MarkdownText() {
	}

	/** The same Markdown if it is harmless, else what is harmless of it. */
	static String clean(String markdown, Gallery gallery, Losses losses, Spot spot) {
		org.commonmark.node.Node document = PARSER.parse(markdown);
		Search search = new Search(gallery);
		document.accept(search);
		return search.found ? HtmlText.toMarkdown(RENDERER.render(document), gallery, losses, spot) : markdown.strip();
	}

	/** Sanitised HTML of one or more blocks. */
	static String html(String markdown) {
		return MARKDOWN.html(markdown);
	}

	/** Sanitised HTML that stands in a line if it can. */
	static String inline(String markdown) {
		return MARKDOWN.inline(markdown);
	}

	/** The words alone, with the descriptions of images in brackets. */
	static String words(String markdown) {
		Document document = Jsoup.parseBodyFragment(MARKDOWN.html(markdown));
		document.select("img").forEach((image) -> image.replaceWith(new TextNode("[" + image.attr("alt") + "]")));
		return document.text();
	}

	private static final class Search extends AbstractVisitor {

		private final Gallery gallery;

		private boolean found;

		private Search(Gallery gallery) {
			this.gallery = gallery;
		}

		@Override
		public void visit(HtmlInline html) {
			this.found |= !HARMLESS.matcher(html.getLiteral()).matches();
		}

		@Override
		public void visit(HtmlBlock html) {
			this.found = true;
		}

		@Override
		public void visit(Image image) {
			this.found |= !this.gallery.holds(image.getDestination());
		}

		@Override
		public void visit(Link link) {
			this.found |= !dev.rehearsal.exchange.HtmlInline.isHttps(link.getDestination());
			visitChildren(link);
		}

	}

}
