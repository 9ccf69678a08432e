package dev.rehearsal.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

import dev.rehearsal.bank.PackReading;
import dev.rehearsal.bank.Problem;

/**
 * What was found out about a pack.
 *
 * @param path where it was read
 * @param items how many items it has; 0 if it is broken
 * @param problems by file and line, at most 200
 * @param more how many further problems there are
 */
record PackReport(Path path, int items, List<Problem> problems, int more) {

	static PackReport of(Path path, PackReading reading) {
		return switch (reading) {
			case PackReading.Sound sound -> new PackReport(path, sound.pack().items().size(), List.of(), 0);
			case PackReading.Broken broken -> new PackReport(path, 0, broken.problems(), broken.more());
		};
	}

	boolean isSound() {
		return this.problems.isEmpty();
	}

	void print(PrintWriter out) {
		if (isSound()) {
			out.printf("%s: no problems in %s%n", this.path, count(this.items, "item"));
			return;
		}
		this.problems.forEach(out::println);
		if (this.more > 0) {
			out.printf("and %d more%n", this.more);
		}
		out.printf("%s: %s%n", this.path, count(this.problems.size() + this.more, "problem"));
	}

	private static String count(int number, String word) {
		return number + " " + word + ((number == 1) ? "" : "s");
	}

}
