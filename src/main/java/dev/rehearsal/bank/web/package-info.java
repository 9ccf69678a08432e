/** What a pack covers and how its items measure up, for everyone. */
@NullMarked
package dev.rehearsal.bank.web;

import org.jspecify.annotations.NullMarked;
