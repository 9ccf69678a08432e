package dev.rehearsal.shared;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The folder that holds all that the embedded database keeps. One process at a time has
 * it: the operating system drops the lock with the process, however that ends.
 */
final class DataFolder implements AutoCloseable {

	private final Path path;

	private final FileChannel lock;

	private DataFolder(Path path, FileChannel lock) {
		this.path = path;
		this.lock = lock;
	}

	/**
	 * Creates the folder where it does not exist, and locks it.
	 * @param directory absolute, or relative to the working directory
	 * @return the folder, until it is closed
	 * @throws EmbeddedDatabaseException if the folder cannot be written, or another
	 * process has it
	 */
	static DataFolder open(Path directory) {
		try {
			Files.createDirectories(directory);
			Path path = directory.toRealPath();
			FileChannel lock = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE,
					StandardOpenOption.READ, StandardOpenOption.WRITE);
			if (!lock(lock)) {
				String owner = Files.readString(path.resolve("lock")).strip();
				lock.close();
				throw new EmbeddedDatabaseException(
						"Another Rehearsal" + (owner.isEmpty() ? "" : " (process " + owner + ")")
								+ " is already running on the data folder " + path + ".",
						"Use the one that is running, or stop it first, or give this one a folder of its own with --rehearsal.data.directory=….");
			}
			lock.truncate(0);
			lock.write(ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
			return new DataFolder(path, lock);
		}
		catch (IOException ex) {
			throw unusable(directory.toAbsolutePath(), ex);
		}
	}

	private static boolean lock(FileChannel channel) throws IOException {
		try {
			return channel.tryLock() != null;
		}
		catch (OverlappingFileLockException ex) {
			return false;
		}
	}

	static EmbeddedDatabaseException unusable(Path path, IOException cause) {
		var failure = new EmbeddedDatabaseException("The data folder " + path + " cannot be used: " + describe(cause),
				"Make the folder writable for the user \"" + System.getProperty("user.name")
						+ "\" and see that its disk has at least 300 MB free, or name another folder with --rehearsal.data.directory=….");
		failure.initCause(cause);
		return failure;
	}

	private static String describe(IOException cause) {
		String kind = switch (cause) {
			case java.nio.file.AccessDeniedException _ -> "permission denied: ";
			case java.nio.file.FileAlreadyExistsException _ -> "not a folder: ";
			default -> "";
		};
		return kind + cause.getMessage();
	}

	Path path() {
		return this.path;
	}

	/**
	 * The database's password, made up when the folder is first used. It keeps the other
	 * users of the machine out, who can reach the database's port too.
	 * @param create whether there may be none yet
	 * @return the file that holds it, readable for its owner only
	 * @throws EmbeddedDatabaseException if there is none and there should be
	 */
	Path password(boolean create) {
		Path file = this.path.resolve("password");
		try {
			if (create) {
				byte[] random = new byte[24];
				new SecureRandom().nextBytes(random);
				Files.deleteIfExists(file);
				Files.createFile(file,
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
				Files.writeString(file, HexFormat.of().formatHex(random));
			}
			else if (!Files.isReadable(file)) {
				throw new EmbeddedDatabaseException(
						"The database's password, " + file + ", is missing or not readable.",
						"Put the file back from a copy of the data folder.");
			}
			return file;
		}
		catch (IOException ex) {
			throw unusable(this.path, ex);
		}
	}

	@Override
	public void close() {
		try {
			this.lock.close();
		}
		catch (IOException ex) {
			throw unusable(this.path, ex);
		}
	}

}
