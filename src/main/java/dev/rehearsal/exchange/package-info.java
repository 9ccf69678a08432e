/**
 * Other formats: from GIFT, Moodle XML, QTI and CSV to a pack and back, and to Anki.
 * Bytes in, bytes out, and a list of what got lost on the way.
 */
@ApplicationModule(allowedDependencies = { "bank", "shared" })
@NullMarked
package dev.rehearsal.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
