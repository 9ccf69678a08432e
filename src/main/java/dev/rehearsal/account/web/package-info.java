/** Who is there, as requests tell it. */
@NullMarked
package dev.rehearsal.account.web;

import org.jspecify.annotations.NullMarked;
