package dev.rehearsal.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.rehearsal.bank.ItemType;

/** Reads Moodle XML. */
final class MoodleReader {

	private static final Pattern SPACE = Pattern.compile("\\s++");

	private static final Pattern CODE = Pattern.compile("(?is)<pre\\b.*?</pre>");

	private static final Pattern SHOWN = Pattern
		.compile("(!\\[[^\\[\\]]*]\\()(" + MoodleFiles.ADDRESS + "/[^)\\s]*+)\\)");

	private static final Map<String, String> OTHER_FEEDBACK = new TreeMap<>(Map.of("correctfeedback",
			"feedback for right answers", "partiallycorrectfeedback", "feedback for partly right answers",
			"incorrectfeedback", "feedback for wrong answers", "hint", "hint"));

	private static final double FULL = 99.9;

	private final PackDraft draft;

	private final Losses losses;

	private final Map<String, Draft.Study> studies = new HashMap<>();

	private List<String> category = List.of();

	/** Of the question's text, and so of its other texts that name none. */
	private String format = "";

	private MoodleReader(String file, Losses losses) {
		this.draft = new PackDraft(file);
		this.losses = losses;
	}

	static PackDraft read(String file, byte[] bytes, Losses losses) {
		MoodleReader reader = new MoodleReader(file, losses);
		XmlFile.read(file, bytes).children("question").forEach(reader::question);
		return reader.draft;
	}

	private void question(XmlElement question) {
		String name = question.child("name").map((it) -> it.childText("text")).orElse("").strip();
		Spot spot = new Spot(this.draft.file, question.line(), name);
		String type = question.get("type");
		this.format = question.child("questiontext").map((it) -> it.get("format")).orElse("");
		switch (type) {
			case "category" -> category(question);
			case "description" -> description(question, spot, name);
			case "multichoice", "multichoiceset", "oumultiresponse" ->
				choice(question, item(question, spot, name), type);
			case "truefalse" -> trueFalse(question, item(question, spot, name));
			case "matching", "ddmatch" -> matching(question, item(question, spot, name));
			case "ordering" -> ordering(question, item(question, spot, name));
			default -> this.losses.item(spot, type.isEmpty() ? "it does not say of which type it is"
					: "questions of the type %s have no place in a pack".formatted(Losses.quote(type)));
		}
	}

	private void category(XmlElement question) {
		this.category = Tags.category(question.child("category").map((it) -> it.childText("text")).orElse(""));
		String id = question.childText("idnumber").strip();
		if (!id.isEmpty() && this.category.size() == 1) {
			this.draft.domain(id).title = this.category.getFirst();
			this.category = List.of(id);
		}
		else if (!id.isEmpty()) {
			this.losses.part(new Spot(this.draft.file, question.line(), String.join("/", this.category)),
					"the id %s of this category is left out: only that of a domain is taken"
						.formatted(Losses.quote(id)));
		}
		String info = question.child("info").map((it) -> it.childText("text")).orElse("");
		if (!info.isBlank()) {
			this.losses.part(new Spot(this.draft.file, question.line(), String.join("/", this.category)),
					"the description of this category is left out: a domain has a title only");
		}
	}

	private void description(XmlElement question, Spot spot, String name) {
		boolean study = tags(question).contains(Tags.CASE_STUDY);
		String id = question.childText("idnumber").strip();
		if (study && !id.isEmpty()) {
			this.studies.put(id, new Draft.Study(id, name, text(question, "questiontext", spot)));
		}
		else {
			this.losses.item(spot, "a description that belongs to no case study has no place in a pack");
		}
	}

	private Draft item(XmlElement question, Spot spot, String name) {
		Draft item = new Draft(spot);
		item.id = question.childText("idnumber").strip();
		item.title = name;
		item.stem = text(question, "questiontext", spot);
		Tags.read(tags(question), item, this.category, this.draft, this.studies, this.losses);
		oldImage(question, item);
		List<String> parts = OTHER_FEEDBACK.entrySet()
			.stream()
			.filter((part) -> question.children(part.getKey())
				.stream()
				.anyMatch((it) -> !it.childText("text").isBlank()))
			.map(Map.Entry::getValue)
			.toList();
		if (!parts.isEmpty()) {
			this.losses.part(spot, "its %s is left out: a pack explains each option instead"
				.formatted(String.join(", and its ", parts)));
		}
		return item;
	}

	/** As Moodle 1.9 wrote the picture of a question. */
	private void oldImage(XmlElement question, Draft item) {
		String name = question.childText("image").strip();
		String base64 = question.childText("image_base64").strip();
		if (!name.isEmpty() || !base64.isEmpty()) {
			Gallery gallery = new Gallery(this.draft.images, (address) -> Gallery.decoded(base64));
			String image = HtmlText.toMarkdown("<img src=\"%s\">".formatted(name.replaceAll("[\"&<>]", "")), gallery,
					this.losses, item.spot);
			item.stem = (item.stem + "\n\n" + image).strip();
		}
	}

	private void add(Draft item, XmlElement question) {
		Notes.read(text(question, "generalfeedback", item.spot), item, this.losses);
		this.draft.items.add(item);
	}

