package dev.rehearsal.attempt.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import dev.rehearsal.attempt.Annotation;
import dev.rehearsal.attempt.Response;
import dev.rehearsal.form.PresentedItem;
import dev.rehearsal.form.PresentedItem.Choice;
import dev.rehearsal.form.PresentedItem.PresentedScenario;
import org.jspecify.annotations.Nullable;
import org.unbescape.html.HtmlEscape;

/**
 * The HTML of a blank item with gaps for its texts, so that the template is asked once
 * for each shape and not for each item. Where a gap is, a character marks while the
 * template runs; what is filled in is never looked at again.
 */
final class ItemShape {

	/** Of private use: no message and no template has them. */
	private static final char FIRST_MARK = '\uE000';

	private static final Pattern MARK = Pattern.compile("[\uE000-\uF8FF]");

	private static final Pattern INDENTATION = Pattern.compile("\n\\s+");

	private static final int MARKS_OF_FRAME = 6;

	private static final int MARKS_OF_CHOICE = 3;

	private final List<String> pieces = new ArrayList<>();

	private final List<Integer> gaps = new ArrayList<>();

	/**
	 * Asks the template.
	 * @param key the shape
	 * @param template renders a section in a frame
	 */
	ItemShape(Key key, Function<Framed, String> template) {
		String html = INDENTATION.matcher(template.apply(marked(key))).replaceAll("\n");
		Matcher mark = MARK.matcher(html);
		int from = 0;
		while (mark.find()) {
			this.pieces.add(html.substring(from, mark.start()));
			this.gaps.add(mark.group().charAt(0) - FIRST_MARK);
			from = mark.end();
		}
		this.pieces.add(html.substring(from));
	}

	/** Whether an item looks like others of its shape: nothing was done with it yet. */
	static boolean fits(ItemSection section) {
		return section.response().equals(Response.unseen(section.position()))
				&& section.annotation().equals(Annotation.none(section.position()));
	}

	String fill(PresentedItem item, String address, String csrf) {
		List<String> texts = new ArrayList<>();
		texts.add(Integer.toString(item.position()));
		texts.add(HtmlEscape.escapeHtml4Xml(address));
		texts.add(HtmlEscape.escapeHtml4Xml(csrf));
		texts.add(item.stem());
		PresentedScenario scenario = item.scenario();
		texts.add((scenario != null) ? HtmlEscape.escapeHtml4Xml(scenario.title()) : "");
		texts.add((scenario != null) ? scenario.text() : "");
		item.options().forEach((option) -> add(option, texts));
		item.prompts().forEach((prompt) -> add(prompt, texts));
		StringBuilder html = new StringBuilder(4_096);
		for (int gap = 0; gap < this.gaps.size(); gap++) {
			html.append(this.pieces.get(gap)).append(texts.get(this.gaps.get(gap)));
		}
		return html.append(this.pieces.getLast()).toString();
	}

	private static void add(Choice choice, List<String> texts) {
		texts.add(HtmlEscape.escapeHtml4Xml(choice.id()));
		texts.add(choice.text());
		texts.add(HtmlEscape.escapeHtml4Xml(choice.plain()));
	}

	/** The marks stand in the order in which the texts are filled in. */
	private static Framed marked(Key key) {
		List<Choice> choices = IntStream.range(0, key.options() + key.prompts())
			.map((choice) -> MARKS_OF_FRAME + MARKS_OF_CHOICE * choice)
			.mapToObj((first) -> new Choice(mark(first), mark(first + 1), mark(first + 2)))
			.toList();
		PresentedItem item = new PresentedItem(0, key.type(), mark(3), choices.subList(0, key.options()),
				choices.subList(key.options(), choices.size()), key.places(),
				key.shared()
					.map((shared) -> new PresentedScenario(mark(4), mark(5), shared.first(), shared.last()))
					.orElse(null));
		return new Framed(new ItemSection(item, Response.unseen(0), Annotation.none(0)), mark(0), mark(1), mark(2));
	}

	private static String mark(int number) {
		return Character.toString(FIRST_MARK + number);
	}

	/**
	 * What a shape depends on.
	 *
	 * @param type of the item
	 * @param options how many
	 * @param prompts how many
	 * @param places of an answer
	 * @param shared which items have the same scenario
	 * @param total how many items the form has
	 * @param practice whether answers can be checked
	 * @param hidden whether another item is shown
	 */
	record Key(String type, int options, int prompts, int places, Optional<Shared> shared, int total, boolean practice,
			boolean hidden) {

		static Key of(PresentedItem item, int total, boolean practice, boolean hidden) {
			return new Key(item.type(), item.options().size(), item.prompts().size(), item.places(),
					Shared.of(item.scenario()), total, practice, hidden);
		}

	}

	/**
	 * The items of a case study.
	 *
	 * @param first position
	 * @param last position
	 */
	record Shared(int first, int last) {

		static Optional<Shared> of(@Nullable PresentedScenario scenario) {
			return Optional.ofNullable(scenario).map((known) -> new Shared(known.first(), known.last()));
		}

	}

	/**
	 * A section with what the page puts around it.
	 *
	 * @param section the item
	 * @param position on the form
	 * @param address of the attempt
	 * @param csrf the page's token
	 */
	record Framed(ItemSection section, String position, String address, String csrf) {
	}

}
