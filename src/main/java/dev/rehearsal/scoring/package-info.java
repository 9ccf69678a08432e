/**
 * Grading of ended attempts: raw and scaled scores, the score report by content domain.
 */
@ApplicationModule(allowedDependencies = { "attempt", "form", "bank", "account", "shared" })
@NullMarked
package dev.rehearsal.scoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
