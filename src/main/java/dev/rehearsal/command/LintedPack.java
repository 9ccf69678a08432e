package dev.rehearsal.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import dev.rehearsal.bank.LintReport;
import dev.rehearsal.bank.LintReport.Measure;
import dev.rehearsal.bank.LintReport.Verdict;
import dev.rehearsal.bank.Place;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the lint measured of a pack.
 *
 * @param report what is wrong with it; of a broken pack nothing is measured
 * @param lint the measures, none if it is broken
 * @param places where its items stand
 */
record LintedPack(PackReport report, LintReport lint, Map<String, Place> places) {

	boolean isClean() {
		return this.report.isSound() && this.lint.isClean();
	}

	/** What each measure found, worst first; a measure that was missed always says so. */
	List<Finding> findings() {
		return Stream.concat(Finding.of(this.report).stream(), this.lint.measures().stream().flatMap(this::findings))
			.toList();
	}

	private Stream<Finding> findings(Measure measure) {
		boolean missed = measure.verdict() == Verdict.MISSED;
		if (missed && measure.findings().isEmpty()) {
			return Stream.of(new Finding(measure.id(), "warning", whole().file(), 1, 1,
					"%s: %s, and it should be %s".formatted(measure.what(), measure.value(), measure.target())));
		}
		return measure.findings().stream().map((found) -> {
			Place place = this.places.getOrDefault(found.item(), whole());
			return new Finding(measure.id(), missed ? "warning" : "note", place.file(), place.line(), place.column(),
					found.item() + ": " + found.sentence());
		});
	}

	/** Where the pack says what it is. */
	private Place whole() {
		Path path = this.report.path();
		return Place.of((path.toFile().isDirectory() ? path.resolve("pack.yaml") : path).toString());
	}

	void print(PrintWriter out, boolean all) {
		if (!this.report.isSound()) {
			this.report.print(out);
			return;
		}
		int width = this.lint.measures().stream().mapToInt((measure) -> measure.what().length()).max().orElse(1);
		for (Measure measure : this.lint.measures()) {
			out.printf("%-6s  %-" + width + "s  %s (%s)%n", word(measure.verdict()), measure.what(), measure.value(),
					measure.target());
		}
		findings().stream()
			.filter((finding) -> all || finding.level().equals("warning"))
			.forEach((finding) -> out.printf("%s:%d:%d: %s [%s]%n", finding.file(), finding.line(), finding.column(),
					finding.sentence(), finding.rule()));
		long missed = this.lint.measures().stream().filter((measure) -> measure.verdict() == Verdict.MISSED).count();
		out.printf("%s: %s%n", this.report.path(), (missed == 0) ? "every measure is within its target"
				: missed + ((missed == 1) ? " measure misses its target" : " measures miss their targets"));
	}

	private static String word(Verdict verdict) {
		return switch (verdict) {
			case MET -> "ok";
			case MISSED -> "MISSED";
			case NOT_JUDGED -> "-";
		};
	}

	void write(ObjectNode node) {
		ReportJson.write(this.report, node);
		node.put("clean", isClean());
		ArrayNode measures = node.putArray("measures");
		for (Measure measure : this.lint.measures()) {
			ObjectNode written = measures.addObject()
				.put("id", measure.id())
				.put("what", measure.what())
				.put("value", measure.value())
				.put("target", measure.target())
				.put("verdict", measure.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'));
			ArrayNode findings = written.putArray("findings");
			measure.findings().forEach((found) -> {
				ObjectNode finding = findings.addObject().put("item", found.item()).put("sentence", found.sentence());
				Place place = this.places.get(found.item());
				if (place != null) {
					finding.put("file", place.file()).put("line", place.line()).put("column", place.column());
				}
			});
		}
	}

}
