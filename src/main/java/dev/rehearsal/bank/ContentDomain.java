package dev.rehearsal.bank;

import java.util.List;
import java.util.Objects;

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
	 * @param topics what items of the task should be about; empty if the pack does not
	 * say
	 */
	public record Task(String id, String title, List<Topic> topics) {

		/** Versions that were stored before packs could name topics have none. */
		public Task {
			topics = Objects.requireNonNullElse(topics, List.of());
		}

	}

	/**
	 * A topic of a task.
	 *
	 * @param id as items name it
	 * @param title for people
	 */
	public record Topic(String id, String title) {
	}

}
