package dev.rehearsal.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * An element of an XML file. Names are local names in the spelling of QTI 2, so that
 * {@code qti-simple-choice} and {@code simpleChoice} are one.
 */
final class XmlElement {

	private static final Set<String> EMPTY = Set.of("br", "img", "hr", "col", "wbr", "source", "track", "param", "area",
			"input", "embed", "link", "meta", "base");

	/** In a marked section, what looks like HTML is HTML. */
	private static final Pattern MARKUP = Pattern
		.compile("(?i)</?(?:p|br|div|span|b|i|u|em|strong|ul|ol|li|table|img|sub|sup|pre|code|a)\\b[^<>]*>");

	private final String name;

	private final String namespace;

	private final int line;

	private final Map<String, String> attributes;

	/** Elements and texts in order. */
	private final List<Object> content = new ArrayList<>();

	XmlElement(String name, String namespace, int line, Map<String, String> attributes) {
		this.name = name;
		this.namespace = namespace;
		this.line = line;
		this.attributes = attributes;
	}

	String name() {
		return this.name;
	}

	String namespace() {
		return this.namespace;
	}

	int line() {
		return this.line;
	}

	Map<String, String> attributes() {
		return this.attributes;
	}

	List<Object> content() {
		return this.content;
	}

	boolean is(String other) {
		return this.name.equals(other);
	}

	/** The attribute, or nothing. */
	String get(String attribute) {
		return this.attributes.getOrDefault(attribute, "");
	}

	@Nullable String orNull(String attribute) {
		String value = get(attribute);
		return value.isEmpty() ? null : value;
	}

	Stream<XmlElement> children() {
		return this.content.stream().filter(XmlElement.class::isInstance).map(XmlElement.class::cast);
	}

	List<XmlElement> children(String child) {
		return children().filter((element) -> element.is(child)).toList();
	}

	Optional<XmlElement> child(String child) {
		return children().filter((element) -> element.is(child)).findFirst();
	}

	/** The text of a child, or nothing. */
	String childText(String child) {
		return child(child).map(XmlElement::text).orElse("");
	}

	/** All elements inside, in the order of the file. */
	List<XmlElement> all(Predicate<XmlElement> wanted) {
		List<XmlElement> found = new ArrayList<>();
		collect(wanted, found);
		return found;
	}

	List<XmlElement> all(String wanted) {
		return all((element) -> element.is(wanted));
	}

	private void collect(Predicate<XmlElement> wanted, List<XmlElement> found) {
		children().forEach((child) -> {
			if (wanted.test(child)) {
				found.add(child);
			}
			child.collect(wanted, found);
		});
	}

	/** All text inside. */
	String text() {
		StringBuilder text = new StringBuilder();
		text(text);
		return text.toString();
	}

	private void text(StringBuilder into) {
		for (Object part : this.content) {
			if (part instanceof XmlElement element) {
				element.text(into);
			}
			else {
				into.append(part);
			}
		}
	}

	/**
	 * What is inside as HTML.
	 * @param leftOut elements that are left out
	 * @param division elements that are no HTML and become a {@code div}
	 */
	String innerHtml(Predicate<XmlElement> leftOut, Predicate<String> division) {
		StringBuilder html = new StringBuilder();
		innerHtml(leftOut, division, html);
		return html.toString();
	}

	private void innerHtml(Predicate<XmlElement> leftOut, Predicate<String> division, StringBuilder html) {
		for (Object part : this.content) {
			if (part instanceof XmlElement element) {
				if (!leftOut.test(element)) {
					element.html(leftOut, division, html);
				}
			}
			else {
				boolean markup = part instanceof Section && MARKUP.matcher(part.toString()).find();
				html.append(markup ? part : escape(part.toString()));
			}
		}
	}

	private void html(Predicate<XmlElement> leftOut, Predicate<String> division, StringBuilder html) {
		boolean block = division.test(this.name);
		String tag = block ? "div" : this.name;
		html.append('<').append(tag);
		if (!block) {
			this.attributes.forEach((key, value) -> html.append(' ')
				.append(key)
				.append("=\"")
				.append(escape(value).replace("\"", "&quot;"))
				.append('"'));
		}
		html.append('>');
		innerHtml(leftOut, division, html);
		if (!EMPTY.contains(tag)) {
			html.append("</").append(tag).append('>');
		}
	}

	static String escape(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
	}

	/**
	 * Text of a marked section.
	 *
	 * @param text as it stands there
	 */
	record Section(String text) {

		@Override
		public String toString() {
			return this.text;
		}

	}

}
