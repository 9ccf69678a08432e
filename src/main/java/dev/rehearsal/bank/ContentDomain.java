package dev.rehearsal.bank;

import java.util.List;

/**
 * A content domain of an exam guide.
 *
 * @param id unique in its pack
 * @param title for people
 * @param tasks the domain's tasks
 */
public record ContentDomain(String id, String title, List<Task> tasks) {

	/**
	 * A task of a content domain.
	 *
	 * @param id as the exam guide numbers it, for example {@code 1.1}
	 * @param title for people
	 */
	public record Task(String id, String title) {
	}

}
