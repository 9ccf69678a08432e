package dev.rehearsal.bank;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * A file of a pack.
 *
 * @param name how problems name it
 * @param path where it is, if it has to be read
 * @param content its bytes, if they are in memory already
 * @param isPack whether it says what the pack is
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares files
record PackFile(String name, @Nullable Path path, byte @Nullable [] content, boolean isPack) {

	static final long LARGEST = 8 << 20;

	static PackFile of(Path path, boolean isPack) {
		return new PackFile(nameOf(path), path, null, isPack);
	}

	static PackFile of(String name, byte[] content, boolean isPack) {
		return new PackFile(nameOf(name), null, content, isPack);
	}

	/**
	 * Its bytes, bounded whatever the file system says of its size.
	 * @return null after a problem
	 */
	byte @Nullable [] read(Problems problems) {
		return (this.path != null) ? read(this.path, problems) : bounded(this.content, problems);
	}

	private byte @Nullable [] bounded(byte @Nullable [] bytes, Problems problems) {
		if (bytes != null && bytes.length > LARGEST) {
			tooLarge(bytes.length, problems);
			return null;
		}
		return bytes;
	}

	private byte @Nullable [] read(Path file, Problems problems) {
		Place place = Place.of(this.name);
		try {
			if (!Files.isRegularFile(file)) {
				problems.unreadable(place, Problem.Code.UNREADABLE,
						Files.isDirectory(file)
								? "this is a folder, and a YAML file belongs here: rename the folder, or move its files"
								: "there is no file here that can be read: write a YAML file of this name");
				return null;
			}
			long size = Files.size(file);
			byte[] bytes = {};
			if (size <= LARGEST) {
				try (InputStream in = Files.newInputStream(file)) {
					bytes = in.readNBytes((int) LARGEST + 1);
				}
			}
			if (Math.max(size, bytes.length) > LARGEST) {
				tooLarge(size, problems);
				return null;
			}
			return bytes;
		}
		catch (IOException | SecurityException ex) {
			problems.unreadable(place, Problem.Code.UNREADABLE,
					"this file cannot be read: check that it is there and who may read it");
			return null;
		}
	}

	private void tooLarge(long size, Problems problems) {
		problems.unreadable(Place.of(this.name), Problem.Code.TOO_LARGE,
				"this file has %,d MiB, and at most %d are read: divide it into several files"
					.formatted((size + (1 << 20) - 1) >> 20, LARGEST >> 20));
	}

	/** How problems name a file or a folder. */
	static String nameOf(Path path) {
		return nameOf(path.normalize().toString());
	}

	private static String nameOf(String path) {
		return path.replace('\\', '/').replaceAll("\\p{Cntrl}", "?");
	}

}
