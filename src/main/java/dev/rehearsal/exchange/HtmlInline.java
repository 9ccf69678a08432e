package dev.rehearsal.exchange;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.commonmark.node.Code;
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
			InlineText.withFormulas(text.getWholeText().replaceAll("[ \\t\\n\\r\\f]+", " "), into);
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
				InlineText.text(element.attr("title").isBlank() ? "" : " (" + element.attr("title").strip() + ")",
						into);
			}
			case "rt" -> {
				InlineText.text(" (", into);
				children(element, into);
				InlineText.text(")", into);
			}
			case "rp" -> {
				// The brackets around a reading are written above.
			}
			case "q" -> {
				InlineText.text("“", into);
				children(element, into);
				InlineText.text("”", into);
			}
			case "a" -> link(element, into);
			case "p", "div", "li", "tr" -> {
				children(element, into);
				InlineText.text(" ", into);
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
		InlineText.trim(node);
		if (before) {
			InlineText.text(" ", into);
		}
		if (node.getFirstChild() != null) {
			into.appendChild(node);
		}
		if (after) {
			InlineText.text(" ", into);
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
				InlineText.formula(text, into);
			}
			else {
				into.appendChild(new Code(text));
			}
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
			InlineText.trim(link);
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
				InlineText.formula(tex.get().replaceAll("\\s+", " "), into);
				return;
			}
			String line = MathText.line(element);
			changed("the formula %s in MathML has become a line of text".formatted(Losses.quote(line)));
			InlineText.text(line, into);
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
			InlineText.text(alt, image);
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
			InlineText.text(" (" + alt + ") ", into);
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
