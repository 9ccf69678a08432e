package dev.rehearsal.bank;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What is needed of an item to draw it for a form.
 *
 * @param revision the id of the item revision
 * @param item unique in its pack, the same in all revisions
 * @param type what a candidate does to answer it
 * @param domain its content domain
 * @param topic its topic, if the pack names one
 * @param caseStudy the case study that it belongs to
 * @param casePosition its place in the case study, from 0
 * @param enemies items that must not stand on a form with it
 */
public record ItemProfile(long revision, String item, ItemType type, String domain, @Nullable String topic,
		@Nullable String caseStudy, int casePosition, Set<String> enemies) {
}
