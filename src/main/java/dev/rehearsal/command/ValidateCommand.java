package dev.rehearsal.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import dev.rehearsal.bank.PackReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads packs and reports all of their problems. */
@Command(name = "validate", description = "Checks packs and reports all problems, each with its line.")
final class ValidateCommand implements Callable<Integer> {

	@Spec
	@SuppressWarnings("NullAway.Init")
	private CommandSpec spec;

	@Parameters(arity = "1..*", paramLabel = "PACK", description = "A folder with a pack.yaml, or a YAML file.")
	private List<Path> packs = List.of();

	@Option(names = "--format", paramLabel = "FORMAT",
			description = "text (for people), json, or sarif (for code hosts); text if left out.")
	private ReportFormat format = ReportFormat.TEXT;

	@Override
	public Integer call() {
		PackPaths.require(this.spec, this.packs);
		List<PackReport> reports = this.packs.stream()
			.map((path) -> PackReport.of(path, PackReader.read(path)))
			.toList();
		this.format.write("validate", reports, this.spec.commandLine().getOut());
		return reports.stream().allMatch(PackReport::isSound) ? PackCommands.FINE : PackCommands.PROBLEMS;
	}

}
