package dev.rehearsal.bank;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

/** Where the packs of the folder of packs are, as far as this node has read them. */
@Component
public class FolderPacks {

	private final Map<String, Path> paths = new ConcurrentHashMap<>();

	void put(String packId, Path path) {
		this.paths.put(packId, path);
	}

	/**
	 * The files of a pack, for a copy.
	 * @param packId the pack
	 * @return by their paths in the pack; empty if there is no such pack
	 * @throws IOException if they cannot be read
	 */
	public SortedMap<String, byte[]> files(String packId) throws IOException {
		SortedMap<String, byte[]> files = new TreeMap<>();
		Path root = this.paths.get(packId);
		if (root != null && !Files.isDirectory(root)) {
			files.put("pack.yaml", Files.readAllBytes(root));
		}
		else if (root != null) {
			for (PackFile file : PackFiles.find(root, new Problems())) {
				Path path = Objects.requireNonNull(file.path());
				files.put(root.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
			}
			for (Path image : PackFiles.images(root)) {
				files.put(PackImages.FOLDER + image.getFileName(), Files.readAllBytes(image));
			}
		}
		return files;
	}

}
