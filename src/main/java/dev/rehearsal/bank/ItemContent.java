package dev.rehearsal.bank;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * All that an item says, key and rationales included.
 *
 * @param type what a candidate does to answer it
 * @param stem Markdown
 * @param options in the order in which the pack lists them; for matching the answers, for
 * ordering the steps and the extra steps
 * @param prompts for matching, else empty
 * @param key the one right response: option ids for multiple-choice and multi-response
 * (their order means nothing), the ids of the steps in order for ordering,
 * {@code prompt:option} pairs in the order of the prompts for matching
 * @param references where the deciding facts are documented, {@code https} addresses
 * @param checked when it was last checked and against what, one line
 */
public record ItemContent(ItemType type, String stem, List<Option> options, List<Prompt> prompts, List<String> key,
		List<String> references, @Nullable String checked) {
}
