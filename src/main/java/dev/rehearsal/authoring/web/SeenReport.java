package dev.rehearsal.authoring.web;

import dev.rehearsal.authoring.ReportInbox.Report;
import dev.rehearsal.form.PresentedItem;

/**
 * A report with what the candidate saw.
 *
 * @param report the report
 * @param item as it was on their form
 */
public record SeenReport(Report report, PresentedItem item) {
}
