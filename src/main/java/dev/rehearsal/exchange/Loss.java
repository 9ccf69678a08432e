package dev.rehearsal.exchange;

/**
 * Something that the other side cannot say or hold.
 *
 * @param file the file in which it stands, empty when a pack is written
 * @param line from 1; 0 if the place is not known more closely
 * @param item the item as the file calls it, empty if it is about the whole
 * @param kind how much is lost
 * @param sentence what is lost and why
 */
public record Loss(String file, int line, String item, Kind kind, String sentence) {

	/** {@code file:line: item: sentence}, without what is not known. */
	@Override
	public String toString() {
		StringBuilder text = new StringBuilder(this.file);
		if (this.line > 0) {
			text.append(':').append(this.line);
		}
		if (!this.item.isEmpty()) {
			text.append(text.isEmpty() ? "" : ": ").append(this.item);
		}
		return text.append(text.isEmpty() ? "" : ": ").append(this.sentence).toString();
	}

	/** How much is lost. */
	public enum Kind {

		/** A whole item. */
		ITEM,

		/** A part of an item or of the pack. */
		PART,

		/** Nothing, but it is not quite what it was. */
		CHANGED

	}

}
