package dev.rehearsal.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;

import dev.rehearsal.bank.Pack;
import dev.rehearsal.bank.PackReader;
import dev.rehearsal.bank.PackReading;
import dev.rehearsal.exchange.Exchange;
import dev.rehearsal.exchange.Format;
import dev.rehearsal.exchange.Written;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a pack as a file of another system. */
@Command(name = "export", description = "Writes a pack as a file of another system.",
		footer = { "", "Lists what the format cannot say." })
final class ExportCommand implements Callable<Integer> {

	@Spec
	@SuppressWarnings("NullAway.Init")
	private CommandSpec spec;

	@Parameters(paramLabel = "PACK", description = "A folder with a pack.yaml, or a YAML file.")
	@SuppressWarnings("NullAway.Init")
	private Path pack;

	@Option(names = "--to", paramLabel = "FORMAT", required = true,
			description = "anki, csv, gift, moodle-xml, qti-2-2, qti-3-0 or yaml.")
	private String to = "";

	@Option(names = "--output", paramLabel = "FILE",
			description = "Must not be there yet; if left out, a name that fits in the current folder.")
	private @Nullable Path output;

	@Option(names = "--format", paramLabel = "FORMAT",
			description = "What the list of losses is for: text (for people) or json.")
	private ReportFormat format = ReportFormat.TEXT;

	@Override
	public Integer call() throws IOException {
		LossReport report = LossReport.in(this.format, this.spec);
		Format other = Formats.require(this.spec, this.to);
		PackPaths.require(this.spec, List.of(this.pack));
		return switch (PackReader.read(this.pack)) {
			case PackReading.Broken broken -> {
				this.format.write("export", List.of(PackReport.of(this.pack, broken)),
						this.spec.commandLine().getOut());
				yield PackCommands.PROBLEMS;
			}
			case PackReading.Sound(Pack sound) -> {
				Written written = Exchange.write(sound, other);
				Path file = (this.output != null) ? this.output : Path.of(written.fileName());
				if (Files.exists(file)) {
					throw new ParameterException(this.spec.commandLine(),
							file + " is there already and is not overwritten: name another with --output");
				}
				Files.write(file, written.bytes(), StandardOpenOption.CREATE_NEW);
				report.write("export", file, sound.items().size(), written.losses());
				yield PackCommands.FINE;
			}
		};
	}

}
