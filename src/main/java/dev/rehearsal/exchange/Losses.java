package dev.rehearsal.exchange;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What got lost so far. The same about the same place is said once. */
final class Losses {

	private final Set<Loss> all = new LinkedHashSet<>();

	void item(Spot spot, String sentence) {
		add(spot, Loss.Kind.ITEM, sentence);
	}

	void part(Spot spot, String sentence) {
		add(spot, Loss.Kind.PART, sentence);
	}

	void changed(Spot spot, String sentence) {
		add(spot, Loss.Kind.CHANGED, sentence);
	}

	private void add(Spot spot, Loss.Kind kind, String sentence) {
		this.all.add(new Loss(spot.file(), spot.line(), spot.item(), kind, sentence));
	}

	List<Loss> list() {
		return List.copyOf(new ArrayList<>(this.all));
	}

	/** Text of a file, short and harmless enough to stand in a sentence. */
	static String quote(String text) {
		return '"' + new Spot("", 0, text).item() + '"';
	}

}
