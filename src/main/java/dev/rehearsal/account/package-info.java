/** Who is there: candidates, guests among them, recognised by a signed cookie. */
@ApplicationModule(allowedDependencies = { "shared" })
@NullMarked
package dev.rehearsal.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
