package dev.rehearsal.home.web;

import java.util.List;
import java.util.UUID;

import dev.rehearsal.form.ExamPlan;
import org.jspecify.annotations.Nullable;

/**
 * All that the first page shows.
 *
 * @param first the exam whose rules it shows; null if no pack was loaded
 * @param others the other exams, by pack
 * @param running attempts in progress
 * @param ended the last attempts that have ended
 * @param abandoned the attempt that was just given up; null if none was
 */
public record HomePage(@Nullable ExamPlan first, List<List<ExamPlan>> others, List<RecentAttempt> running,
		List<RecentAttempt> ended, @Nullable UUID abandoned) {

	/** Whether everyone who has sat nothing yet gets the same page. */
	boolean isForAnyone() {
		return this.running.isEmpty() && this.ended.isEmpty() && this.abandoned == null;
	}

}
