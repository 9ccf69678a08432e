package dev.rehearsal.command;

import java.io.PrintWriter;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

import org.springframework.boot.logging.LoggingSystem;

/**
 * The commands for packs. A command starts of the application what it needs and no more.
 */
@Command(name = "pack", description = "Works on question packs.",
		subcommands = { ValidateCommand.class, LintCommand.class, ConvertCommand.class, ExportCommand.class,
				ImportCommand.class, PreviewCommand.class },
		synopsisSubcommandLabel = "COMMAND", exitCodeListHeading = "%nExit codes:%n",
		exitCodeList = { "0:all is well", "1:something is wrong with a pack, or a measure misses its target",
				"2:the command was used wrongly",
				"3:the command could not do its work, for a reason outside of the pack" })
public final class PackCommands implements Runnable {

	static final int FINE = 0;

	static final int PROBLEMS = 1;

	static final int USED_WRONGLY = 2;

	static final int NOT_DONE = 3;

	private static final String NAME = "pack";

	@Spec
	@SuppressWarnings("NullAway.Init")
	private CommandSpec spec;

	@Option(names = { "-h", "--help" }, usageHelp = true, scope = ScopeType.INHERIT, description = "Shows this help.")
	private boolean help;

	private PackCommands() {
	}

	/**
	 * Whether a command is meant and not a start of the application.
	 * @param args the command line
	 * @return true if its first word is {@code pack}
	 */
	public static boolean areMeant(String... args) {
		return args.length > 0 && args[0].equals(NAME);
	}

	/**
	 * Runs a command.
	 * @param out for what the command has to say
	 * @param err for what goes wrong, and for progress
	 * @param args the command line, beginning with {@code pack}
	 * @return the exit code: 0 if all is well, 1 if something is wrong with a pack, 2 if
	 * the command was used wrongly, 3 if it could not do its work
	 */
	public static int run(PrintWriter out, PrintWriter err, String... args) {
		// Nobody has configured logging yet, and what libraries log is no report.
		LoggingSystem.get(PackCommands.class.getClassLoader()).beforeInitialize();
		CommandLine commands = new CommandLine(new Root()).addSubcommand(new PackCommands())
			.setOut(out)
			.setErr(err)
			.setCaseInsensitiveEnumValuesAllowed(true)
			.setParameterExceptionHandler(PackCommands::usedWrongly)
			.setExecutionExceptionHandler((ex, command, parsed) -> notDone(ex, command));
		int code = commands.execute(args);
		out.flush();
		err.flush();
		return code;
	}

	@Override
	public void run() {
		throw new ParameterException(this.spec.commandLine(), "A command is missing");
	}

	private static int usedWrongly(ParameterException ex, String[] args) {
		PrintWriter err = ex.getCommandLine().getErr();
		err.println(ex.getMessage() + ".");
		err.println("See " + ex.getCommandLine().getCommandSpec().qualifiedName() + " --help");
		return USED_WRONGLY;
	}

	private static int notDone(Exception ex, CommandLine command) {
		command.getErr()
			.println(
					(ex instanceof NotDoneException) ? ex.getMessage() : "Something went wrong that should not: " + ex);
		return NOT_DONE;
	}

	/** How the commands are called. */
	@Command(name = "rehearsal")
	private static final class Root {

	}

}
