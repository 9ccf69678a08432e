package dev.rehearsal.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.rehearsal.bank.ItemType;
import org.jspecify.annotations.Nullable;

/** Reads an item of QTI: one interaction that a pack knows, with the text around it. */
final class QtiItem {

	private static final Set<String> CHOICES = Set.of("simpleChoice", "simpleAssociableChoice", "gapText");

	private final XmlElement root;

	private final Draft item;

	private final Gallery gallery;

	private final Losses losses;

	private final QtiKey key;

	QtiItem(XmlElement root, String path, Gallery gallery, Losses losses) {
		this.gallery = gallery;
		this.root = root;
		String title = root.get("title").isBlank() ? root.get("identifier") : root.get("title");
		this.item = new Draft(new Spot(path, root.line(), title));
		this.losses = losses;
		this.key = new QtiKey(root, this.item, losses);
	}

	/** The item, or null if a pack has no place for it; there is a loss then. */
	@Nullable Draft read() {
		this.item.id = this.root.get("identifier");
		this.item.title = this.root.get("title");
		XmlElement body = this.root.child("itemBody").orElse(null);
		List<XmlElement> interactions = (body != null) ? body.all((it) -> it.name().endsWith("Interaction"))
				: List.of();
		if (interactions.size() != 1 || body == null) {
			return notHeld(interactions.isEmpty() ? "it asks nothing: it has no interaction"
					: "it has %d interactions, and an item of a pack has one".formatted(interactions.size()));
		}
		if (!body.all((it) -> it.is("printedVariable") || it.is("templateBlock") || it.is("templateInline"))
			.isEmpty()) {
			return notHeld("its text has parts that are drawn anew each time");
		}
		asides(body);
		XmlElement interaction = interactions.getFirst();
		boolean held = switch (interaction.name()) {
			case "choiceInteraction" -> choices(interaction, ItemType.MULTIPLE_CHOICE);
			case "orderInteraction" -> choices(interaction, ItemType.ORDERING);
			case "matchInteraction" -> new QtiPairs(this.item, this.key, this.gallery, this.losses).match(interaction);
			case "associateInteraction" ->
				new QtiPairs(this.item, this.key, this.gallery, this.losses).associate(interaction);
			case "gapMatchInteraction" ->
				new QtiPairs(this.item, this.key, this.gallery, this.losses).gaps(interaction);
			default -> notHeld("the interaction %s has no place in a pack".formatted(interaction.name())) != null;
		};
		if (!held) {
			return null;
		}
		stem(body, interaction);
		feedback();
		return this.item;
	}

	private @Nullable Draft notHeld(String sentence) {
		this.losses.item(this.item.spot, sentence);
		return null;
	}

	/**
	 * The text before, the prompt, what stands in the interaction itself, and the text
	 * behind.
	 */
	private void stem(XmlElement body, XmlElement interaction) {
		String around = QtiText.html(body, (it) -> it == interaction || QtiText.isAside(it));
		String prompt = interaction.child("prompt").map((it) -> QtiText.html(it, QtiText::isAside)).orElse("");
		String gaps = interaction.is("gapMatchInteraction") ? QtiPairs.gapText(interaction) : "";
		this.item.stem = HtmlText.toMarkdown(around + "<div>" + prompt + "</div><div>" + gaps + "</div>", this.gallery,
				this.losses, this.item.spot);
	}

	private boolean choices(XmlElement interaction, ItemType type) {
		this.item.type = type;
		List<String> right = this.key.identifiers(interaction);
		if (type == ItemType.MULTIPLE_CHOICE && right.size() > 1) {
			this.item.type = ItemType.MULTI_RESPONSE;
		}
		List<XmlElement> choices = interaction.all("simpleChoice");
		for (XmlElement choice : choices) {
			this.item.options.add(line(choice, this.item, this.gallery, this.losses));
		}
		for (String identifier : right) {
			if (choices.stream().noneMatch((choice) -> choice.get("identifier").equals(identifier))) {
				notHeld("its correct response names %s, which is none of its choices"
					.formatted(Losses.quote(identifier)));
				return false;
			}
			this.item.key.add(identifier);
		}
		return true;
	}

