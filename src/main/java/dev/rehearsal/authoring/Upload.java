package dev.rehearsal.authoring;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import dev.rehearsal.bank.ArchiveReading;
import dev.rehearsal.bank.PackArchive;

/**
 * What an author hands in: YAML files and images, or zip archives of them.
 *
 * @param files those that belong into a pack, by their paths in it
 * @param leftOut the others
 */
public record Upload(SortedMap<String, byte[]> files, List<String> leftOut) {

	/**
	 * One of the files that were chosen.
	 *
	 * @param name its name on the author's machine
	 * @param content its bytes
	 */
	@SuppressWarnings("ArrayRecordComponent") // nobody compares them
	public record Part(String name, byte[] content) {
	}

	/**
	 * Unpacks what was handed in.
	 * @param parts what was chosen
	 * @param into whether it is added to a draft, so that a single file keeps its name
	 * @return the files
	 * @throws DraftRefusedException if nothing of it can be used
	 */
	public static Upload of(List<Part> parts, boolean into) {
		SortedMap<String, byte[]> all = new TreeMap<>();
		for (Part part : parts) {
			if (PackArchive.isArchive(part.content())) {
				switch (PackArchive.read(part.content())) {
					case ArchiveReading.Files(SortedMap<String, byte[]> files) -> all.putAll(files);
					case ArchiveReading.Refused refused ->
						throw new DraftRefusedException(DraftRefusal.ARCHIVE, refused.sentence());
				}
			}
			else if (part.content().length > 0) {
				String name = part.name().substring(part.name().replace('\\', '/').lastIndexOf('/') + 1);
				all.put(DraftFiles.hasImageEnding(name) ? "images/" + name : name, part.content());
			}
			// Many small archives may unpack to more than the machine has.
			long bytes = all.values().stream().mapToLong((content) -> content.length).sum();
			if (bytes > DraftFiles.LARGEST_DRAFT || all.size() > DraftFiles.MOST) {
				throw new DraftRefusedException(DraftRefusal.DRAFT_TOO_LARGE, "");
			}
		}
		SortedMap<String, byte[]> kept = new TreeMap<>();
		List<String> leftOut = all.keySet().stream().filter((path) -> !belongs(path)).toList();
		all.forEach((path, content) -> {
			if (belongs(path)) {
				kept.put(path, content);
			}
		});
		if (kept.isEmpty()) {
			throw new DraftRefusedException(DraftRefusal.NOTHING,
					String.join(", ", leftOut.stream().limit(5).toList()));
		}
		SortedMap<String, byte[]> files = withoutFolder(kept);
		if (files.size() == 1 && !into) {
			return new Upload(new TreeMap<>(Map.of("pack.yaml", files.firstEntry().getValue())), leftOut);
		}
		return new Upload(files, leftOut);
	}

	/** As in a folder of packs: what begins with a dot is no part of the pack. */
	private static boolean belongs(String path) {
		return DraftFiles.isName(path) && Stream.of(path.split("/")).noneMatch("__MACOSX"::equals);
	}

	/** An archive of a folder has all its files in that folder. */
	private static SortedMap<String, byte[]> withoutFolder(SortedMap<String, byte[]> files) {
		String first = files.firstKey();
		String folder = first.substring(0, first.indexOf('/') + 1);
		if (folder.isEmpty() || folder.equals("images/")
				|| !files.keySet().stream().allMatch((path) -> path.startsWith(folder))) {
			return files;
		}
		SortedMap<String, byte[]> moved = new TreeMap<>();
		files.forEach((path, content) -> moved.put(path.substring(folder.length()), content));
		return withoutFolder(moved);
	}

}
