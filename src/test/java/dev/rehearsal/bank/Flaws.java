package dev.rehearsal.bank;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/** Ways to spoil an item, each of them a flaw that item writers know. */
final class Flaws {

	private Flaws() {
	}

	static Pack.Item stem(Pack.Item item, UnaryOperator<String> change) {
		ItemContent old = item.content();
		return with(item, new ItemContent(old.type(), change.apply(old.stem()), old.options(), old.prompts(), old.key(),
				old.references(), old.checked()));
	}

	/** Changes the text of options; the function is told whether the option is a key. */
	static Pack.Item options(Pack.Item item, BiFunction<Boolean, String, String> change) {
		List<LintItem.Choice> choices = LintItem.of(item).choices();
		return options(item, (option) -> choices.stream()
			.filter((choice) -> choice.text().equals(option.text()))
			.findFirst()
			.map((choice) -> new Option(option.id(), change.apply(choice.isKey(), option.text()), option.rationale()))
			.orElseThrow());
	}

	static Pack.Item firstOption(Pack.Item item, UnaryOperator<String> change) {
		String first = item.content().options().getFirst().id();
		return options(item, (option) -> option.id().equals(first)
				? new Option(first, change.apply(option.text()), option.rationale()) : option);
	}

	static Pack.Item rationales(Pack.Item item, UnaryOperator<@Nullable String> change) {
		return options(item, (option) -> new Option(option.id(), option.text(), change.apply(option.rationale())));
	}

	private static Pack.Item options(Pack.Item item, UnaryOperator<Option> change) {
		return order(item, item.content().options().stream().map(change).toList());
	}

	private static Pack.Item order(Pack.Item item, List<Option> options) {
		ItemContent old = item.content();
		return with(item, new ItemContent(old.type(), old.stem(), options, old.prompts(), old.key(), old.references(),
				old.checked()));
	}

	/** The key comes first, the option that was there takes its place. */
	static Pack.Item keysTo(Pack.Item item, int... places) {
		Set<String> keys = new HashSet<>(item.content().key());
		List<Option> options = new ArrayList<>(item.content().options());
		List<Option> right = options.stream().filter((option) -> keys.contains(option.id())).toList();
		options.removeAll(right);
		IntStream.range(0, Math.min(places.length, right.size()))
			.forEach((i) -> options.add(Math.min(places[i], options.size()), right.get(i)));
		right.stream().skip(places.length).forEach(options::add);
		return order(item, options);
	}

	/** The key says a word of each other option and nothing of its own. */
	static Pack.Item convergent(Pack.Item item) {
		String mixture = LintItem.of(item)
			.distractors()
			.stream()
			.flatMap((distractor) -> Wording.words(distractor.text()).stream().limit(4))
			.collect(Collectors.joining(" "));
		return options(item, (key, text) -> key ? mixture : text);
	}

	/** The key repeats the two longest words of the stem. */
	static Pack.Item echoing(Pack.Item item) {
		String echo = longestWords(item.content().stem(), 3);
		return options(item, (key, text) -> key ? text + " " + echo : text);
	}

	/** An answer repeats its prompt. */
	static Pack.Item echoingPrompts(Pack.Item item) {
		List<Prompt> prompts = item.content().prompts();
		return options(item, (option) -> {
			String echo = prompts.stream()
				.filter((prompt) -> item.content().key().contains(prompt.id() + ":" + option.id()))
				.map((prompt) -> longestWords(prompt.text(), 4))
				.collect(Collectors.joining(" "));
			return new Option(option.id(), option.text() + " " + echo, option.rationale());
		});
	}

	/** Whoever belongs to the first prompt looks best. */
	static Pack.Item showingAnswers(Pack.Item item, String addition) {
		return options(item,
				(option) -> item.content().key().stream().anyMatch((pair) -> pair.endsWith(":" + option.id()))
						? new Option(option.id(), option.text() + addition.repeat(uses(item, option)),
								option.rationale())
						: option);
	}

	private static int uses(Pack.Item item, Option option) {
		return (int) item.content().key().stream().filter((pair) -> pair.endsWith(":" + option.id())).count() * 3;
	}

	/** As many answers as prompts, each of them once. */
	static Pack.Item withoutSpare(Pack.Item item) {
		ItemContent old = item.content();
		int pairs = Math.min(old.prompts().size(), old.options().size());
		List<Prompt> prompts = old.prompts().subList(0, pairs);
		List<Option> options = old.options().subList(0, pairs);
		List<String> key = IntStream.range(0, pairs)
			.mapToObj((i) -> prompts.get(i).id() + ":" + options.get(i).id())
			.toList();
		return with(item,
				new ItemContent(old.type(), old.stem(), options, prompts, key, old.references(), old.checked()));
	}

	static Pack.Item sources(Pack.Item item, List<String> references, @Nullable String checked) {
		ItemContent old = item.content();
		return with(item,
				new ItemContent(old.type(), old.stem(), old.options(), old.prompts(), old.key(), references, checked));
	}

	static Pack.Item place(Pack.Item item, String domain, @Nullable String topic, String difficulty, String level) {
		return new Pack.Item(item.id(), domain, item.task(), topic, difficulty, level, item.enemies(), item.caseStudy(),
				item.casePosition(), item.content());
	}

	private static Pack.Item with(Pack.Item item, ItemContent content) {
		return new Pack.Item(item.id(), item.domain(), item.task(), item.topic(), item.difficulty(), item.level(),
				item.enemies(), item.caseStudy(), item.casePosition(), content);
	}

	private static String longestWords(String text, int count) {
		return Wording.tokens(text)
			.stream()
			.filter((word) -> word.matches("[a-z]+"))
			.sorted(Comparator.comparingInt(String::length).reversed())
			.limit(count)
			.collect(Collectors.joining(" "));
	}

}
