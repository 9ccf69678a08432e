package dev.rehearsal.bank;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a pack says besides its items.
 *
 * @param id unique among packs
 * @param title for people
 * @param version as its author numbers it
 * @param licence SPDX identifier or a sentence
 * @param description one or two sentences for people
 * @param provenance where the items come from
 * @param domains the content domains, in the order of the exam guide
 * @param blueprints the exams that the pack offers; the first is the one to offer first
 * @param targets how its items should be spread; null if the pack does not say
 */
public record PackDefinition(String id, String title, String version, @Nullable String licence,
		@Nullable String description, @Nullable String provenance, List<ContentDomain> domains,
		List<Blueprint> blueprints, @Nullable PackTargets targets) {
}
