package dev.rehearsal.exchange;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import dev.rehearsal.bank.Blueprint;
import dev.rehearsal.bank.ContentDomain;
import dev.rehearsal.bank.ItemContent;
import dev.rehearsal.bank.ItemType;
import dev.rehearsal.bank.Option;
import dev.rehearsal.bank.OptionIds;
import dev.rehearsal.bank.Pack;
import org.jspecify.annotations.Nullable;

/** What the writers of all formats need. */
final class Export {

	private Export() {
	}

	/** By domain in the order of the pack, those of a case study side by side. */
	static List<Pack.Item> inOrder(Pack pack) {
		List<String> domains = pack.definition().domains().stream().map(ContentDomain::id).toList();
		return pack.items()
			.stream()
			.sorted(Comparator.comparing((Pack.Item item) -> item.caseStudy() != null)
				.thenComparing((item) -> (item.caseStudy() != null) ? item.caseStudy().id() : "")
				.thenComparing((item) -> (item.caseStudy() != null) ? item.casePosition() : 0)
				.thenComparing((item) -> domains.indexOf(item.domain()))
				.thenComparing((item) -> (item.topic() != null) ? item.topic() : "")
				.thenComparing(Pack.Item::id))
			.toList();
	}

	static ContentDomain domain(Pack pack, Pack.Item item) {
		return pack.definition()
			.domains()
			.stream()
			.filter((domain) -> domain.id().equals(item.domain()))
			.findFirst()
			.orElseGet(() -> new ContentDomain(item.domain(), item.domain(), List.of()));
	}

	static @Nullable String taskTitle(ContentDomain domain, @Nullable String task) {
		return domain.tasks()
			.stream()
			.filter((known) -> known.id().equals(task))
			.findFirst()
			.map(ContentDomain.Task::title)
			.orElse(null);
	}

	/**
	 * Options as the formats of Moodle list them: steps in order, answers by their first
	 * prompt.
	 */
	static List<Option> listed(ItemContent content) {
		return switch (content.type()) {
			case MULTIPLE_CHOICE, MULTI_RESPONSE -> content.options();
			case ORDERING -> content.options().subList(0, content.key().size());
			case MATCHING -> {
				List<String> used = content.key()
					.stream()
					.map((pair) -> pair.substring(pair.indexOf(':') + 1))
					.toList();
				yield content.options()
					.stream()
					.sorted(Comparator.comparingInt(
							(option) -> used.contains(option.id()) ? used.indexOf(option.id()) : Integer.MAX_VALUE))
					.toList();
			}
		};
	}

	/** The answer of a matching item that belongs to a prompt. */
	static Option answer(ItemContent content, int prompt) {
		String pair = content.key().get(prompt);
		return content.options()
			.stream()
			.filter((option) -> pair.endsWith(":" + option.id()))
			.findFirst()
			.orElseThrow();
	}

	/** Says that steps which do not belong are left out. */
	static void lostExtras(Pack.Item item, String format, Losses losses) {
		ItemContent content = item.content();
		if (content.type() == ItemType.ORDERING && content.options().size() > content.key().size()) {
			losses.part(Spot.of(item.id()), "%s has no steps that do not belong: its %d extras are left out"
				.formatted(format, content.options().size() - content.key().size()));
		}
	}

	/** Says that Moodle shows formulas as they are written here. */
	static void formulas(Pack.Item item, Losses losses) {
		ItemContent content = item.content();
		boolean any = Stream
			.concat(Stream.of(content.stem()),
					content.options().stream().flatMap((option) -> Stream.of(option.text(), "" + option.rationale())))
			.anyMatch((text) -> text.contains("$`"));
		if (any) {
			losses.changed(Spot.of(item.id()), "Moodle shows its formulas as code between dollar signs");
		}
	}

	/** The words of an answer, for formats whose answers have no markup. */
	static String plainAnswer(Pack.Item item, Option answer, String format, Losses losses) {
		String words = MarkdownText.words(answer.text());
		if (!MarkdownText.inline(answer.text()).equals(MarkdownText.inline(HtmlText.plain(words)))) {
			losses.part(Spot.of(item.id()),
					"%s has no markup in answers: that of %s is left out".formatted(format, Losses.quote(words)));
		}
		return words;
	}

	/** For formats that hold questions and nothing else. */
	static void lostDefinition(Pack pack, String format, Losses losses) {
		losses.part(Spot.of(pack.definition().id()),
				"%s has no place for the pack's version, licence, description, provenance, targets, and titles and topics of tasks"
					.formatted(format));
		for (Blueprint blueprint : pack.definition().blueprints()) {
			losses.part(Spot.of(blueprint.id()), "%s has no blueprints: this one is left out".formatted(format));
		}
	}

	/** For formats in which options are known by their texts. */
	static void lostIds(Pack.Item item, String format, Losses losses) {
		List<OptionIds.Name> texts = item.content()
			.options()
			.stream()
			.map((option) -> new OptionIds.Name(option.text(), false))
			.toList();
		if (!OptionIds.ofOptions(item.id(), texts).equals(item.content().options().stream().map(Option::id).toList())) {
			losses.part(Spot.of(item.id()), "%s has no place for the ids of its options".formatted(format));
		}
	}

}