	private void choice(XmlElement question, Draft item, String type) {
		boolean single = type.equals("multichoice") && !question.childText("single").strip().matches("false|0");
		item.type = single ? ItemType.MULTIPLE_CHOICE : ItemType.MULTI_RESPONSE;
		for (XmlElement answer : question.children("answer")) {
			double fraction = fraction(answer);
			boolean right = fraction >= FULL || (!single && fraction > 0);
			if (single && !right && fraction > 0) {
				this.losses.part(item.spot,
						"an option earns %s percent: there is no partial credit here, and it counts as wrong"
							.formatted(answer.get("fraction").strip()));
			}
			item.option(text(answer, item.spot), feedback(answer, item.spot), right);
		}
		add(item, question);
	}

	private void trueFalse(XmlElement question, Draft item) {
		for (XmlElement answer : question.children("answer")) {
			String word = answer.childText("text").strip();
			item.option(
					word.isEmpty() ? "" : word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1),
					feedback(answer, item.spot), fraction(answer) >= FULL);
		}
		add(item, question);
	}

	private void matching(XmlElement question, Draft item) {
		item.type = ItemType.MATCHING;
		for (XmlElement pair : question.children("subquestion")) {
			String prompt = text(pair, item.spot);
			boolean none = pair.childText("text").isBlank();
			String answer = pair.child("answer").map((it) -> answer(it, item.spot)).orElse("");
			if (none) {
				item.answer(answer);
			}
			else {
				item.pair(prompt, null, answer);
			}
		}
		add(item, question);
	}

	/** Plain text, but in some question types HTML. */
	private String answer(XmlElement answer, Spot spot) {
		return answer.get("format").isEmpty() ? HtmlText.plain(answer.childText("text").strip()) : text(answer, spot);
	}

	private void ordering(XmlElement question, Draft item) {
		item.type = ItemType.ORDERING;
		question.children("answer")
			.stream()
			.sorted(java.util.Comparator.comparingDouble(MoodleReader::fraction))
			.forEach((step) -> item.option(text(step, item.spot), feedback(step, item.spot), true));
		String select = question.childText("selecttype").strip();
		if (!select.isEmpty() && !select.equals("ALL") && !select.equals("0")) {
			this.losses.changed(item.spot, "it shows a part of its steps in Moodle: here all of them are shown");
		}
		add(item, question);
	}

	private static double fraction(XmlElement answer) {
		try {
			return Double.parseDouble(answer.get("fraction").strip());
		}
		catch (NumberFormatException ex) {
			return 0;
		}
	}

	private static List<String> tags(XmlElement question) {
		return question.child("tags")
			.map((tags) -> tags.children("tag").stream().map((tag) -> tag.childText("text").strip()).toList())
			.orElse(List.of());
	}

	private String feedback(XmlElement answer, Spot spot) {
		return text(answer, "feedback", spot);
	}

	private String text(XmlElement parent, String name, Spot spot) {
		return parent.child(name).map((it) -> text(it, spot)).orElse("");
	}

	private String text(XmlElement element, Spot spot) {
		Spot here = spot.at(element.line());
		MoodleFiles files = new MoodleFiles(element);
		String markdown = text(element, new Gallery(this.draft.images, files::bytes), here);
		files.left()
			.forEach((path) -> this.losses.part(here, "the file %s is left out: no text shows it as a picture"
				.formatted(Losses.quote(path.substring(path.lastIndexOf('/') + 1)))));
		return markdown;
	}

	private String text(XmlElement element, Gallery gallery, Spot here) {
		XmlElement text = element.child("text").orElse(null);
		if (text == null) {
			return "";
		}
		String content = text.children().findAny().isPresent() ? text.innerHtml((it) -> false, (name) -> false)
				: text.text();
		String own = element.get("format");
		return markdown(content, own.isEmpty() ? this.format : own, gallery, this.losses, here);
	}

	/** By the name that Moodle gives a format. */
	static String markdown(String text, String format, Gallery gallery, Losses losses, Spot spot) {
		String lines = SourceText.lines(text);
		return switch (format) {
			case "markdown" -> MarkdownText.clean(withImages(lines, gallery), gallery, losses, spot);
			case "plain", "plain_text" -> HtmlText.plain(lines);
			case "html" -> HtmlText.toMarkdown(lines, gallery, losses, spot);
			default -> HtmlText.toMarkdown(withLineEnds(lines.strip()), gallery, losses, spot);
		};
	}

	/**
	 * Moodle's own format is HTML whose line ends count, but not beside tags and in code.
	 */
	private static String withLineEnds(String html) {
		StringBuilder all = new StringBuilder();
		// Up to the last end of code, so that each beginning finds one.
		int end = html.toLowerCase(Locale.ROOT).lastIndexOf("</pre>") + "</pre>".length();
		Matcher code = CODE.matcher(html).region(0, Math.min(html.length(), end));
		int from = 0;
		while (code.find()) {
			all.append(breaks(html.substring(from, code.start()))).append(code.group());
			from = code.end();
		}
		return all.append(breaks(html.substring(from))).toString();
	}

	private static String breaks(String html) {
		return SPACE.matcher(html).replaceAll((space) -> {
			long lines = space.group().chars().filter((sign) -> sign == '\n').count();
			boolean beside = (space.start() > 0 && html.charAt(space.start() - 1) == '>')
					|| (space.end() < html.length() && html.charAt(space.end()) == '<');
			if (lines == 0 || beside) {
				return " ";
			}
			return (lines > 1) ? "<p>" : "<br>";
		});
	}

	/** The rest of the Markdown stays as it is. */
	private static String withImages(String markdown, Gallery gallery) {
		return SHOWN.matcher(markdown)
			.replaceAll((image) -> Matcher
				.quoteReplacement(image.group(1) + gallery.take(image.group(2)).orElse(image.group(2)) + ")"));
	}

}
