package dev.rehearsal.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.springframework.util.FileSystemUtils;

/** Writes a folder that was not there: all of it, or nothing. */
final class NewFolder {

	private NewFolder() {
	}

	/**
	 * Writes files.
	 * @param folder not there yet
	 * @param files files by path below the folder
	 * @throws IOException if they cannot be written; nothing is left then
	 */
	static void write(Path folder, Map<String, byte[]> files) throws IOException {
		Path parent = Files.createDirectories(folder.toAbsolutePath().normalize().getParent());
		Path unfinished = Files.createTempDirectory(parent, ".unfinished-");
		try {
			for (Map.Entry<String, byte[]> file : files.entrySet()) {
				Path path = unfinished.resolve(file.getKey()).normalize();
				if (!path.startsWith(unfinished)) {
					throw new IOException("a path that leads out of the folder: " + file.getKey());
				}
				Files.createDirectories(path.getParent());
				Files.write(path, file.getValue());
			}
			Path pack = Files.createDirectory(folder.toAbsolutePath().normalize());
			Files.delete(pack);
			Files.move(unfinished, pack);
		}
		finally {
			FileSystemUtils.deleteRecursively(unfinished);
		}
	}

}
