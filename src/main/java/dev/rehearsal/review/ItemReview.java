package dev.rehearsal.review;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.rehearsal.attempt.Response;
import dev.rehearsal.bank.ItemContent;
import dev.rehearsal.bank.ItemRevision;
import dev.rehearsal.bank.ItemType;
import dev.rehearsal.bank.Option;
import dev.rehearsal.form.PresentedItem;
import dev.rehearsal.form.PresentedItem.Choice;
import dev.rehearsal.review.ReviewedItem.Outcome;
import dev.rehearsal.review.ReviewedItem.ReviewedChoice;
import dev.rehearsal.review.ReviewedItem.ReviewedPair;
import dev.rehearsal.shared.Markdown;
import org.jspecify.annotations.Nullable;

/** Puts an item, the candidate's response and the key side by side. */
final class ItemReview {

	private final PresentedItem presented;

	private final ItemRevision revision;

	private final Response response;

	private final Markdown markdown;

	private final Map<String, Option> options = new HashMap<>();

	ItemReview(PresentedItem presented, ItemRevision revision, Response response, Markdown markdown) {
		this.presented = presented;
		this.revision = revision;
		this.response = response;
		this.markdown = markdown;
		revision.content().options().forEach((option) -> this.options.put(option.id(), option));
	}

	ReviewedItem reviewed(String domainTitle, boolean scored, boolean right) {
		ItemContent content = this.revision.content();
		boolean matching = content.type() == ItemType.MATCHING;
		return new ReviewedItem(this.presented.position(), this.presented.type(), this.revision.domain(), domainTitle,
				this.revision.task(), this.revision.difficulty(), this.presented.stem(), this.presented.scenario(),
				matching ? List.of() : choices(), matching ? pairs() : List.of(), matching ? spareAnswers() : List.of(),
				scored, outcome(right), this.response.flagged(), content.references(), content.checked());
	}

	private Outcome outcome(boolean right) {
		if (right) {
			return Outcome.RIGHT;
		}
		return this.response.answer().isEmpty() ? Outcome.UNANSWERED : Outcome.WRONG;
	}

	/** Options as the candidate saw them; steps in the right order. */
	private List<ReviewedChoice> choices() {
		boolean ordering = this.revision.content().type() == ItemType.ORDERING;
		List<ReviewedChoice> choices = this.presented.options()
			.stream()
			.map((choice) -> choice(choice, ordering))
			.toList();
		if (!ordering) {
			return choices;
		}
		return choices.stream()
			.sorted(Comparator.comparingInt((choice) -> choice.key() ? choice.rightPlace() : Integer.MAX_VALUE))
			.toList();
	}

	private ReviewedChoice choice(Choice choice, boolean ordering) {
		List<String> key = this.revision.content().key();
		List<String> answer = this.response.answer();
		return new ReviewedChoice(choice.id(), choice.text(), rationale(option(choice.id()).rationale()),
				key.contains(choice.id()), answer.contains(choice.id()), ordering ? key.indexOf(choice.id()) + 1 : 0,
				ordering ? answer.indexOf(choice.id()) + 1 : 0);
	}

	private List<ReviewedPair> pairs() {
		Map<String, String> key = byPrompt(this.revision.content().key());
		Map<String, String> given = byPrompt(this.response.answer());
		Map<String, @Nullable String> rationales = new HashMap<>();
		this.revision.content().prompts().forEach((prompt) -> rationales.put(prompt.id(), prompt.rationale()));
		return this.presented.prompts().stream().map((prompt) -> {
			String right = Objects.requireNonNull(key.get(prompt.id()));
			String answer = given.get(prompt.id());
			return new ReviewedPair(prompt.text(), rationale(rationales.get(prompt.id())), text(right),
					(answer != null) ? text(answer) : null, right.equals(answer));
		}).toList();
	}

	private List<ReviewedChoice> spareAnswers() {
		Map<String, String> key = byPrompt(this.revision.content().key());
		return this.presented.options()
			.stream()
			.filter((option) -> !key.containsValue(option.id()))
			.map((option) -> choice(option, false))
			.toList();
	}

	private static Map<String, String> byPrompt(List<String> pairs) {
		Map<String, String> answers = new HashMap<>();
		pairs.stream().map((pair) -> pair.split(":", 2)).forEach((pair) -> answers.put(pair[0], pair[1]));
		return answers;
	}

	private String text(String option) {
		return this.markdown.inline(option(option).text());
	}

	private Option option(String id) {
		return Objects.requireNonNull(this.options.get(id));
	}

	private @Nullable String rationale(@Nullable String markdown) {
		return (markdown != null) ? this.markdown.html(markdown) : null;
	}

}
