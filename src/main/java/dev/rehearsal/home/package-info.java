/** The first page: what can be sat, what is running, what was achieved. */
@ApplicationModule(allowedDependencies = { "review", "scoring", "attempt", "form", "account", "shared" })
@NullMarked
package dev.rehearsal.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
