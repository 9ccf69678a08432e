/** What pages show of packs besides text. */
@NullMarked
package dev.rehearsal.bank.web;

import org.jspecify.annotations.NullMarked;
