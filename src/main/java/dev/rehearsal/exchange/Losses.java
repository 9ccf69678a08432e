package dev.rehearsal.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What got lost so far. The same about the same place is said once, but of items that are
 * left out each one.
 */
final class Losses {

	private final List<Loss> all = new ArrayList<>();

	private final Set<Loss> said = new HashSet<>();

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
		Loss loss = new Loss(spot.file(), spot.line(), spot.item(), kind, sentence);
		if (this.said.add(loss) || kind == Loss.Kind.ITEM) {
			this.all.add(loss);
		}
	}

	List<Loss> list() {
		return List.copyOf(this.all);
	}

	/** Text of a file, short and harmless enough to stand in a sentence. */
	static String quote(String text) {
		return '"' + new Spot("", 0, text).item() + '"';
	}

}
