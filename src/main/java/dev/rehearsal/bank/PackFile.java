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
 * @param path where it is
 * @param isPack whether it says what the pack is
 */
record PackFile(String name, Path path, boolean isPack) {

	static final long LARGEST = 8 << 20;

	static PackFile of(Path path, boolean isPack) {
		return new PackFile(nameOf(path), path, isPack);
	}

	/**
	 * Its bytes, bounded whatever the file system says of its size.
	 * @return null after a problem
	 */
	byte @Nullable [] read(Problems problems) {
		Place place = Place.of(this.name);
		try {
			if (!Files.isRegularFile(this.path)) {
				problems.unreadable(place, Problem.Code.UNREADABLE,
						Files.isDirectory(this.path)
								? "this is a folder, and a YAML file belongs here: rename the folder, or move its files"
								: "there is no file here that can be read: write a YAML file of this name");
				return null;
			}
			long size = Files.size(this.path);
			byte[] bytes = {};
			if (size <= LARGEST) {
				try (InputStream in = Files.newInputStream(this.path)) {
					bytes = in.readNBytes((int) LARGEST + 1);
				}
			}
			if (Math.max(size, bytes.length) > LARGEST) {
				problems.unreadable(place, Problem.Code.TOO_LARGE,
						"this file has %,d MiB, and at most %d are read: divide it into several files"
							.formatted((size + (1 << 20) - 1) >> 20, LARGEST >> 20));
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

	/** How problems name a file or a folder. */
	static String nameOf(Path path) {
		return path.normalize().toString().replace('\\', '/').replaceAll("\\p{Cntrl}", "?");
	}

}