	/** A choice, with the feedback that stands in it. */
	static Draft.Line line(XmlElement choice, Draft item, Gallery gallery, Losses losses) {
		Spot spot = item.spot.at(choice.line());
		String text = HtmlText.toMarkdown(QtiText.html(choice, QtiText::isAside), gallery, losses, spot);
		List<String> feedback = new ArrayList<>();
		choice.all(QtiText::isFeedback)
			.stream()
			.filter((it) -> isShown(it, item, losses))
			.forEach((it) -> feedback
				.add(HtmlText.toMarkdown(QtiText.html(it, (inner) -> false), gallery, losses, spot)));
		String identifier = choice.get("identifier");
		boolean ours = identifier.startsWith(QtiItemWriter.OPTION) || identifier.startsWith(QtiItemWriter.PROMPT);
		String id = ours ? identifier.substring(QtiItemWriter.OPTION.length()) : "";
		return new Draft.Line(identifier, dev.rehearsal.bank.OptionIds.isDerived(id) ? id : null, text,
				feedback.isEmpty() ? null : String.join("\n\n", feedback), null);
	}

	/** Feedback that is shown to those who did not choose it explains nothing here. */
	private static boolean isShown(XmlElement feedback, Draft item, Losses losses) {
		if (!feedback.get("showHide").equals("hide")) {
			return true;
		}
		losses.part(item.spot.at(feedback.line()),
				"a feedback is left out that is shown unless %s: options are explained instead"
					.formatted(Losses.quote(feedback.get("identifier"))));
		return false;
	}

	/**
	 * Feedback by the identifier of a choice explains that choice; other feedback is
	 * about the whole.
	 */
	private void feedback() {
		for (XmlElement feedback : this.root.children("modalFeedback")) {
			String text = HtmlText.toMarkdown(QtiText.html(feedback, (it) -> it.is("stylesheet")), this.gallery,
					this.losses, this.item.spot.at(feedback.line()));
			if (text.isBlank() || !isShown(feedback, this.item, this.losses)) {
				continue;
			}
			String title = HtmlText.plain(feedback.get("title"));
			text = title.isEmpty() ? text : title + "\n\n" + text;
			String identifier = feedback.get("identifier");
			if (!isByChoice(feedback) || (!explain(this.item.options, identifier, text)
					&& !explain(this.item.prompts, identifier, text))) {
				this.losses.part(this.item.spot.at(feedback.line()),
						"the feedback %s is left out: it belongs to no option".formatted(Losses.quote(identifier)));
			}
		}
	}

	/** Not if its outcome is a number or a truth, whatever its identifier is. */
	private boolean isByChoice(XmlElement feedback) {
		return this.root.children("outcomeDeclaration")
			.stream()
			.filter((outcome) -> outcome.get("identifier").equals(feedback.get("outcomeIdentifier")))
			.allMatch((outcome) -> outcome.get("baseType").equals("identifier"));
	}

	private static boolean explain(List<Draft.Line> lines, String identifier, String text) {
		for (int i = 0; i < lines.size(); i++) {
			Draft.Line line = lines.get(i);
			if (line.name().equals(identifier)) {
				String before = (line.rationale() != null) ? line.rationale() + "\n\n" : "";
				lines.set(i, line.withRationale(before + text));
				return true;
			}
		}
		return false;
	}

	/** What stands in the item and has no place in a pack. */
	private void asides(XmlElement body) {
		for (XmlElement rubric : body.all((it) -> it.is("rubricBlock") && QtiText.isAside(it))) {
			this.losses.part(this.item.spot.at(rubric.line()),
					"a rubric for %s is left out: a pack has none".formatted(Losses.quote(rubric.get("view"))));
		}
		List<XmlElement> ofChoices = body.all((it) -> CHOICES.contains(it.name()))
			.stream()
			.flatMap((choice) -> choice.all(QtiText::isFeedback).stream())
			.toList();
		for (XmlElement feedback : body.all((it) -> QtiText.isFeedback(it) && !ofChoices.contains(it))) {
			this.losses.part(this.item.spot.at(feedback.line()),
					"a feedback in the text is left out: options are explained instead");
		}
		for (XmlElement info : body.all((it) -> it.is("infoControl") && !it.get("title").isBlank())) {
			this.losses.part(this.item.spot.at(info.line()),
					"the title %s is left out: what stands below it is always shown"
						.formatted(Losses.quote(info.get("title"))));
		}
		if (this.root.get("adaptive").equals("true")) {
			this.losses.part(this.item.spot, "it is adaptive, and here it is answered once");
		}
		if (!this.root.all("templateProcessing").isEmpty()) {
			this.losses.part(this.item.spot, "what it draws anew each time is left out");
		}
		for (String part : List.of("catalogInfo", "companionMaterialsInfo", "apipAccessibility")) {
			if (!this.root.all(part).isEmpty()) {
				this.losses.part(this.item.spot, "its %s is left out: a pack has no place for it".formatted(part));
			}
		}
	}

}
