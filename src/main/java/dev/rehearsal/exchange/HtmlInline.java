package dev.rehearsal.exchange;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.regex.Pattern;
import java.util.regex.Matcher;
import java.util.Objects;

import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.CDataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** What stands in a line of HTML, as Markdown. */
final class HtmlInline {

	private static final Set<String> DROPPED = Set.of("script", "style", "iframe", "frame", "frameset", "object",
			"embed", "applet", "svg", "math", "audio", "video", "source", "track", "canvas", "template", "noscript",
			"link", "meta", "base", "title", "head", "input", "button", "select", "textarea", "option", "param", "map",
			"area", "portal", "img", "picture", "image");

	private static final Set<String> ACTIVE = Set.of("script", "style", "iframe", "frame", "frameset", "object",
			"embed", "applet", "template", "link", "meta", "base");

	/** As TeX stands in texts of other systems. */
	private static final Pattern TEX = Pattern
		.compile("\\\\\\((.{1,500}?)\\\\\\)|\\\\\\[(.{1,500}?)\\\\]|\\$\\$([^$]{1,500})\\$\\$");

	private final Gallery gallery;

	private final Losses losses;

	private final Spot spot;

	HtmlInline(Gallery gallery, Losses losses, Spot spot) {
		this.gallery = gallery;
		this.losses = losses;
		this.spot = spot;
	}

	static boolean isDropped(Element element) {
		return DROPPED.contains(element.normalName());
	}

	void lost(String sentence) {
		this.losses.part(this.spot, sentence);
	}

	void changed(String sentence) {
		this.losses.changed(this.spot, sentence);
	}

	void add(org.jsoup.nodes.Node node, Node into) {
		if (node instanceof TextNode text && !(node instanceof CDataNode)) {
			withFormulas(text.getWholeText().replaceAll("[ \\t\\n\\r\\f]+", " "), into);
		}
		else if (node instanceof Element element) {
			attributes(element);
			if (isDropped(element)) {
				drop(element, into);
			}
			else {
				element(element, into);
			}
		}
	}

	private void element(Element element, Node into) {
		switch (element.normalName()) {
			case "br" -> into.appendChild(new HardLineBreak());
			case "b", "strong" -> emphasised(element, into, true);
			case "i", "em", "cite", "dfn", "var" -> emphasised(element, into, false);
			case "code", "kbd", "samp", "tt" -> code(element, into);
			case "sub", "sup" -> marked(element, into);
			case "u", "ins", "mark" -> {
				changed("text that is underlined or marked is emphasised here");
				emphasised(element, into, false);
			}
			case "s", "del", "strike" -> {
				changed("text that is struck out stands here without its line");
				children(element, into);
			}
			case "abbr" -> {
				children(element, into);
				text(element.attr("title").isBlank() ? "" : " (" + element.attr("title").strip() + ")", into);
			}
			case "rt" -> {
				text(" (", into);
				children(element, into);
				text(")", into);
			}
			case "rp" -> {
				// The brackets around a reading are written above.
			}
			case "q" -> {
				text("“", into);
				children(element, into);
				text("”", into);
			}
			case "a" -> link(element, into);
			case "p", "div", "li", "tr" -> {
				children(element, into);
				text(" ", into);
			}
			default -> {
				if (!element.tag().isKnownTag() && element.normalName().indexOf(':') < 0) {
					lost("the tag <%s> is not known, and only what stands in it is kept"
						.formatted(new Spot("", 0, element.normalName()).item()));
				}
				children(element, into);
			}
		}
	}

	private void children(Element element, Node into) {
		element.childNodes().forEach((child) -> add(child, into));
	}

	/** Space inside the stars would keep Markdown from seeing them, so it moves out. */
	void emphasised(Element element, Node into, boolean strong) {
		Node node = strong ? new StrongEmphasis("**") : new Emphasis("*");
		if (into.getClass() == node.getClass()) {
			children(element, into);
			return;
		}
		children(element, node);
		boolean before = node.getFirstChild() instanceof Text first && first.getLiteral().startsWith(" ");
		boolean after = node.getLastChild() instanceof Text last && last.getLiteral().endsWith(" ");
		trim(node);
		if (before) {
			text(" ", into);
		}
		if (node.getFirstChild() != null) {
			into.appendChild(node);
		}
		if (after) {
			text(" ", into);
		}
	}

	private static void code(Element element, Node into) {
		String whole = element.wholeText();
		boolean single = element.select("br").isEmpty();
		for (String line : single ? new String[] { whole } : whole.split("\\n")) {
			String text = line.replaceAll("\\s+", " ").strip();
			if (text.isEmpty()) {
				continue;
			}
			if (!single && into.getLastChild() instanceof Code) {
				into.appendChild(new HardLineBreak());
			}
			if (element.hasClass("math")) {
				formula(text, into);
			}
			else {
				into.appendChild(new Code(text));
			}
		}
	}

