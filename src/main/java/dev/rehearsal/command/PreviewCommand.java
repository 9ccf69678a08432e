package dev.rehearsal.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import org.springframework.context.ConfigurableApplicationContext;

/** Shows a pack in the browser while it is written. */
@Command(name = "preview",
		description = "Shows every item of a pack in the browser, as candidates see it and as the review shows it.")
final class PreviewCommand implements Callable<Integer> {

	@Spec
	@SuppressWarnings("NullAway.Init")
	private CommandSpec spec;

	@Parameters(paramLabel = "PACK", description = "A folder with a pack.yaml, or a YAML file.")
	@SuppressWarnings("NullAway.Init")
	private Path pack;

	@Option(names = "--watch", description = "Pages look for changes of the files and show them by themselves.")
	private boolean watch;

	@Option(names = "--port", paramLabel = "PORT", defaultValue = "8090",
			description = "Where to listen on this machine; 0 for any port that is free. Default: ${DEFAULT-VALUE}.")
	private int port;

	@Override
	public Integer call() throws InterruptedException {
		PackPaths.require(this.spec, List.of(this.pack));
		try (ConfigurableApplicationContext context = PreviewApplication.start(this.pack, this.port, this.watch)) {
			this.spec.commandLine()
				.getOut()
				.printf("Preview of %s: http://localhost:%s (Ctrl+C ends it)%n", this.pack,
						context.getEnvironment().getProperty("local.server.port"));
			this.spec.commandLine().getOut().flush();
			new CountDownLatch(1).await();
		}
		return PackCommands.FINE;
	}

}
