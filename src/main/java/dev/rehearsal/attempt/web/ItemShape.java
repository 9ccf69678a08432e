package dev.rehearsal.attempt.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.rehearsal.attempt.Annotation;
import dev.rehearsal.attempt.Response;
import dev.rehearsal.form.PresentedItem;
import dev.rehearsal.form.PresentedItem.Choice;
import dev.rehearsal.form.PresentedItem.PresentedScenario;
import dev.rehearsal.shared.PageShape;
import org.jspecify.annotations.Nullable;
import org.unbescape.html.HtmlEscape;

/**
 * The HTML of a blank item with gaps for its texts, so that the template is asked once
 * for each shape and not for each item.
 */
final class ItemShape {

	private static final Pattern INDENTATION = Pattern.compile("\n\\s+");

	private final PageShape shape;

	/**
	 * Asks the template.
	 * @param key the shape
	 * @param template renders a section in a frame
	 */
	ItemShape(Key key, Function<Framed, String> template) {
		Map<String, String> marks = PageShape.marks(names(key));
		String html = template.apply(marked(key, (name) -> Objects.requireNonNull(marks.get(name))));
		this.shape = new PageShape(INDENTATION.matcher(html).replaceAll("\n"), marks);
	}

	/**
	 * Whether an item looks like others of its shape: nothing was done with it yet, and
	 * each option that has to be named has a name.
	 */
	static boolean fits(ItemSection section, Shown shown) {
		return section.response().equals(Response.unseen(section.position()))
				&& section.annotation().equals(Annotation.none(section.position())) && !(shown.single()
						&& section.item().options().stream().anyMatch((option) -> option.plain().isBlank()));
	}

	String fill(PresentedItem item, String address, String csrf) {
		Map<String, String> texts = new HashMap<>();
		texts.put("n", Integer.toString(item.position()));
		texts.put("address", HtmlEscape.escapeHtml4Xml(address));
		texts.put("csrf", HtmlEscape.escapeHtml4Xml(csrf));
		texts.put("stem", item.stem());
		if (item.scenario() != null) {
			texts.put("title", HtmlEscape.escapeHtml4Xml(item.scenario().title()));
			texts.put("scenario", item.scenario().text());
		}
		for (int i = 0; i < item.options().size(); i++) {
			put("option " + i, item.options().get(i), texts);
		}
		for (int i = 0; i < item.prompts().size(); i++) {
			put("prompt " + i, item.prompts().get(i), texts);
		}
		return this.shape.fill(texts);
	}

	private static void put(String name, Choice choice, Map<String, String> texts) {
		texts.put(name + " id", HtmlEscape.escapeHtml4Xml(choice.id()));
		texts.put(name, choice.text());
		texts.put(name + " plain", HtmlEscape.escapeHtml4Xml(choice.plain()));
	}

	private static List<String> names(Key key) {
		List<String> names = new ArrayList<>(List.of("n", "address", "csrf", "stem", "title", "scenario"));
		for (String choice : choices(key)) {
			names.addAll(List.of(choice + " id", choice, choice + " plain"));
		}
		return names;
	}

	/** Options, then prompts. */
	private static List<String> choices(Key key) {
		return Stream
			.concat(IntStream.range(0, key.options()).mapToObj((i) -> "option " + i),
					IntStream.range(0, key.prompts()).mapToObj((i) -> "prompt " + i))
			.toList();
	}

	private static Framed marked(Key key, UnaryOperator<String> mark) {
		List<Choice> choices = choices(key).stream()
			.map((name) -> new Choice(mark.apply(name + " id"), mark.apply(name), mark.apply(name + " plain")))
			.toList();
		PresentedScenario scenario = key.shared()
			.map((shared) -> new PresentedScenario(mark.apply("title"), mark.apply("scenario"), shared.first(),
					shared.last()))
			.orElse(null);
		PresentedItem item = new PresentedItem(0, key.type(), mark.apply("stem"), choices.subList(0, key.options()),
				choices.subList(key.options(), choices.size()), key.places(), scenario);
		return new Framed(new ItemSection(item, Response.unseen(0), Annotation.none(0)), mark.apply("n"),
				mark.apply("address"), mark.apply("csrf"));
	}

	/**
	 * What a shape depends on.
	 *
	 * @param type of the item
	 * @param options how many
	 * @param prompts how many
	 * @param places of an answer
	 * @param shared which items have the same scenario
	 * @param shown how the page shows it
	 */
	record Key(String type, int options, int prompts, int places, Optional<Shared> shared, Shown shown) {

		static Key of(PresentedItem item, Shown shown) {
			return new Key(item.type(), item.options().size(), item.prompts().size(), item.places(),
					Shared.of(item.scenario()), shown);
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
