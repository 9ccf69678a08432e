package dev.rehearsal.exchange;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML of strangers: no document type definition, so no entities of their own and
 * nothing that could be fetched; bounded depth and size.
 */
final class XmlFile {

	/** Below the limit of the JDK, which has no sentence for people. */
	private static final int DEEPEST = 90;

	private static final int MOST_ELEMENTS = 5_000_000;

	private static final String QTI = "qti-";

	private static final XMLInputFactory FACTORY = factory();

	private XmlFile() {
	}

	private static XMLInputFactory factory() {
		XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
		factory.setProperty(XMLInputFactory.IS_COALESCING, false);
		factory.setProperty("http://java.sun.com/xml/stream/properties/report-cdata-event", true);
		factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
		factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
		factory.setXMLResolver((publicId, systemId, base, namespace) -> {
			throw new XMLStreamException("Nothing is fetched");
		});
		return factory;
	}

	/**
	 * Reads a file.
	 * @return the root
	 * @throws RefusedException if it is not XML, or not the XML that is read here
	 */
	static XmlElement read(String file, byte[] bytes) {
		String whole = SourceText.decode(file, bytes);
		String text = whole.stripLeading();
		int before = (int) whole.substring(0, whole.length() - text.length())
			.chars()
			.filter((sign) -> sign == '\n')
			.count();
		try {
			XMLStreamReader reader = FACTORY.createXMLStreamReader(new StringReader(text));
			try {
				return read(file, reader, before);
			}
			finally {
				reader.close();
			}
		}
		catch (XMLStreamException ex) {
			int line = (ex.getLocation() != null) ? ex.getLocation().getLineNumber() : 0;
			throw new RefusedException(Refusal.SYNTAX, "%s is not well-formed XML%s: repair it, or export it again"
				.formatted(Losses.quote(file), (line > 0) ? ", as line " + (before + line) + " shows" : ""));
		}
		// The JDK's parser throws others, too, at what is far from XML.
		catch (ArrayIndexOutOfBoundsException | IllegalArgumentException | IllegalStateException
				| NullPointerException ex) {
			throw new RefusedException(Refusal.SYNTAX,
					"%s is not well-formed XML: repair it, or export it again".formatted(Losses.quote(file)));
		}
	}

	private static XmlElement read(String file, XMLStreamReader reader, int before) throws XMLStreamException {
		Deque<XmlElement> open = new ArrayDeque<>();
		XmlElement root = null;
		int elements = 0;
		while (reader.hasNext()) {
			switch (reader.next()) {
				case XMLStreamConstants.START_ELEMENT -> {
					XmlElement element = element(reader, before);
					if (++elements > MOST_ELEMENTS || open.size() >= DEEPEST) {
						throw new RefusedException(Refusal.TOO_LARGE,
								"%s has more than %,d elements or %d levels: divide it".formatted(Losses.quote(file),
										MOST_ELEMENTS, DEEPEST));
					}
					if (open.isEmpty()) {
						root = element;
					}
					else {
						open.getLast().content().add(element);
					}
					open.addLast(element);
				}
				case XMLStreamConstants.END_ELEMENT -> open.removeLast();
				case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE -> {
					if (!open.isEmpty()) {
						open.getLast().content().add(reader.getText());
					}
				}
				case XMLStreamConstants.CDATA -> {
					if (!open.isEmpty()) {
						open.getLast().content().add(new XmlElement.Section(reader.getText()));
					}
				}
				case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw new RefusedException(
						Refusal.DOCTYPE,
						"%s has a document type definition or an entity of its own in line %d, and neither is read here: delete the <!DOCTYPE …> and write the characters themselves"
							.formatted(Losses.quote(file), reader.getLocation().getLineNumber()));
				default -> {
				}
			}
		}
		if (root == null) {
			throw new RefusedException(Refusal.SYNTAX, "%s has no XML element".formatted(Losses.quote(file)));
		}
		return root;
	}

	private static XmlElement element(XMLStreamReader reader, int before) {
		Map<String, String> attributes = new LinkedHashMap<>();
		boolean renamed = reader.getLocalName().startsWith(QTI);
		for (int i = 0; i < reader.getAttributeCount(); i++) {
			String name = reader.getAttributeLocalName(i);
			attributes.putIfAbsent(renamed ? camelCase(name) : name, reader.getAttributeValue(i));
		}
		String name = reader.getLocalName();
		String namespace = (reader.getNamespaceURI() != null) ? reader.getNamespaceURI() : "";
		return new XmlElement(renamed ? camelCase(name.substring(QTI.length())) : name, namespace,
				before + reader.getLocation().getLineNumber(), attributes);
	}

	private static String camelCase(String name) {
		StringBuilder camel = new StringBuilder(name.length());
		for (int i = 0; i < name.length(); i++) {
			boolean hyphen = name.charAt(i) == '-' && i + 1 < name.length();
			camel.append(hyphen ? Character.toUpperCase(name.charAt(++i)) : name.charAt(i));
		}
		return camel.toString();
	}

}
