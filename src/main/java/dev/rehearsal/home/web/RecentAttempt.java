package dev.rehearsal.home.web;

import dev.rehearsal.attempt.Attempt;
import dev.rehearsal.form.ExamPlan;
import dev.rehearsal.scoring.ScoreReport;
import org.jspecify.annotations.Nullable;

/**
 * An attempt on the first page.
 *
 * @param attempt the attempt
 * @param plan its exam
 * @param report null while it is in progress
 * @param minutesLeft rounded up, 0 once it has ended
 */
public record RecentAttempt(Attempt attempt, ExamPlan plan, @Nullable ScoreReport report, long minutesLeft) {
}
