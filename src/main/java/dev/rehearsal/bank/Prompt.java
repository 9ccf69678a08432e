package dev.rehearsal.bank;

import org.jspecify.annotations.Nullable;

/**
 * One line of a matching item, to which one of the item's options belongs.
 *
 * @param id says nothing about the text or the key
 * @param text Markdown
 * @param rationale Markdown: why its answer belongs to it
 */
public record Prompt(String id, String text, @Nullable String rationale) {
}
