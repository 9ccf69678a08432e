package dev.rehearsal.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import dev.rehearsal.bank.Bank;
import dev.rehearsal.bank.ImportOutcome;
import dev.rehearsal.bank.ImportSentences;
import dev.rehearsal.bank.PackImport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;
import picocli.CommandLine.Unmatched;

import org.springframework.context.ApplicationContext;

/** Puts a pack into force. */
@Command(name = "import", description = "Imports a pack into the database, as the application does when it starts.",
		footer = { "", "Settings of the application may be added,", "such as --rehearsal.data.directory=FOLDER." })
final class ImportCommand implements Callable<Integer> {

	@Spec
	@SuppressWarnings("NullAway.Init")
	private CommandSpec spec;

	@Parameters(paramLabel = "PACK", description = "A folder with a pack.yaml, or a YAML file.")
	@SuppressWarnings("NullAway.Init")
	private Path pack;

	@Option(names = "--format", paramLabel = "FORMAT",
			description = "How problems are reported: text (for people), json, or sarif (for code hosts).")
	private ReportFormat format = ReportFormat.TEXT;

	@Unmatched
	private List<String> settings = new ArrayList<>();

	@Override
	public Integer call() {
		List<String> wrong = this.settings.stream().filter((word) -> !word.matches("--[a-z][\\w-]*\\..+=.*")).toList();
		if (!wrong.isEmpty()) {
			throw new UnmatchedArgumentException(this.spec.commandLine(), wrong);
		}
		PackPaths.require(this.spec, List.of(this.pack));
		List<Integer> codes = new ArrayList<>();
		ImportApplication.with(this.settings, (context) -> codes.add(importPack(context)));
		return codes.getFirst();
	}

	private int importPack(ApplicationContext context) {
		PrintWriter out = this.spec.commandLine().getOut();
		long begin = System.nanoTime();
		ImportOutcome outcome = context.getBean(PackImport.class)
			.importPack(this.pack, context.getBean(Clock.class).instant(),
					new ConsoleProgress(this.spec.commandLine().getErr(), System::nanoTime));
		return switch (outcome) {
			case ImportOutcome.Imported imported -> {
				if (this.format == ReportFormat.TEXT) {
					out.println(
							ImportSentences.imported(imported.result(), Duration.ofNanos(System.nanoTime() - begin)));
				}
				else {
					PackReport report = new PackReport(this.pack, imported.result().items(), List.of(), 0);
					this.format.write("import", List.of(report), out);
				}
				yield PackCommands.FINE;
			}
			case ImportOutcome.Refused refused -> {
				if (this.format == ReportFormat.TEXT) {
					out.println(
							ImportSentences.refused(this.pack, refused.broken(), context.getBean(Bank.class).packs()));
				}
				else {
					this.format.write("import", List.of(PackReport.of(this.pack, refused.broken())), out);
				}
				yield PackCommands.PROBLEMS;
			}
		};
	}

}
