package dev.rehearsal.shared;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.util.FileSystemUtils;

/**
 * The PostgreSQL that the application starts and stops by itself when no other is
 * configured. It is durable (what is committed survives a power cut), listens on the
 * loopback address only, and asks for a password.
 */
final class EmbeddedDatabase implements JdbcConnectionDetails, AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(EmbeddedDatabase.class);

	private static final String USER = "rehearsal";

	private static final String LOOPBACK = "127.0.0.1";

	private static final int ATTEMPTS = 3;

	private final DataFolder folder;

	private final PostgresBinaries binaries;

	private final Path cluster;

	private final Path log;

	private final String password;

	private final int port;

	/**
	 * Starts the database, and creates it first where there is none.
	 * @param directory the data folder, absolute or relative to the working directory
	 * @throws EmbeddedDatabaseException if it cannot run on that folder
	 */
	EmbeddedDatabase(Path directory) {
		this.folder = DataFolder.open(directory);
		this.cluster = this.folder.path().resolve("postgres");
		this.log = this.folder.path().resolve("postgres.log");
		try {
			boolean isNew = !Files.exists(this.cluster);
			if (isNew) {
				logger.info("Setting up a database in {} (this happens once)", this.folder.path());
			}
			Files.deleteIfExists(this.log);
			this.binaries = PostgresBinaries.unpackBelow(this.folder.path().resolve("binaries"));
			Path passwordFile = this.folder.password(isNew);
			this.password = Files.readString(passwordFile);
			if (isNew) {
				create(passwordFile);
			}
			requireSameMajorVersion();
			stopOrphan();
			this.port = start();
		}
		catch (IOException ex) {
			this.folder.close();
			throw DataFolder.unusable(this.folder.path(), ex);
		}
		catch (RuntimeException ex) {
			this.folder.close();
			throw ex;
		}
	}

	private void create(Path passwordFile) throws IOException {
		Path unfinished = this.cluster.resolveSibling("postgres.unfinished");
		FileSystemUtils.deleteRecursively(unfinished);
		if (this.binaries.run(this.log, "initdb", "--pgdata=" + unfinished, "--username=" + USER,
				"--pwfile=" + passwordFile, "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C",
				"--locale-provider=builtin", "--builtin-locale=C.UTF-8") != 0) {
			throw failure("could not create its files");
		}
		Files.move(unfinished, this.cluster, StandardCopyOption.ATOMIC_MOVE);
	}

	private void requireSameMajorVersion() throws IOException {
		Path file = this.cluster.resolve("PG_VERSION");
		String found = Files.exists(file) ? Files.readString(file).strip() : "no version at all";
		String wanted = this.binaries.majorVersion();
		if (!found.equals(wanted)) {
			throw new EmbeddedDatabaseException(
					"The data folder %s was written by PostgreSQL %s, and this Rehearsal runs PostgreSQL %s."
						.formatted(this.folder.path(), found, wanted),
					"Start the release of Rehearsal that wrote it and take a dump with pg_dump, or start with an empty folder: --rehearsal.data.directory=….");
		}
	}

	/**
	 * After a kill of the application its database may live on, or have left its process
	 * id behind, which may now be any other program's.
	 */
	private void stopOrphan() throws IOException {
		Path file = this.cluster.resolve("postmaster.pid");
		if (!Files.exists(file)) {
			return;
		}
		String pid = Files.readString(file).lines().findFirst().orElse("").strip();
		if (!pid.matches("\\d{1,18}")) {
			Files.delete(file);
			return;
		}
		ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive).ifPresent((process) -> {
			List<String> arguments = List.of(process.info().arguments().orElse(new String[0]));
			int option = arguments.indexOf("-D");
			try {
				if (option >= 0 && arguments.indexOf(this.cluster.toString()) == option + 1) {
					stop();
				}
				else {
					Files.deleteIfExists(file);
				}
			}
			catch (IOException ex) {
				throw DataFolder.unusable(this.folder.path(), ex);
			}
		});
	}

	private int start() throws IOException {
		for (int attempt = 1;; attempt++) {
			Files.deleteIfExists(this.log);
			int freePort = freePort();
			if (this.binaries.run(this.log, "pg_ctl", "start", "-D", this.cluster.toString(), "-l", this.log.toString(),
					"-w", "-t", "300", "-o",
					"-p " + freePort + " -c listen_addresses=" + LOOPBACK + " -c unix_socket_directories=") == 0) {
				return freePort;
			}
			if (attempt == ATTEMPTS) {
				throw failure("did not start");
			}
			// Another program may have taken the port, and the children of a killed
			// database need a moment to notice.
			sleep(Duration.ofMillis(700));
		}
	}

	private void stop() throws IOException {
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

	private static void sleep(Duration duration) throws IOException {
		try {
			Thread.sleep(duration);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("interrupted while the database started", ex);
		}
	}

	private EmbeddedDatabaseException failure(String what) throws IOException {
		List<String> lines = Files.readAllLines(this.log);
		String reasons = lines.stream()
			.filter((line) -> line.matches(".*(FATAL|PANIC|ERROR|DETAIL|HINT|error|failed):.*"))
			.map((line) -> line.replaceFirst(".*?(FATAL|PANIC|ERROR|DETAIL|HINT|error): *", ""))
			.collect(Collectors.joining(" "));
		return new EmbeddedDatabaseException(
				"The embedded PostgreSQL in %s %s: %s".formatted(this.folder.path(), what,
						reasons.isEmpty() ? String.join(" ", lines) : reasons),
				"See %s, or use a PostgreSQL of your own by SPRING_DATASOURCE_URL.".formatted(this.log));
	}

	@Override
	public String getUsername() {
		return USER;
	}

	@Override
	public String getPassword() {
		return this.password;
	}

	@Override
	public String getJdbcUrl() {
		return "jdbc:postgresql://" + LOOPBACK + ":" + this.port + "/postgres";
	}

	/** Stops the database in order, and gives the folder free. */
	@Override
	public void close() throws IOException {
		try {
			stop();
		}
		finally {
			this.folder.close();
		}
	}

}
