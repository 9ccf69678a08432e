package dev.rehearsal.shared;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.util.FileSystemUtils;

/**
 * The PostgreSQL that the application starts and stops by itself when no other is
 * configured. It is durable (what is committed survives a power cut), listens on the
 * loopback address only, asks for a password, and is started again if it dies.
 */
final class EmbeddedDatabase implements JdbcConnectionDetails, AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(EmbeddedDatabase.class);

	private static final String USER = "rehearsal";

	private final DataFolder folder;

	private final PostgresBinaries binaries;

	private final Path cluster;

	private final Path log;

	private final String password;

	private final Postmaster postmaster;

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
			this.postmaster = new Postmaster(this.binaries, this.cluster, this.log);
			this.postmaster.start();
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
			throw Postmaster.failure(this.log, "could not create its files");
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
		return "jdbc:postgresql://" + Postmaster.LOOPBACK + ":" + this.postmaster.port() + "/postgres";
	}

	/** Stops the database in order, and gives the folder free. */
	@Override
	public void close() throws IOException {
		try {
			this.postmaster.stop();
		}
		finally {
			this.folder.close();
		}
	}

}
