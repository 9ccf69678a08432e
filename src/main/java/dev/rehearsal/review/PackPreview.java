package dev.rehearsal.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.rehearsal.attempt.Response;
import dev.rehearsal.bank.ContentDomain;
import dev.rehearsal.bank.ItemRevision;
import dev.rehearsal.bank.Pack;
import dev.rehearsal.form.FormPreview;
import dev.rehearsal.form.PresentedItem;
import dev.rehearsal.shared.Markdown;

/**
 * The items of a pack for its author, before it is in force: by content domain and topic,
 * those of a case study side by side. An item is rendered when it is asked for.
 */
public final class PackPreview {

	/** Any other would do; always the same, so that options stay where they are. */
	private static final long SEED = 20;

	private final List<Pack.Item> items;

	private final Map<String, String> domains;

	private final String packId;

	private final Markdown markdown;

	/**
	 * A preview of a pack.
	 * @param pack read without problems
	 * @param markdown renders its texts
	 */
	public PackPreview(Pack pack, Markdown markdown) {
		this.packId = pack.definition().id();
		this.markdown = markdown;
		this.domains = pack.definition()
			.domains()
			.stream()
			.collect(Collectors.toMap(ContentDomain::id, ContentDomain::title));
		List<String> order = pack.definition().domains().stream().map(ContentDomain::id).toList();
		this.items = new ArrayList<>(pack.items());
		this.items
			.sort(Comparator.comparing((Pack.Item item) -> (item.caseStudy() != null) ? item.caseStudy().id() : "")
				.thenComparingInt((item) -> (item.caseStudy() != null) ? 0 : order.indexOf(item.domain()))
				.thenComparing((item) -> (item.caseStudy() != null || item.topic() == null) ? "" : item.topic())
				.thenComparingInt(Pack.Item::casePosition)
				.thenComparing(Pack.Item::id));
	}

	private PackPreview(PackPreview all, List<Pack.Item> items) {
		this.packId = all.packId;
		this.markdown = all.markdown;
		this.domains = all.domains;
		this.items = items;
	}

	/**
	 * Leaves items out.
	 * @param part part of the ids of those to keep; empty for all
	 * @return a preview of the others
	 */
	public PackPreview containing(String part) {
		return new PackPreview(this, this.items.stream().filter((item) -> item.id().contains(part)).toList());
	}

	/**
	 * How many items there are to show.
	 * @return 0 or more
	 */
	public int size() {
		return this.items.size();
	}

	/**
	 * Some of the items.
	 * @param first how many come before them
	 * @param most how many at most
	 * @return in the order of the preview
	 */
	public List<PreviewedItem> items(int first, int most) {
		List<PreviewedItem> previewed = new ArrayList<>();
		for (int i = first; i < Math.min(this.items.size(), first + most); i++) {
			previewed.add(item(this.items.get(i), i + 1));
		}
		return previewed;
	}

	private PreviewedItem item(Pack.Item item, int position) {
		Pack.CaseStudy study = item.caseStudy();
		ItemRevision revision = new ItemRevision(item.id().hashCode(), this.packId, item.id(), 1, item.domain(),
				item.task(), item.topic(), item.difficulty(), item.level(),
				(study != null) ? new ItemRevision.Scenario(0, study.title(), study.scenario()) : null, item.content());
		PresentedItem presented = FormPreview.item(revision, position, SEED, this.markdown);
		// Answered right: an author looks for the key, and not for what a blank would
		// cost.
		Response right = new Response(position, item.content().key(), false, 0, null, null, null, null);
		ReviewedItem reviewed = new ItemReview(presented, revision, right, this.markdown)
			.reviewed(this.domains.getOrDefault(item.domain(), item.domain()), true, true);
		return new PreviewedItem(item.id(), item.topic(), presented, reviewed);
	}

}
