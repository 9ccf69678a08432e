package dev.rehearsal.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.rehearsal.bank.ItemType;

/** Reads the interactions of QTI whose responses are pairs. */
final class QtiPairs {

	private final Draft item;

	private final QtiKey key;

	private final Gallery gallery;

	private final Losses losses;

	QtiPairs(Draft item, QtiKey key, Gallery gallery, Losses losses) {
		this.gallery = gallery;
		this.item = item;
		this.key = key;
		this.losses = losses;
	}

	private boolean notHeld(String sentence) {
		this.losses.item(this.item.spot, sentence);
		return false;
	}

	private List<String[]> pairs(XmlElement interaction) {
		return this.key.identifiers(interaction)
			.stream()
			.map((pair) -> pair.split(" "))
			.filter((pair) -> pair.length == 2)
			.toList();
	}

	/** The side of which each choice has one partner becomes the prompts. */
	boolean match(XmlElement interaction) {
		List<XmlElement> sets = interaction.children("simpleMatchSet");
		if (sets.size() != 2) {
			return notHeld("it matches %d sets, and a pack matches two".formatted(sets.size()));
		}
		List<XmlElement> left = sets.getFirst().children("simpleAssociableChoice");
		List<XmlElement> right = sets.getLast().children("simpleAssociableChoice");
		Map<String, String> forward = new LinkedHashMap<>();
		Map<String, String> backward = new LinkedHashMap<>();
		boolean one = true;
		boolean other = true;
		for (String[] pair : pairs(interaction)) {
			one &= forward.put(pair[0], pair[1]) == null;
			other &= backward.put(pair[1], pair[0]) == null;
		}
		if (one && left.stream().allMatch((choice) -> forward.containsKey(choice.get("identifier")))) {
			return take(left, right, forward);
		}
		if (other && right.stream().allMatch((choice) -> backward.containsKey(choice.get("identifier")))) {
			this.losses.changed(this.item.spot, "its two sides have changed places, since each prompt has one answer");
			return take(right, left, backward);
		}
		return notHeld(
				"some of its choices have several partners or none on both sides, and each prompt of a pack has one answer");
	}

	/** Pairs of one set: the first of each pair becomes the prompt. */
	boolean associate(XmlElement interaction) {
		List<XmlElement> choices = interaction.children("simpleAssociableChoice");
		Map<String, String> partners = new LinkedHashMap<>();
		Set<String> answers = new HashSet<>();
		for (String[] pair : pairs(interaction)) {
			if (partners.put(pair[0], pair[1]) != null || partners.containsKey(pair[1]) || answers.contains(pair[0])) {
				return notHeld("some of its choices stand in several pairs, and each prompt of a pack has one answer");
			}
			answers.add(pair[1]);
		}
		this.losses.changed(this.item.spot,
				"pairs have no sides in QTI: the first of each pair has become the prompt, the second its answer");
		return take(choices.stream().filter((choice) -> partners.containsKey(choice.get("identifier"))).toList(),
				choices.stream().filter((choice) -> !partners.containsKey(choice.get("identifier"))).toList(),
				partners);
	}

	/** Gaps become prompts, and the texts that fill them answers. */
	boolean gaps(XmlElement interaction) {
		List<XmlElement> gaps = interaction.all("gap");
		List<XmlElement> texts = interaction.children("gapText");
		if (!interaction.children("gapImg").isEmpty()) {
			return notHeld("its gaps are filled with pictures, which have no place in a pack");
		}
		Map<String, String> filled = new LinkedHashMap<>();
		for (String[] pair : pairs(interaction)) {
			if (filled.put(pair[1], pair[0]) != null) {
				return notHeld("one of its gaps takes several texts, and each prompt of a pack has one answer");
			}
		}
		if (gaps.size() == 1) {
			this.losses.changed(this.item.spot, "it has one gap and has become multiple-choice");
			this.item.type = ItemType.MULTIPLE_CHOICE;
			texts.forEach((text) -> this.item.options.add(QtiItem.line(text, this.item, this.gallery, this.losses)));
			this.item.key.addAll(filled.values());
			return true;
		}
		this.item.type = ItemType.MATCHING;
		texts.forEach((text) -> this.item.options.add(QtiItem.line(text, this.item, this.gallery, this.losses)));
		for (int i = 0; i < gaps.size(); i++) {
			String name = gaps.get(i).get("identifier");
			this.item.prompts.add(new Draft.Line(name, null, "Gap " + (i + 1), null, filled.getOrDefault(name, "")));
		}
		this.losses.changed(this.item.spot, "its gaps are numbered in the text now and are prompts below it");
		return true;
	}

	/** The text with numbered gaps. */
	static String gapText(XmlElement interaction) {
		List<XmlElement> gaps = interaction.all("gap");
		List<String> numbers = new ArrayList<>();
		String html = QtiText.html(interaction,
				(it) -> it.is("prompt") || it.is("gapText") || it.is("gapImg") || QtiText.isAside(it));
		String[] parts = html.split("<gap[^>]*>\\s*</gap>", -1);
		for (int i = 0; i < parts.length; i++) {
			String number = (gaps.size() == 1) ? "_____" : "(" + (i + 1) + ") _____";
			numbers.add(parts[i] + ((i < parts.length - 1) ? number : ""));
		}
		return String.join("", numbers);
	}

	private boolean take(List<XmlElement> prompts, List<XmlElement> answers, Map<String, String> partners) {
		this.item.type = ItemType.MATCHING;
		answers.forEach((answer) -> this.item.options.add(QtiItem.line(answer, this.item, this.gallery, this.losses)));
		for (XmlElement prompt : prompts) {
			Draft.Line line = QtiItem.line(prompt, this.item, this.gallery, this.losses);
			this.item.prompts.add(new Draft.Line(line.name(), line.id(), line.text(), line.rationale(),
					partners.getOrDefault(line.name(), "")));
		}
		return true;
	}

}
