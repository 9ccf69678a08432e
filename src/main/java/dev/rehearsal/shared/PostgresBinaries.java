package dev.rehearsal.shared;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

import org.springframework.core.io.ClassPathResource;
import org.springframework.util.FileSystemUtils;

/**
 * PostgreSQL's programs, unpacked from the class path: initdb, pg_ctl and postgres.
 *
 * @param home the folder that holds bin, lib and share
 */
record PostgresBinaries(Path home) {

	/**
	 * Unpacks the programs for this machine, unless that was done before.
	 * @param directory the folder below which they are kept, one folder per release
	 * @return the programs
	 * @throws EmbeddedDatabaseException if there are none for this machine
	 * @throws IOException if the folder cannot be written
	 */
	static PostgresBinaries unpackBelow(Path directory) throws IOException {
		ClassPathResource archive = new ClassPathResource("postgres-" + system() + "-" + architecture() + ".txz");
		if (!archive.exists()) {
			throw new EmbeddedDatabaseException(
					"There is no PostgreSQL for this kind of machine in the application ("
							+ System.getProperty("os.name") + ", " + System.getProperty("os.arch") + ").",
					"Start a PostgreSQL 18 yourself and say where it is with SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD.");
		}
		Path home = directory.resolve(fingerprint(archive));
		if (!Files.isDirectory(home)) {
			// The rename comes last: a folder of that name is complete, whenever the
			// process was killed.
			Path unfinished = directory.resolve(home.getFileName() + ".unfinished");
			FileSystemUtils.deleteRecursively(unfinished);
			unpack(archive, unfinished);
			Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
		}
		return new PostgresBinaries(home);
	}

	private static String system() {
		return System.getProperty("os.name").startsWith("Mac") ? "darwin"
				: System.getProperty("os.name").toLowerCase(Locale.ROOT);
	}

	private static String architecture() {
		return switch (System.getProperty("os.arch")) {
			case "amd64", "x86_64" -> "x86_64";
			case "aarch64", "arm64" -> "arm_64";
			case String other -> other;
		};
	}

	private static String fingerprint(ClassPathResource archive) throws IOException {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(archive.getContentAsByteArray());
			return HexFormat.of().formatHex(digest, 0, 8);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void unpack(ClassPathResource archive, Path target) throws IOException {
		try (InputStream in = archive.getInputStream();
				TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(in))) {
			TarArchiveEntry entry;
			while ((entry = tar.getNextEntry()) != null) {
				Path path = target.resolve(entry.getName()).normalize();
				if (entry.isDirectory()) {
					Files.createDirectories(path);
					continue;
				}
				Files.createDirectories(path.resolveSibling("."));
				if (entry.isSymbolicLink()) {
					Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
					continue;
				}
				Files.copy(tar, path);
				Files.setPosixFilePermissions(path,
						PosixFilePermissions.fromString((entry.getMode() & 0100) != 0 ? "rwxr-xr-x" : "rw-r--r--"));
			}
		}
	}

	/**
	 * The major version, which decides what data folders they can read.
	 * @return such as 18
	 * @throws IOException if the programs are damaged
	 */
	String majorVersion() throws IOException {
		// The first line of this file is "# PostgreSQL 18".
		try (var lines = Files.lines(this.home.resolve("share/postgresql/postgres.bki"))) {
			return lines.findFirst().orElse("").replaceAll("\\D", "");
		}
	}

	/**
	 * Runs a program to its end.
	 * @param log where its output goes
	 * @param program such as pg_ctl
	 * @param arguments its arguments
	 * @return its exit code
	 * @throws IOException if it cannot be run
	 */
	int run(Path log, String program, String... arguments) throws IOException {
		List<String> command = new ArrayList<>();
		if (system().equals("linux") && System.getProperty("user.name").equals("root")) {
			// PostgreSQL refuses to run as root. In a user namespace of its own it is
			// nobody, and still owns its files.
			command.addAll(List.of("unshare", "--user"));
		}
		command.add(this.home.resolve("bin").resolve(program).toString());
		command.addAll(List.of(arguments));
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
		builder.environment().put("LC_ALL", "C");
		builder.environment().keySet().removeIf((name) -> name.startsWith("PG"));
		try {
			return builder.start().waitFor();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("interrupted while " + program + " ran", ex);
		}
	}

}
