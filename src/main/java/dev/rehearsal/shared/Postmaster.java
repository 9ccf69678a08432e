package dev.rehearsal.shared;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The process that serves a database folder. If something kills it, it is started again
 * on the same port, and the application's connections come back by themselves.
 */
final class Postmaster {

	static final String LOOPBACK = "127.0.0.1";

	private static final Logger logger = LoggerFactory.getLogger(Postmaster.class);

	private static final int ATTEMPTS = 3;

	private static final Duration LOOK = Duration.ofMillis(500);

	/** Between two tries to start it again. */
	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

	private final PostgresBinaries binaries;

	private final Path cluster;

	private final Path log;

	private volatile int port;

	private volatile boolean stopped;

	private @Nullable ProcessHandle process;

	Postmaster(PostgresBinaries binaries, Path cluster, Path log) {
		this.binaries = binaries;
		this.cluster = cluster;
		this.log = log;
	}

	/**
	 * Starts it, after one that was left behind was stopped, and watches it from then on.
	 * @throws EmbeddedDatabaseException if it cannot run
	 */
	synchronized void start() throws IOException {
		for (int attempt = 1; !startedOn(freePort()); attempt++) {
			if (attempt == ATTEMPTS) {
				throw failure(this.log, "did not start");
			}
			// Another program may have taken the port, and the children of a killed
			// database need a moment to notice.
			if (!sleep(Duration.ofMillis(700))) {
				throw new IOException("interrupted while the database started");
			}
			Files.deleteIfExists(this.log);
		}
		Thread.ofPlatform().daemon().name("postgres-watch").start(this::watch);
	}

	/** Where it listens, for as long as the application runs. */
	int port() {
		return this.port;
	}

	/** Stops it in order, for good: one that is just being started again, too. */
	void stop() throws IOException {
		this.stopped = true;
		stopRunning();
		synchronized (this) {
			if (noted().isPresent()) {
				stopRunning();
			}
		}
	}

	private void watch() {
		Duration pause = LOOK;
		while (sleep(pause) && !this.stopped) {
			pause = isWell() ? LOOK : pause.multipliedBy(2);
			pause = (pause.compareTo(LONGEST_PAUSE) > 0) ? LONGEST_PAUSE : pause;
		}
	}

	private synchronized boolean isWell() {
		if (this.stopped || runs(this.process)) {
			return true;
		}
		logger.warn("The embedded PostgreSQL has died; it is started again");
		try {
			if (startedOn(this.port)) {
				logger.info("The embedded PostgreSQL runs again");
				return true;
			}
			logger.error("The embedded PostgreSQL did not start again, see {}", this.log);
		}
		catch (IOException | RuntimeException ex) {
			logger.error("The embedded PostgreSQL did not start again", ex);
		}
		return false;
	}

	/** One that has ended and that nobody has buried yet has no command any more. */
	private static boolean runs(@Nullable ProcessHandle process) {
		return process != null && process.isAlive() && process.info().command().isPresent();
	}

	private boolean startedOn(int port) throws IOException {
		stopOrphan();
		if (this.binaries.run(this.log, "pg_ctl", "start", "-D", this.cluster.toString(), "-l", this.log.toString(),
				"-w", "-t", "300", "-o",
				"-p " + port + " -c listen_addresses=" + LOOPBACK + " -c unix_socket_directories=") != 0) {
			return false;
		}
		this.port = port;
		this.process = noted().flatMap(ProcessHandle::of).orElse(null);
		return true;
	}

	/**
	 * After a kill of the application its database may live on, or have left its process
	 * id behind, which may now be any other program's.
	 */
	private void stopOrphan() throws IOException {
		Optional<Long> pid = noted();
		if (pid.isEmpty()) {
			Files.deleteIfExists(processFile()); // it is damaged
			return;
		}
		Optional<ProcessHandle> living = ProcessHandle.of(pid.get()).filter(ProcessHandle::isAlive);
		if (living.isEmpty()) {
			return; // PostgreSQL knows what to make of it
		}
		List<String> arguments = List.of(living.get().info().arguments().orElse(new String[0]));
		int option = arguments.indexOf("-D");
		if (option >= 0 && arguments.indexOf(this.cluster.toString()) == option + 1) {
			stopRunning();
		}
		else {
			Files.deleteIfExists(processFile());
		}
	}

	/** The process id that the database has left in its folder. */
	private Optional<Long> noted() throws IOException {
		if (!Files.exists(processFile())) {
			return Optional.empty();
		}
		String pid = Files.readString(processFile()).lines().findFirst().orElse("").strip();
		return pid.matches("\\d{1,18}") ? Optional.of(Long.valueOf(pid)) : Optional.empty();
	}

	private Path processFile() {
		return this.cluster.resolve("postmaster.pid");
	}

	private void stopRunning() throws IOException {
		if (this.binaries.run(this.log, "pg_ctl", "stop", "-D", this.cluster.toString(), "-m", "fast", "-w", "-t",
				"60") != 0) {
			this.binaries.run(this.log, "pg_ctl", "stop", "-D", this.cluster.toString(), "-m", "immediate", "-w");
		}
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
			return socket.getLocalPort();
		}
	}

	/** False if the thread was told to stop. */
	private static boolean sleep(Duration duration) {
		try {
			Thread.sleep(duration);
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/**
	 * What PostgreSQL said.
	 * @param log its log, in the data folder
	 * @param what went wrong
	 */
	static EmbeddedDatabaseException failure(Path log, String what) throws IOException {
		List<String> lines = Files.readAllLines(log);
		String reasons = lines.stream()
			.filter((line) -> line.matches(".*(FATAL|PANIC|ERROR|DETAIL|HINT|error|failed):.*"))
			.map((line) -> line.replaceFirst(".*?(FATAL|PANIC|ERROR|DETAIL|HINT|error): *", ""))
			.collect(Collectors.joining(" "));
		return new EmbeddedDatabaseException(
				"The embedded PostgreSQL in %s %s: %s".formatted(log.getParent(), what,
						reasons.isEmpty() ? String.join(" ", lines) : reasons),
				"See %s, or use a PostgreSQL of your own by SPRING_DATASOURCE_URL.".formatted(log));
	}

}
