package dev.rehearsal.bank;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The plan of an exam.
 *
 * @param id unique in its pack
 * @param title for people
 * @param description one or two sentences for people
 * @param items how many items a form has, unscored ones included
 * @param unscored how many of them are pilots that never move the score
 * @param minutes the time limit
 * @param grace seconds after the deadline in which a response given before it is still
 * accepted
 * @param pause whether practice on it may be paused
 * @param creditOutages whether time in which the service was down is given back
 * @param weights percent of the items by content domain, adding up to 100
 * @param scale the reported scale
 * @param form ids of the items of the one form that everyone gets; empty if forms are
 * drawn
 * @param imitates the exam that it imitates
 */
public record Blueprint(String id, String title, @Nullable String description, int items, int unscored, int minutes,
		int grace, boolean pause, boolean creditOutages, Map<String, Integer> weights, Scale scale, List<String> form,
		@Nullable Imitated imitates) {

	/**
	 * The scale on which a score is reported.
	 *
	 * @param lowest the scaled score of no right item
	 * @param highest the scaled score of all scored items right
	 * @param cut the pass mark
	 */
	public record Scale(int lowest, int highest, int cut) {
	}

	/**
	 * A real exam that a blueprint imitates.
	 *
	 * @param exam its code, for example {@code MLA-C01}
	 * @param name its full name
	 * @param status where it is in its life
	 * @param from the first day on which it could be sat
	 * @param until the last day on which it could be sat
	 * @param note what a candidate should know about that, a sentence
	 */
	public record Imitated(String exam, String name, Status status, @Nullable LocalDate from, @Nullable LocalDate until,
			@Nullable String note) {
	}

	/** Where an exam is in its life. */
	public enum Status {

		/** Can be sat by anyone. */
		LIVE,

		/** A trial shape of the exam, sat before it went live. */
		BETA,

		/** Ends in some languages or soon. */
		RETIRING,

		/** Can no longer be sat. */
		RETIRED

	}

}
