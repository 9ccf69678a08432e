/**
 * Who is there and what they may do: guests, recognised by a signed cookie, and accounts,
 * which sign in.
 */
@ApplicationModule(allowedDependencies = { "shared" })
@NullMarked
package dev.rehearsal.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
