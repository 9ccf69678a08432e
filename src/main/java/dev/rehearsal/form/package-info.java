/**
 * Forms: drawing items from a pack by a blueprint, and what a candidate may see of them
 * (no key, no rationale).
 */
@ApplicationModule(allowedDependencies = { "bank", "shared" })
@NullMarked
package dev.rehearsal.form;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
