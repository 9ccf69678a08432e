/** A candidate's sitting of a form: its state, its time limit, responses and flags. */
@ApplicationModule(allowedDependencies = { "form", "account", "shared" })
@NullMarked
package dev.rehearsal.attempt;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
