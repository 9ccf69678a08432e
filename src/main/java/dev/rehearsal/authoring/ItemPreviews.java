package dev.rehearsal.authoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.rehearsal.bank.ContentDomain;
import dev.rehearsal.bank.Images;
import dev.rehearsal.bank.ItemRevision;
import dev.rehearsal.bank.Pack;
import dev.rehearsal.form.Forms;
import dev.rehearsal.form.PresentedItem;
import dev.rehearsal.review.AnswerReview;
import dev.rehearsal.review.ReviewedItem;

import org.springframework.stereotype.Component;

/** Shows the items of a pack that is not in force as candidates would see them. */
@Component
public class ItemPreviews {

	private final Forms forms;

	private final AnswerReview review;

	private final Images images;

	ItemPreviews(Forms forms, AnswerReview review, Images images) {
		this.images = images;
		this.forms = forms;
		this.review = review;
	}

	/**
	 * An item as the exam and as the review would show it.
	 *
	 * @param id the author's
	 * @param presented in the exam
	 * @param reviewed in the review, to somebody who answered it right
	 */
	public record ItemPreview(String id, PresentedItem presented, ReviewedItem reviewed) {
	}

	/**
	 * Some items of a pack, those of a case study side by side.
	 * @param pack the pack
	 * @param containing part of the ids of the items to show; empty for all
	 * @param from how many to leave out before
	 * @param most how many to show
	 * @return possibly empty
	 */
	public List<ItemPreview> of(Pack pack, String containing, int from, int most) {
		this.images.keep(pack.images());
		List<Pack.Item> items = inOrder(pack);
		Map<String, String> domains = pack.definition()
			.domains()
			.stream()
			.collect(Collectors.toMap(ContentDomain::id, ContentDomain::title));
		List<ItemPreview> previews = new ArrayList<>();
		int left = from;
		for (int i = 0; i < items.size() && previews.size() < most; i++) {
			if (items.get(i).id().contains(containing) && left-- <= 0) {
				previews.add(preview(items, i, domains));
			}
		}
		return previews;
	}

	/**
	 * How many items there are to show.
	 * @param pack the pack
	 * @param containing part of their ids
	 * @return 0 or more
	 */
	public int count(Pack pack, String containing) {
		return (int) pack.items().stream().filter((item) -> item.id().contains(containing)).count();
	}

	private ItemPreview preview(List<Pack.Item> items, int index, Map<String, String> domains) {
		Pack.Item item = items.get(index);
		Pack.CaseStudy caseStudy = item.caseStudy();
		int size = (caseStudy == null) ? 1
				: (int) items.stream().filter((other) -> caseStudy.equals(other.caseStudy())).count();
		int first = index + 1 - item.casePosition();
		ItemRevision revision = new ItemRevision(index + 1, "", item.id(), 1, item.domain(), item.task(), item.topic(),
				item.difficulty(), item.level(),
				(caseStudy != null) ? new ItemRevision.Scenario(0, caseStudy.title(), caseStudy.scenario()) : null,
				item.content());
		PresentedItem presented = this.forms.preview(revision, index + 1, first, first + size - 1);
		return new ItemPreview(item.id(), presented,
				this.review.preview(presented, revision, domains.getOrDefault(item.domain(), item.domain())));
	}

	private static List<Pack.Item> inOrder(Pack pack) {
		return pack.items().stream().sorted(Comparator.comparing((Pack.Item item) -> {
			Pack.CaseStudy caseStudy = item.caseStudy();
			return (caseStudy != null) ? caseStudy.id() : item.id();
		}).thenComparingInt(Pack.Item::casePosition)).toList();
	}

}
