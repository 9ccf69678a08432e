package dev.rehearsal.form;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What a candidate may see of an item during the exam: no key, no rationale. All texts
 * are HTML that is safe in a page.
 *
 * @param position on the form, from 1
 * @param type {@code multiple-choice}, {@code multi-response}, {@code ordering} or
 * {@code matching}
 * @param stem the question
 * @param options what may be chosen, in this candidate's order
 * @param prompts for matching, else empty
 * @param places how many options a complete answer has
 * @param scenario what the item shares with others of its case study
 */
public record PresentedItem(int position, String type, String stem, List<Choice> options, List<Choice> prompts,
		int places, @Nullable PresentedScenario scenario) {

	/**
	 * An option or a prompt.
	 *
	 * @param id stands in answers
	 * @param text HTML
	 * @param plain the text without markup, for where no markup can stand
	 */
	public record Choice(String id, String text, String plain) {
	}

	/**
	 * The scenario of a case study.
	 *
	 * @param title for people
	 * @param text HTML
	 * @param first position of the first item that shares it
	 * @param last position of the last one
	 */
	public record PresentedScenario(String title, String text, int first, int last) {
	}

	/**
	 * The same item elsewhere, and alone.
	 * @param position any number
	 * @return a copy without the scenario
	 */
	public PresentedItem at(int position) {
		return new PresentedItem(position, this.type, this.stem, this.options, this.prompts, this.places, null);
	}

	/**
	 * Reads an answer as a browser sends it.
	 * @param parts option ids; for ordering by place, empty where nothing is placed; for
	 * matching {@code prompt:option}
	 * @return the answer in the one way in which it is stored, or empty if these parts
	 * can't be an answer to this item
	 */
	public Optional<List<String>> answer(List<String> parts) {
		return AnswerForm.of(this.type).read(this, parts);
	}

	/**
	 * Whether nothing is missing from an answer.
	 * @param answer as {@link #answer} gives it
	 * @return false for a blank one
	 */
	public boolean isComplete(List<String> answer) {
		return answer.size() == this.places && answer.stream().noneMatch(String::isEmpty)
				&& answer.stream().distinct().count() == answer.size();
	}

}
