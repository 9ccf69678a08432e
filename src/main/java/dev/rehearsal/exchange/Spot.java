package dev.rehearsal.exchange;

/**
 * Where something stands.
 *
 * @param file the file
 * @param line from 1; 0 if it is not known
 * @param item the item as the file calls it, or nothing
 */
record Spot(String file, int line, String item) {

	private static final int LONGEST = 80;

	Spot {
		String plain = item.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
		item = (plain.length() > LONGEST) ? plain.substring(0, LONGEST) + "…" : plain;
	}

	static Spot of(String item) {
		return new Spot("", 0, item);
	}

	Spot at(int otherLine) {
		return new Spot(this.file, otherLine, this.item);
	}

	Spot called(String otherItem) {
		return new Spot(this.file, this.line, otherItem);
	}

}
