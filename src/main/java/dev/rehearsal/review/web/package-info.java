/** The answer review. */
@NullMarked
package dev.rehearsal.review.web;

import org.jspecify.annotations.NullMarked;
