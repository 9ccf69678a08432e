/**
 * Writing packs in the browser: drafts, what they would change, previews and trials,
 * publishing, versions, packs from and to other systems, and what candidates report of
 * items.
 */
@ApplicationModule(
		allowedDependencies = { "review", "scoring", "attempt", "form", "exchange", "bank", "account", "shared" })
@NullMarked
package dev.rehearsal.authoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