	/** Packs write formulas as code between dollar signs. */
	private static void formula(String tex, Node into) {
		text("$", into);
		into.appendChild(new Code(tex));
		text("$", into);
	}

	private static void withFormulas(String text, Node into) {
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
				org.commonmark.node.HtmlInline line = new org.commonmark.node.HtmlInline();
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

	/** Markdown has no sign for these two, and its own HTML may stand in it. */
	private void marked(Element element, Node into) {
		into.appendChild(new org.commonmark.node.HtmlInline());
		((org.commonmark.node.HtmlInline) into.getLastChild()).setLiteral("<" + element.normalName() + ">");
		children(element, into);
		into.appendChild(new org.commonmark.node.HtmlInline());
		((org.commonmark.node.HtmlInline) into.getLastChild()).setLiteral("</" + element.normalName() + ">");
	}

	private void link(Element element, Node into) {
		String address = element.attr("href").strip();
		if (isHttps(address)) {
			Link link = new Link(address, null);
			children(element, link);
			trim(link);
			if (link.getFirstChild() == null) {
				link.appendChild(new Text(address));
			}
			into.appendChild(link);
			return;
		}
		if (!address.isEmpty()) {
			lost("a link to %s is left out, because only https addresses are taken: its text is kept"
				.formatted(Losses.quote(address)));
		}
		children(element, into);
	}

	private void drop(Element element, Node into) {
		String tag = element.normalName();
		if (tag.equals("picture") && element.selectFirst("img") != null) {
			add(element.selectFirst("img"), into);
			return;
		}
		if (tag.equals("img") || tag.equals("image")) {
			picture(element.attr("src").strip(), element.attr("alt"), into);
			return;
		}
		// So QTI 2 shows pictures.
		if (tag.equals("object") && element.attr("type").startsWith("image/")) {
			Element other = element.selectFirst("object object, img");
			if (other != null && this.gallery.take(element.attr("data").strip()).isEmpty()) {
				add(other, into);
			}
			else {
				picture(element.attr("data").strip(), element.text(), into);
			}
			return;
		}
		if (tag.equals("object")) {
			lost("the object %s is left out: of objects only pictures are taken over"
				.formatted(Losses.quote(name(element.attr("data")))));
			return;
		}
		if (tag.equals("math")) {
			Optional<String> tex = MathText.tex(element);
			if (tex.isPresent() && tex.get().indexOf('`') < 0) {
				formula(tex.get().replaceAll("\\s+", " "), into);
				return;
			}
			String line = MathText.line(element);
			changed("the formula %s in MathML has become a line of text".formatted(Losses.quote(line)));
			text(line, into);
			return;
		}
		lost(ACTIVE.contains(tag) ? "<%s> is left out: active content is never taken over".formatted(tag)
				: "<%s> is left out: a pack has no place for it".formatted(tag));
	}

	private void picture(String source, String description, Node into) {
		String alt = description.replaceAll("[\\[\\]\\\\\\s]+", " ").strip();
		Optional<String> path = this.gallery.take(source);
		if (path.isPresent()) {
			Image image = new Image(path.get(), null);
			text(alt, image);
			into.appendChild(image);
			if (alt.isEmpty()) {
				this.losses.changed(this.spot,
						"the picture %s has no description: write one for those who do not see it"
							.formatted(Losses.quote(name(source))));
			}
			return;
		}
		lost("the picture %s is left out, %s%s".formatted(Losses.quote(name(source)), this.gallery.obstacle(source),
				alt.isEmpty() ? "" : ": its description stands there instead"));
		if (!alt.isEmpty()) {
			text(" (" + alt + ") ", into);
		}
	}

	private static String name(String source) {
		if (source.startsWith("data:")) {
			return "data:…";
		}
		return source.substring(source.lastIndexOf('/') + 1);
	}

	void attributes(Element element) {
		for (Attribute attribute : element.attributes()) {
			String name = attribute.getKey().toLowerCase(Locale.ROOT);
			if (name.startsWith("on")) {
				lost("the event handler %s is left out: active content is never taken over"
					.formatted(Losses.quote(name)));
			}
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
		org.commonmark.node.HtmlInline escaped = new org.commonmark.node.HtmlInline();
		escaped.setLiteral("\\+");
		text.insertBefore(escaped);
		return plain.substring(1);
	}

	static boolean isHttps(String text) {
		try {
			URI uri = new URI(text);
			return "https".equals(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null;
		}
		catch (URISyntaxException ex) {
			return false;
		}
	}

}
