package dev.rehearsal.review.web;

import java.util.Set;

import dev.rehearsal.review.Drills;
import org.jspecify.annotations.Nullable;

/**
 * What is ticked on the drill page.
 *
 * @param domain ids; none means all
 * @param topic ids; none means all
 * @param type item types; none means all
 * @param which {@code unseen}, {@code wrong}, {@code flagged}; anything else means all
 * @param items how many at most; 10 if nothing is chosen
 */
public record DrillForm(@Nullable Set<String> domain, @Nullable Set<String> topic, @Nullable Set<String> type,
		@Nullable String which, @Nullable Integer items) {

	private static final int USUAL = 10;

	private static final int MOST = 100;

	Drills.Wish wish() {
		return new Drills.Wish(domains(), topics(), types(), whichOne(), count());
	}

	/**
	 * The ticked domains.
	 * @return never null
	 */
	public Set<String> domains() {
		return (this.domain != null) ? this.domain : Set.of();
	}

	/**
	 * The ticked topics.
	 * @return never null
	 */
	public Set<String> topics() {
		return (this.topic != null) ? this.topic : Set.of();
	}

	/**
	 * The ticked types.
	 * @return never null
	 */
	public Set<String> types() {
		return (this.type != null) ? this.type : Set.of();
	}

	/**
	 * The chosen history.
	 * @return never null
	 */
	public String whichOne() {
		return (this.which != null) ? this.which : "all";
	}

	/**
	 * How many items at most.
	 * @return 1 to 100
	 */
	public int count() {
		return Math.clamp((this.items != null) ? this.items : USUAL, 1, MOST);
	}

}
