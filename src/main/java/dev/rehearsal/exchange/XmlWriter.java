package dev.rehearsal.exchange;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/** Writes XML by hand: an element a line, escaped texts, no surprises. */
final class XmlWriter {

	private final StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

	private int depth;

	/**
	 * An element with others in it. Attributes come as name, value, name, value; a null
	 * value is left out.
	 */
	XmlWriter block(String name, Runnable content, @Nullable String... attributes) {
		start(name, attributes).append(">\n");
		this.depth++;
		content.run();
		this.depth--;
		this.out.repeat("  ", this.depth).append("</").append(name).append(">\n");
		return this;
	}

	/** An element with text. */
	XmlWriter text(String name, String text, @Nullable String... attributes) {
		return markup(name, XmlElement.escape(text), attributes);
	}

	/** An element with markup that is well-formed already. */
	XmlWriter markup(String name, String markup, @Nullable String... attributes) {
		start(name, attributes).append('>').append(markup).append("</").append(name).append(">\n");
		return this;
	}

	/** An element without content. */
	XmlWriter empty(String name, @Nullable String... attributes) {
		start(name, attributes).append("/>\n");
		return this;
	}

	private StringBuilder start(String name, @Nullable String... attributes) {
		this.out.repeat("  ", this.depth).append('<').append(name);
		for (int i = 0; i < attributes.length; i += 2) {
			String value = attributes[i + 1];
			if (value != null) {
				this.out.append(' ')
					.append(attributes[i])
					.append("=\"")
					.append(XmlElement.escape(value)
						.replace("\"", "&quot;")
						.replace("\n", "&#10;")
						.replace("\t", "&#9;"))
					.append('"');
			}
		}
		return this.out;
	}

	byte[] bytes() {
		return this.out.toString().getBytes(StandardCharsets.UTF_8);
	}

}
