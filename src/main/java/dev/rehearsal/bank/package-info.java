/**
 * Packs, items and their revisions: reading, validating and importing packs, and handing
 * out what is in force.
 */
@ApplicationModule(allowedDependencies = { "account", "shared" })
@NullMarked
package dev.rehearsal.bank;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
