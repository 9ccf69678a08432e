package dev.rehearsal.bank;

import org.jspecify.annotations.Nullable;

/**
 * Something that may be chosen, placed or matched.
 *
 * @param id says nothing about the text or the key and stays the same when options are
 * moved
 * @param text Markdown
 * @param rationale Markdown: why it is right or wrong, and when it would be right
 */
public record Option(String id, String text, @Nullable String rationale) {
}
