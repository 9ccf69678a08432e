package dev.rehearsal.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A PostgreSQL of its own beside an application, on one port for all its life, so that a
 * test can kill it and stop it without the application's doing.
 */
public final class DatabaseProcess implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final int ATTEMPTS = 20;

	private final PostgresBinaries binaries;

	private final Path cluster;

	private final Path log;

	private final int port;

	private DatabaseProcess(PostgresBinaries binaries, Path home, int port) {
		this.binaries = binaries;
		this.cluster = home.resolve("postgres");
		this.log = home.resolve("postgres.log");
		this.port = port;
	}

	/**
	 * Creates a database in a fresh folder and starts it.
	 * @param name the folder below target/processes
	 * @return the database, running
	 */
	public static DatabaseProcess start(String name) {
		try {
			Path parent = Files.createDirectories(Path.of("target", "processes")).toAbsolutePath();
			PostgresBinaries binaries = PostgresBinaries
				.unpackBelow(Files.createDirectories(parent.resolve("binaries")));
			DatabaseProcess database = new DatabaseProcess(binaries, Files.createTempDirectory(parent, name + "-"),
					freePort());
			database.create();
			database.start();
			// Whatever happens to the test, its database does not outlive it.
			Runtime.getRuntime().addShutdownHook(new Thread(database::kill));
			return database;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void create() throws IOException {
		if (this.binaries.run(this.log, "initdb", "--pgdata=" + this.cluster, "--username=rehearsal", "--auth=trust",
				"--encoding=UTF8", "--locale=C") != 0) {
			throw new IllegalStateException(Files.readString(this.log));
		}
	}

	/** Starts it again after it was killed. */
	public void start() {
		try {
			for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
				if (this.binaries.run(this.log, "pg_ctl", "start", "-D", this.cluster.toString(), "-l",
						this.log.toString(), "-w", "-t", "60", "-o",
						"-p " + this.port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=") == 0) {
					return;
				}
			}
			throw new IllegalStateException("The database did not start:\n" + Files.readString(this.log));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Kills all its processes with SIGKILL, and waits until they are gone. */
	public void kill() {
		List<ProcessHandle> processes = processes();
		processes.forEach(ProcessHandle::destroyForcibly);
		processes.forEach((process) -> process.onExit()
			.orTimeout(PATIENCE.toSeconds(), java.util.concurrent.TimeUnit.SECONDS)
			.join());
	}

	/**
	 * Kills one of the processes that serve connections with SIGKILL, if there is one:
	 * PostgreSQL then breaks all connections and recovers by itself.
	 * @param chance chooses which
	 */
	public void wound(Random chance) {
		List<ProcessHandle> serving = processes().stream()
			.filter((process) -> process.info().commandLine().orElse("").contains(" 127.0.0.1("))
			.toList();
		if (!serving.isEmpty()) {
			serving.get(chance.nextInt(serving.size())).destroyForcibly();
		}
	}

	/**
	 * Sends a signal to all its processes.
	 * @param signal such as STOP
	 */
	public void signal(String signal) {
		signal(signal, processes());
	}

	/**
	 * Sends a signal to the process that accepts connections, and to no other.
	 * @param signal such as STOP
	 */
	public void signalPostmaster(String signal) {
		signal(signal, processes().stream().limit(1).toList());
	}

	private static void signal(String signal, List<ProcessHandle> processes) {
		signal(signal, processes.stream().mapToLong(ProcessHandle::pid).toArray());
	}

	/**
	 * Sends a signal to processes, of which some may have ended.
	 * @param signal such as STOP
	 * @param pids whom
	 */
	public static void signal(String signal, long... pids) {
		try {
			for (long pid : pids) {
				new ProcessBuilder("kill", "-" + signal, String.valueOf(pid)).redirectErrorStream(true)
					.redirectOutput(ProcessBuilder.Redirect.DISCARD)
					.start()
					.waitFor();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** The postmaster first. */
	private List<ProcessHandle> processes() {
		try {
			String pid = Files.readAllLines(this.cluster.resolve("postmaster.pid")).getFirst();
			return ProcessHandle.of(Long.parseLong(pid))
				.filter((process) -> process.info().command().orElse("").endsWith("postgres"))
				.map((postmaster) -> Stream.concat(Stream.of(postmaster), postmaster.children()).toList())
				.orElse(List.of());
		}
		catch (IOException ex) {
			return List.of(); // it does not run
		}
	}

	/**
	 * Where it answers.
	 * @return a JDBC address without a password
	 */
	public String url() {
		return "jdbc:postgresql://127.0.0.1:" + this.port + "/postgres?user=rehearsal";
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
			return socket.getLocalPort();
		}
	}

	@Override
	public void close() {
		kill();
	}

}
