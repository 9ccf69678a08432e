package dev.rehearsal.exchange;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.commonmark.renderer.markdown.MarkdownRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Elements;

/**
 * From the HTML of strangers to Markdown: what is not known here as harmless is left out
 * and said, so that no script, event handler or address of a picture gets through.
 */
final class HtmlText {

	private static final Set<String> BLOCKS = Set.of("p", "div", "section", "article", "header", "footer", "main",
			"aside", "nav", "address", "figure", "figcaption", "fieldset", "details", "summary", "dl", "dt", "dd", "h1",
			"h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "pre", "blockquote", "table", "hr", "center", "form");

	private static final Pattern SECTION = Pattern.compile("(?s)<!\\[CDATA\\[(.*?)]]>");

	private static final Pattern ACTIVE_BODY = Pattern.compile("(?i)<(body|html)\\b[^>]{0,1000}\\son");

	private static final MarkdownRenderer RENDERER = MarkdownRenderer.builder()
		.extensions(List.of(TablesExtension.create()))
		.build();

	private final HtmlInline inline;

	private HtmlText(Gallery gallery, Losses losses, Spot spot) {
		this.inline = new HtmlInline(gallery, losses, spot);
	}

	/** The HTML as Markdown. */
	static String toMarkdown(String html, Gallery gallery, Losses losses, Spot spot) {
		if (html.indexOf('<') < 0 && html.indexOf('&') < 0 && html.indexOf('\\') < 0) {
			return plain(html.replaceAll("\\s+", " ").strip());
		}
		Document document = new Document();
		HtmlText text = new HtmlText(gallery, losses, spot);
		Element body = Jsoup.parseBodyFragment(withoutSections(html)).body();
		// The parser leaves out a body and its attributes where a fragment has none.
		if (ACTIVE_BODY.matcher(html).find()) {
			text.inline.lost("the event handlers of <body> are left out: active content is never taken over");
		}
		text.blocks(body, document);
		return RENDERER.render(document).strip();
	}

	/** Marked sections belong to XML: a parser of HTML takes them for comments. */
	private static String withoutSections(String html) {
		// Up to the last end of one, so that each beginning finds one.
		int end = html.lastIndexOf("]]>") + "]]>".length();
		if (end < "]]>".length() || !html.contains("<![CDATA[")) {
			return html;
		}
		return SECTION.matcher(html.substring(0, end))
			.replaceAll((section) -> Matcher.quoteReplacement(XmlElement.escape(section.group(1))))
				+ html.substring(end);
	}

	/** Text that is no markup as Markdown. */
	static String plain(String text) {
		Document document = new Document();
		for (String part : text.strip().split("\\n\\s*\\n")) {
			Paragraph paragraph = new Paragraph();
			InlineText.lines(part.strip(), paragraph);
			InlineText.trim(paragraph);
			document.appendChild(paragraph);
		}
		return RENDERER.render(document).strip();
	}

	private void blocks(Element parent, Node into) {
		Paragraph open = new Paragraph();
		for (org.jsoup.nodes.Node child : parent.childNodes()) {
			if (child instanceof Element element && isBlock(element)) {
				flush(open, into);
				open = new Paragraph();
				block(element, into);
			}
			else {
				this.inline.add(child, open);
			}
		}
		flush(open, into);
	}

	/**
	 * Also an inline element that has a block in it, as people's editors leave behind.
	 */
	private static boolean isBlock(Element element) {
		return BLOCKS.contains(element.normalName())
				|| (!HtmlInline.isDropped(element) && !element.normalName().equals("a")
						&& element.select(String.join(",", BLOCKS)).stream().anyMatch((inner) -> inner != element));
	}

	private static void flush(Paragraph paragraph, Node into) {
		InlineText.trim(paragraph);
		if (paragraph.getFirstChild() != null) {
			into.appendChild(paragraph);
		}
	}

	private void block(Element element, Node into) {
		this.inline.attributes(element);
		switch (element.normalName()) {
			case "ul" -> list(element, new BulletList(), into);
			case "ol" -> {
				OrderedList list = new OrderedList();
				list.setMarkerStartNumber(start(element));
				list.setMarkerDelimiter(".");
				list(element, list, into);
			}
			case "pre" -> code(element, into);
			case "blockquote" -> {
				BlockQuote quote = new BlockQuote();
				blocks(element, quote);
				if (quote.getFirstChild() != null) {
					into.appendChild(quote);
				}
			}
			case "hr" -> into.appendChild(new ThematicBreak());
			case "table" -> table(element, into);
			case "h1", "h2", "h3", "h4", "h5", "h6" -> {
				Paragraph heading = new Paragraph();
				this.inline.emphasised(element, heading, true);
				flush(heading, into);
			}
			default -> blocks(element, into);
		}
	}

	private static int start(Element list) {
		String start = list.attr("start");
		return start.matches("[0-9]{1,6}") ? Integer.parseInt(start) : 1;
	}

	private void list(Element element, ListBlock list, Node into) {
		boolean tight = true;
		for (org.jsoup.nodes.Node child : element.childNodes()) {
			ListItem item = new ListItem();
			if (child instanceof Element entry && !entry.normalName().equals("br")) {
				blocks(entry, item);
				if (item.getFirstChild() == null) {
					item.appendChild(new Paragraph());
				}
				tight &= entry.select("> p").size() < 2;
				list.appendChild(item);
			}
			else if (child instanceof TextNode text && !text.isBlank()) {
				Paragraph stray = new Paragraph();
				this.inline.add(text, stray);
				flush(stray, item);
				list.appendChild(item);
			}
		}
		list.setTight(tight);
		if (list.getFirstChild() != null) {
			into.appendChild(list);
		}
	}

	private void code(Element element, Node into) {
		FencedCodeBlock block = new FencedCodeBlock();
		String text = element.wholeText();
		String fence = "```";
		while (text.contains(fence)) {
			fence += "`";
		}
		block.setFenceCharacter("`");
		block.setOpeningFenceLength(fence.length());
		block.setClosingFenceLength(fence.length());
		String language = element.select("> code").attr("class").toLowerCase(Locale.ROOT);
		block.setInfo(language.matches("language-[a-z0-9+-]{1,20}") ? language.substring("language-".length()) : "");
		block.setLiteral(text.endsWith("\n") ? text : text + "\n");
		into.appendChild(block);
		Paragraph pictures = new Paragraph();
		element.select("img").forEach((picture) -> this.inline.add(picture, pictures));
		flush(pictures, into);
	}

	private void table(Element element, Node into) {
		List<Element> rows = element.select("tr")
			.stream()
			.filter((row) -> Objects.equals(row.closest("table"), element))
			.toList();
		int columns = rows.stream().mapToInt((row) -> row.select("> td, > th").size()).max().orElse(0);
		if (columns == 0 || !element.select("table table").isEmpty()) {
			rows.forEach((row) -> row.select("> td, > th").forEach((cell) -> blocks(cell, into)));
			return;
		}
		element.select("> caption").forEach((caption) -> blocks(caption, into));
		if (!element.select("[colspan], [rowspan]").isEmpty()) {
			this.inline.lost("a cell of a table that spans several others has become a single one");
		}
		TableBlock table = new TableBlock();
		TableBody body = new TableBody();
		for (int i = 0; i < rows.size(); i++) {
			TableRow row = row(rows.get(i), columns, i == 0);
			if (i == 0) {
				TableHead head = new TableHead();
				head.appendChild(row);
				table.appendChild(head);
			}
			else {
				body.appendChild(row);
			}
		}
		if (body.getFirstChild() != null) {
			table.appendChild(body);
		}
		into.appendChild(table);
	}

	private TableRow row(Element element, int columns, boolean head) {
		TableRow row = new TableRow();
		Elements cells = element.select("> td, > th");
		for (int i = 0; i < columns; i++) {
			TableCell cell = new TableCell();
			cell.setHeader(head);
			if (i < cells.size()) {
				if (!cells.get(i).select("pre, ul, ol, blockquote").isEmpty()) {
					this.inline
						.changed("a list, a quotation or a block of code in a cell of a table has become a line");
				}
				for (org.jsoup.nodes.Node child : cells.get(i).childNodes()) {
					this.inline.add((child instanceof TextNode text) ? new TextNode(text.getWholeText()) : child, cell);
				}
				String align = cells.get(i).attr("align").toLowerCase(Locale.ROOT);
				cell.setAlignment(switch (align) {
					case "left" -> TableCell.Alignment.LEFT;
					case "right" -> TableCell.Alignment.RIGHT;
					case "center" -> TableCell.Alignment.CENTER;
					default -> null;
				});
			}
			InlineText.trim(cell);
			InlineText.keepInLine(cell);
			row.appendChild(cell);
		}
		return row;
	}

}
