/**
 * What every module needs: the clock, rendering of Markdown, error pages, the database
 * that the application starts by itself.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.rehearsal.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
