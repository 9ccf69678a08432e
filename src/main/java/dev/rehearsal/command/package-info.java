/** What the application does from a command line: commands for those who write packs. */
@ApplicationModule(allowedDependencies = { "review", "exchange", "bank", "shared" })
@NullMarked
package dev.rehearsal.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
