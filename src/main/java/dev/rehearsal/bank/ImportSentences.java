package dev.rehearsal.bank;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What people are told about an import, in the log and on the command line. */
public final class ImportSentences {

	private ImportSentences() {
	}

	/**
	 * That a pack is in force.
	 * @param result what has changed
	 * @param took how long it took
	 * @return a line
	 */
	public static String imported(ImportResult result, Duration took) {
		return "Pack %s version %d: %d items, %d added, %d revised, %d retired, %d unchanged, %d ms".formatted(
				result.packId(), result.version(), result.items(), result.added(), result.revised(), result.retired(),
				result.unchanged(), took.toMillis());
	}

	/**
	 * Why a pack is not in force, and what is.
	 * @param pack where it was read
	 * @param broken what is wrong with it
	 * @param inForce the newest version of each pack
	 * @return several lines
	 */
	public static String refused(Path pack, PackReading.Broken broken, List<PackVersion> inForce) {
		StringBuilder report = new StringBuilder();
		report.append(pack)
			.append(" is not imported, because of ")
			.append(Words.count((long) broken.problems().size() + broken.more(), "problem"))
			.append(":\n");
		broken.problems().forEach((problem) -> report.append(problem).append('\n'));
		if (broken.more() > 0) {
			report.append("and ").append(broken.more()).append(" more\n");
		}
		List<String> packs = inForce.stream()
			.map((version) -> version.definition().id() + " version " + version.number())
			.toList();
		return report.append("Nothing of ")
			.append(pack)
			.append(" was imported. What was imported before stays in force: ")
			.append(packs.isEmpty() ? "nothing yet." : String.join(", ", packs) + ".")
			.toString();
	}

}
