package dev.rehearsal.bank;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A pack as its author wrote it, without a fault.
 *
 * @param definition what it says besides its items
 * @param items its items, those of case studies included, by id
 * @param images what its items show, by SHA-256 and kind
 */
public record Pack(PackDefinition definition, List<Item> items, Map<String, byte[]> images) {

	/**
	 * A pack whose items show no images.
	 * @param definition what it says besides its items
	 * @param items its items, by id
	 */
	public Pack(PackDefinition definition, List<Item> items) {
		this(definition, items, Map.of());
	}

	/**
	 * An item of a pack.
	 *
	 * @param id unique in the pack
	 * @param domain its content domain
	 * @param task its task
	 * @param topic its topic
	 * @param difficulty {@code easy}, {@code medium} or {@code hard}
	 * @param level {@code recall}, {@code apply} or {@code analyse}
	 * @param enemies items that must not stand on a form with it, by id
	 * @param caseStudy the case study that it belongs to
	 * @param casePosition its place in the case study, from 0
	 * @param content all that it says
	 */
	public record Item(String id, String domain, @Nullable String task, @Nullable String topic,
			@Nullable String difficulty, @Nullable String level, List<String> enemies, @Nullable CaseStudy caseStudy,
			int casePosition, ItemContent content) {
	}

	/**
	 * What the items of a case study share.
	 *
	 * @param id unique in the pack, among the ids of the items too
	 * @param title for people
	 * @param scenario Markdown
	 */
	public record CaseStudy(String id, String title, String scenario) {
	}

}
