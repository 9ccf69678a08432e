/** The start screen, the exam room, saving and ending. */
@NullMarked
package dev.rehearsal.attempt.web;

import org.jspecify.annotations.NullMarked;
