package dev.rehearsal.bank;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The problems found while a pack is read: the first ones in full, the rest as a number.
 */
final class Problems {

	/** As many as a person would work through before reading the pack again. */
	static final int MOST = 200;

	private final List<Problem> reported = new ArrayList<>();

	private final Set<Place> refused = new HashSet<>();

	private int count;

	private int findings;

	private boolean unreadable;

	/** Something is wrong, and nothing else is worth saying about that place. */
	void refuse(Place place, Problem.Code code, String sentence) {
		add(place, code, sentence);
		this.refused.add(place);
	}

	/**
	 * A file, or the rest of it, cannot be read: what seems to be missing may stand
	 * there.
	 */
	void unreadable(Place place, Problem.Code code, String sentence) {
		add(place, code, sentence);
		this.unreadable = true;
	}

	/** Something is wrong at a place, unless that place was refused before. */
	void add(Place place, Problem.Code code, String sentence) {
		this.findings++;
		if (this.refused.contains(place)) {
			return;
		}
		this.count++;
		if (this.reported.size() < MOST) {
			this.reported.add(new Problem(place.file(), place.line(), place.column(), code, sentence));
		}
	}

	/** What was found in another file is wrong with the pack too. */
	void merge(Problems other) {
		int room = Math.min(MOST - this.reported.size(), other.reported.size());
		this.reported.addAll(other.reported.subList(0, room));
		this.refused.addAll(other.refused);
		this.count += other.count;
		this.findings += other.findings;
		this.unreadable |= other.unreadable;
	}

	int count() {
		return this.count;
	}

	/** How often something was wrong, also where nothing more is said about it. */
	int findings() {
		return this.findings;
	}

	boolean isUnreadable() {
		return this.unreadable;
	}

	/** What was found so far, by file and line. */
	PackReading.Broken toReading() {
		List<Problem> sorted = this.reported.stream().sorted().toList();
		return new PackReading.Broken(sorted, this.count - sorted.size());
	}

}
