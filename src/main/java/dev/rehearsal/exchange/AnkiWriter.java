package dev.rehearsal.exchange;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import dev.rehearsal.bank.ItemContent;
import dev.rehearsal.bank.ItemType;
import dev.rehearsal.bank.Option;
import dev.rehearsal.bank.Pack;

/**
 * Writes a pack as notes for Anki: a line each, the question on the front, and on the
 * back what is right and why. The ids keep an import from doubling the notes of an
 * earlier one.
 */
final class AnkiWriter {

	private AnkiWriter() {
	}

	static byte[] write(Pack pack, Losses losses) {
		StringBuilder out = new StringBuilder();
		out.append("#separator:tab\n#html:true\n#notetype:Basic\n");
		out.append("#deck:").append(pack.definition().title().replaceAll("\\s+", " ")).append('\n');
		out.append("#columns:Guid\tFront\tBack\tTags\n#guid column:1\n#tags column:4\n");
		for (Pack.Item item : Export.inOrder(pack)) {
			List<String> fields = List.of(pack.definition().id() + "/" + item.id(), front(item), back(item),
					String.join(" ", tags(item)));
			out.append(fields.stream().map(AnkiWriter::field).collect(Collectors.joining("\t"))).append('\n');
		}
		losses.part(Spot.of(pack.definition().id()),
				"Anki shows a front and a back: it has no options to choose, blueprints, enemies and case studies, whose text stands before each question");
		return out.toString().getBytes(StandardCharsets.UTF_8);
	}

	private static String front(Pack.Item item) {
		ItemContent content = item.content();
		StringBuilder html = new StringBuilder();
		if (item.caseStudy() != null) {
			html.append("<h3>")
				.append(XmlElement.escape(item.caseStudy().title()))
				.append("</h3>")
				.append(MarkdownText.html(item.caseStudy().scenario()))
				.append("<hr>");
		}
		html.append(MarkdownText.html(content.stem()));
		if (content.type() == ItemType.MATCHING) {
			html.append(list("ul",
					content.prompts().stream().map((prompt) -> MarkdownText.inline(prompt.text())).toList()));
		}
		// By their ids, which say nothing, so that steps do not stand in their order.
		List<Option> options = content.options().stream().sorted(java.util.Comparator.comparing(Option::id)).toList();
		return html.append(list("ul", options.stream().map((option) -> MarkdownText.inline(option.text())).toList()))
			.toString();
	}

	private static String back(Pack.Item item) {
		ItemContent content = item.content();
		StringBuilder html = new StringBuilder();
		List<String> right = new ArrayList<>();
		List<String> wrong = new ArrayList<>();
		for (int i = 0; i < content.prompts().size(); i++) {
			right.add(explained(
					MarkdownText.inline(content.prompts().get(i).text()) + " → "
							+ MarkdownText.inline(Export.answer(content, i).text()),
					content.prompts().get(i).rationale()));
		}
		for (Option option : content.options()) {
			boolean key = content.key().contains(option.id());
			String line = explained(MarkdownText.inline(option.text()), option.rationale());
			if (key) {
				right.add(line);
			}
			else if (content.type() != ItemType.MATCHING || option.rationale() != null) {
				wrong.add(line);
			}
		}
		html.append(list((content.type() == ItemType.ORDERING) ? "ol" : "ul", right));
		if (!wrong.isEmpty()) {
			html.append("<hr>").append(list("ul", wrong));
		}
		content.references()
			.forEach((reference) -> html.append("<div><a href=\"")
				.append(XmlElement.escape(reference).replace("\"", "%22"))
				.append("\">")
				.append(XmlElement.escape(reference))
				.append("</a></div>"));
		if (content.checked() != null) {
			html.append("<div>").append(XmlElement.escape(content.checked())).append("</div>");
		}
		return html.toString();
	}

	private static String explained(String text, @org.jspecify.annotations.Nullable String rationale) {
		return "<b>" + text + "</b>" + ((rationale != null) ? "<br>" + MarkdownText.inline(rationale) : "");
	}

	private static String list(String tag, List<String> lines) {
		return lines.stream().collect(Collectors.joining("</li><li>", "<" + tag + "><li>", "</li></" + tag + ">"));
	}

	/** Tags have no spaces, and two colons make one the child of another. */
	private static List<String> tags(Pack.Item item) {
		return Tags.of(item)
			.stream()
			.filter((tag) -> !tag.startsWith("enemy:"))
			.map((tag) -> tag.replaceFirst(":", "::").replaceAll("\\s+", "-"))
			.toList();
	}

	private static String field(String text) {
		String line = text.replace("\t", " ").replace("\n", "<br>");
		return '"' + line.replace("\"", "\"\"") + '"';
	}

}
