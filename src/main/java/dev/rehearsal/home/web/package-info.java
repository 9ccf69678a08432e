/** The first page. */
@NullMarked
package dev.rehearsal.home.web;

import org.jspecify.annotations.NullMarked;
