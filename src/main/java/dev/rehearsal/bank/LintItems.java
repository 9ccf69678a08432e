package dev.rehearsal.bank;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

import dev.rehearsal.bank.LintReport.Finding;

/**
 * Items that a measure looks at.
 *
 * @param items in the order of their ids
 */
record LintItems(List<LintItem> items) {

	LintItems where(Predicate<LintItem> test) {
		return new LintItems(this.items.stream().filter(test).toList());
	}

	int size() {
		return this.items.size();
	}

	/** How many of them pass, in percent. */
	double percent(Predicate<LintItem> test) {
		return LintTarget.share(this.items.stream().filter(test).count(), this.items.size());
	}

	/** Those that pass, each with a sentence. */
	List<Finding> findings(Predicate<LintItem> test, Function<LintItem, String> sentence) {
		return this.items.stream().filter(test).map((item) -> new Finding(item.id(), sentence.apply(item))).toList();
	}

}
