package dev.rehearsal.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import dev.rehearsal.bank.LintReport;
import dev.rehearsal.bank.Pack;
import dev.rehearsal.bank.PackLint;
import dev.rehearsal.bank.PackReader;
import dev.rehearsal.bank.PackReading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Measures packs by the rules of item writing. */
@Command(name = "lint", description = "Measures packs by the rules of item writing.")
final class LintCommand implements Callable<Integer> {

	@Spec
	@SuppressWarnings("NullAway.Init")
	private CommandSpec spec;

	@Parameters(arity = "1..*", paramLabel = "PACK",
			description = "A folder with a pack.yaml, or a YAML file. What one pack lacks another may cover.")
	private List<Path> packs = List.of();

	@Option(names = "--format", paramLabel = "FORMAT",
			description = "text (for people), json, or sarif (for code hosts); text if left out.")
	private ReportFormat format = ReportFormat.TEXT;

	@Option(names = "--all", description = "Lists also items of measures that are within their targets.")
	private boolean all;

	@Override
	public Integer call() {
		PackPaths.require(this.spec, this.packs);
		Map<Path, PackReading> readings = new LinkedHashMap<>();
		this.packs.forEach((path) -> readings.put(path, PackReader.read(path)));
		LocalDate today = LocalDate.now(Clock.systemUTC());
		List<LintedPack> linted = readings.keySet().stream().map((path) -> lint(path, readings, today)).toList();
		write(linted, this.spec.commandLine().getOut());
		return linted.stream().allMatch(LintedPack::isClean) ? PackCommands.FINE : PackCommands.PROBLEMS;
	}

	private static LintedPack lint(Path path, Map<Path, PackReading> readings, LocalDate today) {
		PackReading reading = readings.get(path);
		if (!(reading instanceof PackReading.Sound(Pack pack))) {
			return new LintedPack(PackReport.of(path, java.util.Objects.requireNonNull(reading)),
					new LintReport(List.of()), Map.of());
		}
		Map<String, Integer> elsewhere = new LinkedHashMap<>();
		readings.forEach((other, read) -> {
			if (!other.equals(path) && read instanceof PackReading.Sound(Pack sound)) {
				sound.items()
					.stream()
					.map(Pack.Item::topic)
					.filter(java.util.Objects::nonNull)
					.forEach((topic) -> elsewhere.merge(topic, 1, Integer::sum));
			}
		});
		return new LintedPack(PackReport.of(path, reading), PackLint.of(pack, elsewhere, today),
				PackReader.places(path));
	}

	private void write(List<LintedPack> linted, PrintWriter out) {
		switch (this.format) {
			case TEXT -> linted.forEach((pack) -> pack.print(out, this.all));
			case JSON -> {
				ObjectNode report = ReportJson.MAPPER.createObjectNode().put("command", "lint");
				report.put("clean", linted.stream().allMatch(LintedPack::isClean));
				ArrayNode list = report.putArray("packs");
				linted.forEach((pack) -> pack.write(list.addObject()));
				out.println(ReportJson.MAPPER.writeValueAsString(report));
			}
			case SARIF -> {
				Map<String, Sarif.Rule> rules = new LinkedHashMap<>();
				Sarif.problemRules().forEach((rule) -> rules.put(rule.id(), rule));
				linted.stream()
					.flatMap((pack) -> pack.lint().measures().stream())
					.forEach((measure) -> rules.putIfAbsent(measure.id(), new Sarif.Rule(measure.id(),
							measure.what() + ".", "It should be: " + measure.target() + ".")));
				out.println(new Sarif("lint", Path.of("")).of(new ArrayList<>(rules.values()),
						linted.stream().flatMap((pack) -> pack.findings().stream()).toList(),
						Sarif.notices(linted.stream().map(LintedPack::report).toList())));
			}
		}
	}

}
