/** Rehearsal: timed practice exams from question packs. */
@NullMarked
package dev.rehearsal;

import org.jspecify.annotations.NullMarked;
