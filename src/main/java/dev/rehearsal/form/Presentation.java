package dev.rehearsal.form;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.rehearsal.bank.Bank;
import dev.rehearsal.bank.ItemContent;
import dev.rehearsal.bank.ItemRevision;
import dev.rehearsal.bank.ItemRevision.Scenario;
import dev.rehearsal.bank.ItemType;
import dev.rehearsal.form.PresentedItem.Choice;
import dev.rehearsal.form.PresentedItem.PresentedScenario;
import dev.rehearsal.shared.Markdown;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Leaves out of an item what a candidate must not see, renders the rest, and puts the
 * options into the candidate's own order.
 */
@Component
class Presentation {

	private final Bank bank;

	private final Markdown markdown;

	private final Cache<Long, RenderedItem> rendered = Caffeine.newBuilder().maximumSize(5_000).build();

	Presentation(Bank bank, Markdown markdown) {
		this.bank = bank;
		this.markdown = markdown;
	}

	List<PresentedItem> items(Form form) {
		Map<Long, RenderedItem> items = rendered(form.revisions());
		Map<Long, PresentedScenario> scenarios = new HashMap<>();
		List<PresentedItem> presented = new ArrayList<>();
		for (int position = 1; position <= form.revisions().size(); position++) {
			RenderedItem item = Objects.requireNonNull(items.get(form.revisions().get(position - 1)));
			presented.add(present(form.seed(), position, item, scenario(form, item, items, scenarios)));
		}
		return presented;
	}

	/** Without the scenario: that is shown with all items, and needs all of them. */
	PresentedItem item(Form form, int position) {
		long revision = form.revisions().get(position - 1);
		return present(form.seed(), position, Objects.requireNonNull(rendered(List.of(revision)).get(revision)), null);
	}

	/** An item that stands on no form. */
	static PresentedItem preview(ItemRevision revision, int position, long seed, Markdown markdown) {
		RenderedItem item = RenderedItem.of(revision, markdown);
		Scenario scenario = item.scenario();
		return present(seed, position, item, (scenario != null)
				? new PresentedScenario(scenario.title(), scenario.text(), position, position) : null);
	}

	private Map<Long, RenderedItem> rendered(List<Long> revisions) {
		return this.rendered.getAll(revisions,
				(missing) -> this.bank.revisions(List.copyOf(missing))
					.values()
					.stream()
					.map((revision) -> RenderedItem.of(revision, this.markdown))
					.collect(Collectors.toMap(RenderedItem::revision, Function.identity())));
	}

	private static @Nullable PresentedScenario scenario(Form form, RenderedItem item, Map<Long, RenderedItem> items,
			Map<Long, PresentedScenario> known) {
		Scenario scenario = item.scenario();
		if (scenario == null) {
			return null;
		}
		return known.computeIfAbsent(scenario.id(), (id) -> {
			List<Integer> positions = new ArrayList<>();
			for (int position = 1; position <= form.revisions().size(); position++) {
				Scenario other = Objects.requireNonNull(items.get(form.revisions().get(position - 1))).scenario();
				if (other != null && other.id() == id) {
					positions.add(position);
				}
			}
			return new PresentedScenario(scenario.title(), scenario.text(), positions.getFirst(), positions.getLast());
		});
	}

	private static PresentedItem present(long seed, int position, RenderedItem item,
			@Nullable PresentedScenario scenario) {
		// The revision is mixed first, or neighbouring ones would draw from the same
		// sequence.
		SplittableRandom random = new SplittableRandom(seed ^ new SplittableRandom(item.revision()).nextLong());
		List<Choice> options = new ArrayList<>(item.options());
		Collections.shuffle(options, random);
		while (item.stepsInOrder() != null && isInOrder(options, item.stepsInOrder())) {
			Collections.shuffle(options, random);
		}
		List<Choice> prompts = new ArrayList<>(item.prompts());
		Collections.shuffle(prompts, random);
		return new PresentedItem(position, item.type(), item.stem(), List.copyOf(options), List.copyOf(prompts),
				item.places(), scenario);
	}

	/**
	 * An ordering whose steps are listed in the right order would give itself away. Not
	 * so one of two steps, which would always be listed in the wrong one.
	 */
	private static boolean isInOrder(List<Choice> options, List<String> steps) {
		return options.stream().map(Choice::id).filter(steps::contains).toList().equals(steps);
	}

	/**
	 * An item rendered once for all candidates.
	 *
	 * @param scenario with its text as HTML
	 * @param stepsInOrder the key of an ordering that must not be listed as it is
	 */
	private record RenderedItem(long revision, String type, String stem, List<Choice> options, List<Choice> prompts,
			int places, @Nullable Scenario scenario, @Nullable List<String> stepsInOrder) {

		static RenderedItem of(ItemRevision revision, Markdown markdown) {
			ItemContent content = revision.content();
			Scenario scenario = revision.scenario();
			return new RenderedItem(revision.id(), content.type().code(), markdown.html(content.stem()),
					content.options().stream().map((option) -> choice(option.id(), option.text(), markdown)).toList(),
					content.prompts().stream().map((prompt) -> choice(prompt.id(), prompt.text(), markdown)).toList(),
					content.key().size(),
					(scenario != null) ? new Scenario(scenario.id(), scenario.title(), markdown.html(scenario.text()))
							: null,
					(content.type() == ItemType.ORDERING && content.key().size() > 2) ? content.key() : null);
		}

		private static Choice choice(String id, String text, Markdown markdown) {
			return new Choice(id, markdown.inline(text), markdown.plain(text));
		}

	}

}
