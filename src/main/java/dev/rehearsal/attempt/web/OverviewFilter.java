package dev.rehearsal.attempt.web;

import dev.rehearsal.attempt.ItemStatus;

/** Which items the review screen of a running exam lists; named as in addresses. */
public enum OverviewFilter {

	/** Every item. */
	all,

	/** Items that lack an answer or a part of it, unseen ones included. */
	incomplete,

	/** Items that were never shown. */
	unseen,

	/** Items that the candidate wants to come back to. */
	flagged;

	boolean includes(ItemSection section) {
		return switch (this) {
			case all -> true;
			case incomplete -> section.status() != ItemStatus.ANSWERED;
			case unseen -> section.status() == ItemStatus.UNSEEN;
			case flagged -> section.response().flagged();
		};
	}

}
