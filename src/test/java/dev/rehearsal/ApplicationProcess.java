package dev.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The real application in a process of its own, on its embedded database, so that a test
 * can kill it. It has a data folder of its own, which it finds again when it is started
 * once more.
 */
public final class ApplicationProcess implements AutoCloseable {

	private static final Pattern START_LINE = Pattern.compile("Rehearsal is ready: (http://\\S+)");

	private static final Duration PATIENCE = Duration.ofSeconds(90);

	private final Path home;

	private final List<String> arguments;

	private Process process;

	private Path log;

	private URI baseUrl;

	private ApplicationProcess(Path home, List<String> arguments) {
		this.home = home;
		this.arguments = arguments;
	}

	/**
	 * Prepares an application in a fresh folder; {@link #start()} starts it.
	 * @param name the folder below target/processes
	 * @param arguments further command line arguments, such as {@code --key=value}; those
	 * that begin with {@code -X} are the virtual machine's
	 * @return the application, not yet started
	 */
	public static ApplicationProcess in(String name, String... arguments) {
		try {
			Path parent = Files.createDirectories(Path.of("target", "processes"));
			Path home = Files.createTempDirectory(parent, name + "-").toAbsolutePath();
			// PostgreSQL's programs are unpacked once for all tests.
			Path binaries = Files.createDirectories(parent.resolve("binaries")).toAbsolutePath();
			Files.createSymbolicLink(Files.createDirectory(home.resolve("data")).resolve("binaries"), binaries);
			return new ApplicationProcess(home, List.of(arguments));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Prepares a second application on this one's data folder.
	 * @return the application, not yet started
	 */
	public ApplicationProcess another() {
		return new ApplicationProcess(this.home, this.arguments);
	}

	/**
	 * Starts the application, on the port it had before if it was started before, and
	 * waits until it says that it is ready.
	 * @return this
	 */
	public ApplicationProcess start() {
		return start(QuickStart.arguments());
	}

	ApplicationProcess start(List<String> classes) {
		launch(classes);
		Instant deadline = Instant.now().plus(PATIENCE);
		while (Instant.now().isBefore(deadline)) {
			Matcher line = START_LINE.matcher(log());
			if (line.find()) {
				this.baseUrl = URI.create(line.group(1));
				return this;
			}
			if (!this.process.isAlive()) {
				throw new IllegalStateException("The application ended with code " + this.process.exitValue()
						+ " before it was ready:\n" + log());
			}
			pause();
		}
		kill();
		throw new IllegalStateException("The application was not ready after " + PATIENCE + ":\n" + log());
	}

	/**
	 * Starts the application and waits until it has given up.
	 * @return what it printed
	 */
	public String startInVain() {
		launch(QuickStart.arguments());
		if (awaitEnd()) {
			return log();
		}
		kill();
		throw new IllegalStateException("The application should have refused to start:\n" + log());
	}

	private void launch(List<String> classes) {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		// A process that lives for seconds is started sooner without the slower compiler.
		command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
		command.addAll(this.arguments.stream().filter((argument) -> argument.startsWith("-X")).toList());
		command.addAll(classes);
		command.addAll(List.of("dev.rehearsal.RehearsalApplication", "--server.port=" + port(),
				"--rehearsal.data.directory=" + this.home.resolve("data")));
		command.addAll(this.arguments.stream().filter((argument) -> !argument.startsWith("-X")).toList());
		try {
			this.log = Files.createTempFile(this.home, "application-", ".log");
			ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(this.log.toFile());
			builder.environment()
				.keySet()
				.removeIf((name) -> name.startsWith("SPRING_") || name.startsWith("REHEARSAL_"));
			this.process = builder.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		// Whatever happens to the test, its application does not outlive it.
		Process started = this.process;
		Runtime.getRuntime().addShutdownHook(new Thread(started::destroy));
	}

	private int port() {
		return (this.baseUrl == null) ? 0 : this.baseUrl.getPort();
	}

	/**
	 * Where the application answers.
	 * @return such as {@code http://localhost:40123}
	 */
	public URI baseUrl() {
		return this.baseUrl;
	}

	/**
	 * The folder that holds its database.
	 * @return absolute
	 */
	public Path data() {
		return this.home.resolve("data");
	}

	/**
	 * Connects to its database.
	 * @return to be closed
	 * @throws SQLException if the database does not answer
	 */
	Connection connect() throws SQLException {
		try {
			// The fourth line of this file is the port.
			String port = Files.readAllLines(data().resolve("postgres/postmaster.pid")).get(3);
			return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "rehearsal",
					Files.readString(data().resolve("password")));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * All that the application printed since it was last started.
	 * @return the lines
	 */
	public String log() {
		try {
			return Files.readString(this.log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The process id of its database, as the database wrote it down.
	 * @return the process
	 */
	public ProcessHandle database() {
		try {
			Path file = data().resolve("postgres").resolve("postmaster.pid");
			return ProcessHandle.of(Long.parseLong(Files.readAllLines(file).getFirst())).orElseThrow();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The application's own process id.
	 * @return of the process that was started last
	 */
	public long pid() {
		return this.process.pid();
	}

	/** Kills the application with SIGKILL; its database lives on. */
	public void kill() {
		this.process.destroyForcibly();
		awaitEnd();
	}

	/** Ends the application with SIGTERM, as Ctrl+C does, and waits for it. */
	public void stop() {
		this.process.destroy();
		if (!awaitEnd()) {
			kill();
			throw new IllegalStateException("The application did not stop:\n" + log());
		}
	}

	@Override
	public void close() {
		if (this.process != null && this.process.isAlive()) {
			stop();
		}
	}

	private boolean awaitEnd() {
		try {
			return this.process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static void pause() {
		try {
			Thread.sleep(100);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
