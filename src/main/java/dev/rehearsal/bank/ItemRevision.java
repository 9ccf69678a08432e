package dev.rehearsal.bank;

import org.jspecify.annotations.Nullable;

/**
 * An item as it was at one time. It never changes: an edit makes a new revision.
 *
 * @param id unique among all revisions of all items
 * @param packId the pack that the item belongs to
 * @param item unique in its pack
 * @param number counts the revisions of the item from 1
 * @param domain its content domain
 * @param task its task
 * @param topic its topic
 * @param difficulty {@code easy}, {@code medium} or {@code hard}
 * @param level {@code recall}, {@code apply} or {@code analyse}
 * @param scenario the scenario that it shares with the items of its case study
 * @param content all that it says
 */
public record ItemRevision(long id, String packId, String item, int number, String domain, @Nullable String task,
		@Nullable String topic, @Nullable String difficulty, @Nullable String level, @Nullable Scenario scenario,
		ItemContent content) {

	/**
	 * What the items of a case study share.
	 *
	 * @param id unique among all scenarios
	 * @param title for people
	 * @param text Markdown
	 */
	public record Scenario(long id, String title, String text) {
	}

}
