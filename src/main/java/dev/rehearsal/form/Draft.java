package dev.rehearsal.form;

import java.util.List;

/**
 * What the assembler decides: which items, in which order, which of them unscored.
 *
 * @param revisions item revision ids by position
 * @param unscored positions of the pilots, from 1, ascending
 */
record Draft(List<Long> revisions, List<Integer> unscored) {
}
