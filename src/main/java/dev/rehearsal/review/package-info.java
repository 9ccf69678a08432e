/** Learning from an ended attempt: every item with response, key and rationales. */
@ApplicationModule(allowedDependencies = { "scoring", "attempt", "form", "bank", "account", "shared" })
@NullMarked
package dev.rehearsal.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
