package dev.rehearsal.exchange;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** A formula in MathML: its TeX if it has it, else a line that means the same. */
final class MathText {

	private MathText() {
	}

	static Optional<String> tex(Element math) {
		String text = math.select("annotation")
			.stream()
			.filter((annotation) -> annotation.attr("encoding").toLowerCase(java.util.Locale.ROOT).contains("tex"))
			.map((annotation) -> annotation.wholeText().strip())
			.findFirst()
			.orElse("");
		return text.isEmpty() ? Optional.empty() : Optional.of(text);
	}

	static String line(Element math) {
		return math.attr("alttext").isBlank() ? of(math).replaceAll("\\s+", " ").strip() : math.attr("alttext");
	}

	private static String of(Node node) {
		if (node instanceof TextNode text) {
			return text.getWholeText();
		}
		if (!(node instanceof Element element)) {
			return "";
		}
		List<Element> parts = element.children();
		return switch (element.normalName()) {
			case "annotation", "annotation-xml" -> "";
			case "mfrac" -> joined(parts, "/");
			case "msup", "mover" -> joined(parts, "^");
			case "msub", "munder" -> joined(parts, "_");
			case "msubsup", "munderover" -> (parts.size() == 3)
					? group(parts.get(0)) + "_" + group(parts.get(1)) + "^" + group(parts.get(2)) : inside(element);
			case "msqrt" -> "√(" + inside(element) + ")";
			case "mroot" ->
				(parts.size() == 2) ? "root " + group(parts.get(1)) + " of " + group(parts.get(0)) : inside(element);
			default -> inside(element);
		};
	}

	private static String joined(List<Element> parts, String sign) {
		return parts.stream().map(MathText::group).collect(Collectors.joining(sign));
	}

	/** In brackets if it is more than a number or a letter. */
	private static String group(Element element) {
		String text = of(element).strip();
		return text.matches("[\\p{L}\\p{N}.]*") ? text : "(" + text + ")";
	}

	private static String inside(Element element) {
		return element.childNodes().stream().map(MathText::of).collect(Collectors.joining());
	}

}
