/** The score page and the history. */
@NullMarked
package dev.rehearsal.scoring.web;

import org.jspecify.annotations.NullMarked;
