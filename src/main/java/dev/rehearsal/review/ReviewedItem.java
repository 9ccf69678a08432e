package dev.rehearsal.review;

import java.util.List;

import dev.rehearsal.form.PresentedItem.PresentedScenario;
import org.jspecify.annotations.Nullable;

/**
 * An item of an ended attempt with all there is to learn from it. Texts are HTML that is
 * safe in a page.
 *
 * @param position on the form, from 1
 * @param type as packs name it
 * @param domain id of the content domain
 * @param domainTitle for people
 * @param task the task, if the pack names one
 * @param difficulty {@code easy}, {@code medium} or {@code hard}, if the pack says so
 * @param stem the question
 * @param scenario what it shares with others
 * @param choices for all types but matching: the options; for ordering the steps in the
 * right order, then those that do not belong
 * @param pairs for matching, else empty
 * @param spareAnswers for matching: answers that belong to no prompt
 * @param scored false for a pilot
 * @param outcome right, wrong or unanswered
 * @param flagged whether the candidate wanted to come back
 * @param references where the deciding facts are documented
 * @param checked when the item was last checked and against what
 */
public record ReviewedItem(int position, String type, String domain, String domainTitle, @Nullable String task,
		@Nullable String difficulty, String stem, @Nullable PresentedScenario scenario, List<ReviewedChoice> choices,
		List<ReviewedPair> pairs, List<ReviewedChoice> spareAnswers, boolean scored, Outcome outcome, boolean flagged,
		List<String> references, @Nullable String checked) {

	/** How an item went. */
	public enum Outcome {

		/** The response is the key. */
		RIGHT,

		/** There is a response, and it is not the key. */
		WRONG,

		/** There is no response. */
		UNANSWERED;

		/**
		 * The word for it in message keys and addresses.
		 * @return for example {@code wrong}
		 */
		public String code() {
			return name().toLowerCase(java.util.Locale.ROOT);
		}

	}

	/**
	 * An option, a step or a spare answer.
	 *
	 * @param id as in responses and annotations
	 * @param text HTML
	 * @param rationale HTML
	 * @param key whether it belongs to the right response
	 * @param chosen whether the candidate chose or placed it
	 * @param rightPlace for a step that belongs: its place, from 1; else 0
	 * @param givenPlace for a step that the candidate placed: where, from 1; else 0
	 */
	public record ReviewedChoice(String id, String text, @Nullable String rationale, boolean key, boolean chosen,
			int rightPlace, int givenPlace) {

		/**
		 * How the choice looks in the review.
		 * @return {@code key} if it is part of the right response and, for a step, was
		 * placed so; {@code wrong} if the candidate chose or placed it wrongly; else
		 * {@code other}
		 */
		public String style() {
			if (this.rightPlace > 0 && this.givenPlace == 0) {
				return "other";
			}
			if (this.key && this.givenPlace == this.rightPlace) {
				return "key";
			}
			return this.chosen ? "wrong" : "other";
		}

	}

	/**
	 * A prompt of a matching item.
	 *
	 * @param text HTML
	 * @param rationale HTML
	 * @param rightAnswer HTML
	 * @param givenAnswer HTML; null if there was none
	 * @param right whether they are the same
	 */
	public record ReviewedPair(String text, @Nullable String rationale, String rightAnswer,
			@Nullable String givenAnswer, boolean right) {
	}

}
