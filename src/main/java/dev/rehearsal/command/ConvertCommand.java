package dev.rehearsal.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import dev.rehearsal.exchange.Exchange;
import dev.rehearsal.exchange.Format;
import dev.rehearsal.exchange.Reading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a pack of another system's file. */
@Command(name = "convert", description = "Makes a folder with a pack of a file of another system.",
		footer = { "", "Lists what could not be taken over." })
final class ConvertCommand implements Callable<Integer> {

	/** As much as a pack has at most. */
	private static final long LARGEST = 512L << 20;

	@Spec
	@SuppressWarnings("NullAway.Init")
	private CommandSpec spec;

	@Parameters(index = "0", paramLabel = "FILE", description = "Such as questions.gift, quiz.xml or package.zip.")
	@SuppressWarnings("NullAway.Init")
	private Path file;

	@Parameters(index = "1", paramLabel = "FOLDER", description = "Where the pack is written; must not be there yet.")
	@SuppressWarnings("NullAway.Init")
	private Path folder;

	@Option(names = "--from", paramLabel = "FORMAT", defaultValue = "",
			description = "csv, gift, moodle-xml, qti-2-2, qti-3-0 or yaml; if left out, the content of the file tells.")
	private String from = "";

	@Option(names = "--format", paramLabel = "FORMAT",
			description = "What the list of losses is for: text (for people) or json.")
	private ReportFormat format = ReportFormat.TEXT;

	@Override
	public Integer call() throws IOException {
		LossReport report = LossReport.in(this.format, this.spec);
		Format known = this.from.isEmpty() ? null : Formats.require(this.spec, this.from);
		if (!Files.isRegularFile(this.file)) {
			throw new ParameterException(this.spec.commandLine(), "There is no file " + this.file);
		}
		if (Files.exists(this.folder)) {
			throw new ParameterException(this.spec.commandLine(),
					this.folder + " is there already and is not overwritten: name a folder that is not");
		}
		if (Files.size(this.file) > LARGEST) {
			throw new NotDoneException("%s has more than %d MiB: divide it".formatted(this.file, LARGEST >> 20));
		}
		String name = String.valueOf(this.file.getFileName());
		PrintWriter out = this.spec.commandLine().getOut();
		return switch (Exchange.read(name, Files.readAllBytes(this.file), known)) {
			case Reading.Refused refused -> {
				this.spec.commandLine().getErr().println(refused.sentence());
				yield PackCommands.PROBLEMS;
			}
			case Reading.Faulty faulty -> {
				PackReport.of(this.file, faulty.problems()).print(out);
				yield PackCommands.PROBLEMS;
			}
			case Reading.Converted converted -> {
				NewFolder.write(this.folder, converted.files());
				report.write("convert", this.folder, converted.pack().items().size(), converted.losses());
				yield PackCommands.FINE;
			}
		};
	}

}
