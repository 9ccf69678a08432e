package dev.rehearsal.scoring.web;

import dev.rehearsal.attempt.Attempt;
import dev.rehearsal.form.ExamPlan;
import dev.rehearsal.scoring.ScoreReport;
import org.jspecify.annotations.Nullable;

/**
 * An attempt in the history.
 *
 * @param attempt the attempt
 * @param plan its exam
 * @param report null while it is in progress
 */
public record HistoryRow(Attempt attempt, ExamPlan plan, @Nullable ScoreReport report) {
}
