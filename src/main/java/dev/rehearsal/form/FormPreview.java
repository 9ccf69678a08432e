package dev.rehearsal.form;

import dev.rehearsal.bank.ItemRevision;
import dev.rehearsal.shared.Markdown;

/**
 * What a candidate would see of an item that stands on no form, for those who write it.
 */
public final class FormPreview {

	private FormPreview() {
	}

	/**
	 * Presents an item.
	 * @param revision the item
	 * @param position where it stands among those that are looked at, from 1
	 * @param seed decides the order of the options
	 * @param markdown renders its texts
	 * @return the item without key and rationales
	 */
	public static PresentedItem item(ItemRevision revision, int position, long seed, Markdown markdown) {
		return Presentation.preview(revision, position, seed, markdown);
	}

}
