package dev.rehearsal.review.web;

import dev.rehearsal.review.ReviewedItem;
import dev.rehearsal.review.ReviewedItem.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Which items the review shows.
 *
 * @param show {@code wrong}, {@code unanswered}, {@code flagged} or {@code right};
 * anything else means all
 * @param domain a content domain's id; empty for all
 * @param type an item type or {@code case-study}; empty for all
 */
public record ReviewFilter(@Nullable String show, @Nullable String domain, @Nullable String type) {

	boolean includes(ReviewedItem item) {
		return includesOutcome(item) && includesDomain(item) && includesType(item);
	}

	private boolean includesOutcome(ReviewedItem item) {
		return switch ((this.show != null) ? this.show : "") {
			case "wrong" -> item.outcome() == Outcome.WRONG;
			case "unanswered" -> item.outcome() == Outcome.UNANSWERED;
			case "right" -> item.outcome() == Outcome.RIGHT;
			case "flagged" -> item.flagged();
			default -> true;
		};
	}

	private boolean includesDomain(ReviewedItem item) {
		return this.domain == null || this.domain.isEmpty() || this.domain.equals(item.domain());
	}

	private boolean includesType(ReviewedItem item) {
		if (this.type == null || this.type.isEmpty()) {
			return true;
		}
		return "case-study".equals(this.type) ? item.scenario() != null : this.type.equals(item.type());
	}

}
