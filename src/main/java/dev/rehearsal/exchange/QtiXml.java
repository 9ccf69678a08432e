package dev.rehearsal.exchange;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Entities;

/** Writes a QTI file in one of the two spellings. */
final class QtiXml {

	private final QtiDialect dialect;

	private final XmlWriter out = new XmlWriter();

	QtiXml(QtiDialect dialect) {
		this.dialect = dialect;
	}

	/** The root, with the namespaces. */
	QtiXml root(String name, Runnable content, @Nullable String... attributes) {
		String[] namespaces = { "xmlns", this.dialect.namespace(), "xmlns:xsi",
				"http://www.w3.org/2001/XMLSchema-instance", "xsi:schemaLocation", this.dialect.schemaLocation() };
		@Nullable String[] spelt = spell(attributes);
		@Nullable String[] all = Arrays.copyOf(namespaces, namespaces.length + spelt.length);
		System.arraycopy(spelt, 0, all, namespaces.length, spelt.length);
		this.out.block(this.dialect.element(name), content, all);
		return this;
	}

	void block(String name, Runnable content, @Nullable String... attributes) {
		this.out.block(this.dialect.element(name), content, spell(attributes));
	}

	void text(String name, String text, @Nullable String... attributes) {
		this.out.text(this.dialect.element(name), text, spell(attributes));
	}

	void empty(String name, @Nullable String... attributes) {
		this.out.empty(this.dialect.element(name), spell(attributes));
	}

	/** An element with Markdown as XHTML in it. */
	void markup(String name, String html, @Nullable String... attributes) {
		this.out.markup(this.dialect.element(name), xhtml(html), spell(attributes));
	}

	/** Markdown as XHTML in an element of HTML. */
	void html(String name, String html) {
		this.out.markup(name, xhtml(html));
	}

	boolean isV3() {
		return this.dialect == QtiDialect.V3;
	}

	byte[] bytes() {
		return this.out.bytes();
	}

	private @Nullable String[] spell(@Nullable String... attributes) {
		@Nullable String[] spelt = attributes.clone();
		for (int i = 0; i < spelt.length; i += 2) {
			String name = spelt[i];
			spelt[i] = (name != null) ? this.dialect.attribute(name) : null;
		}
		return spelt;
	}

	/** Well-formed, and without what QTI's links and images do not have. */
	private static String xhtml(String html) {
		Document document = Jsoup.parseBodyFragment(html);
		document.outputSettings()
			.syntax(Document.OutputSettings.Syntax.xml)
			.escapeMode(Entities.EscapeMode.xhtml)
			.prettyPrint(false);
		document.select("a").removeAttr("rel");
		// All files that have texts lie in a folder beside that of the images.
		document.select("img").forEach((image) -> {
			String name = image.attr("src");
			String description = image.attr("alt");
			image.clearAttributes().attr("src", ".." + name).attr("alt", description);
		});
		return document.body().html();
	}

}
