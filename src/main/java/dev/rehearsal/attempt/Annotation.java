package dev.rehearsal.attempt;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a candidate made of an item for themselves: kept with the attempt, shown again in
 * the review, never graded.
 *
 * @param position on the form, from 1
 * @param struck ids of the options that are struck out
 * @param highlights {@code stem:from-to} or {@code scenario:from-to}, in characters of
 * the text from 0
 * @param note plain text, at most {@value #LONGEST_NOTE} characters
 * @param sequence of the newest save, 0 if there was none
 */
public record Annotation(int position, List<String> struck, List<String> highlights, String note, int sequence) {

	/** Some pages of text. */
	public static final int LONGEST_NOTE = 4_000;

	private static final int MOST_HIGHLIGHTS = 100;

	private static final String HIGHLIGHT = "(stem|scenario):\\d{1,5}-\\d{1,5}";

	/**
	 * What is there before the candidate did anything.
	 * @param position on the form
	 * @return an empty annotation
	 */
	public static Annotation none(int position) {
		return new Annotation(position, List.of(), List.of(), "", 0);
	}

	/**
	 * Whether there is something to show.
	 * @return true if anything is struck out, highlighted or noted
	 */
	public boolean isPresent() {
		return !this.struck.isEmpty() || !this.highlights.isEmpty() || !this.note.isBlank();
	}

	/**
	 * Whether an option is struck out.
	 * @param option its id
	 * @return true if it is
	 */
	public boolean isStruck(String option) {
		return this.struck.contains(option);
	}

	/** This one and another of the same item, whose note goes below. */
	Annotation with(Annotation other) {
		boolean isKnown = ("\n" + this.note + "\n").contains("\n" + other.note + "\n");
		return new Annotation(this.position, union(this.struck, other.struck), union(this.highlights, other.highlights),
				isKnown ? this.note : (this.note + "\n" + other.note).strip(), this.sequence + 1);
	}

	private static List<String> union(List<String> one, List<String> other) {
		return Stream.concat(one.stream(), other.stream()).distinct().toList();
	}

	boolean saysTheSameAs(Annotation other) {
		return this.struck.equals(other.struck) && this.highlights.equals(other.highlights)
				&& this.note.equals(other.note);
	}

	boolean fits(List<String> options) {
		return this.sequence > 0 && options.containsAll(this.struck) && this.struck.size() <= options.size()
				&& this.highlights.size() <= MOST_HIGHLIGHTS && this.note.length() <= LONGEST_NOTE
				&& this.highlights.stream().allMatch((highlight) -> highlight.matches(HIGHLIGHT));
	}

}
