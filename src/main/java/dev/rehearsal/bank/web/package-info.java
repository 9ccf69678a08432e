/** What everyone may see of packs: coverage and measures, and the images of items. */
@NullMarked
package dev.rehearsal.bank.web;

import org.jspecify.annotations.NullMarked;
