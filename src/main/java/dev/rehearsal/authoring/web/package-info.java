/** The pages on which instructors write packs. */
@NullMarked
package dev.rehearsal.authoring.web;

import org.jspecify.annotations.NullMarked;
