package dev.rehearsal.bank;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The files of a pack: one YAML file, or a folder with pack.yaml and files of items at
 * any depth.
 */
final class PackFiles {

	static final int MOST = 5_000;

	private static final int MOST_ENTRIES = 50_000;

	private static final int DEEPEST = 16;

	private final Problems problems;

	private final Path root;

	private final List<PackFile> found = new ArrayList<>();

	private int entries;

	private PackFiles(Path root, Problems problems) {
		this.root = root;
		this.problems = problems;
	}

	/**
	 * Whether a name is that of a YAML file.
	 * @param path any path
	 */
	static boolean isYaml(Path path) {
		String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
		return !name.startsWith(".") && (name.endsWith(".yaml") || name.endsWith(".yml"));
	}

	/**
	 * The pack.yaml of a folder.
	 * @param folder any folder
	 * @return the ones that are there, files or not
	 */
	static List<Path> packYaml(Path folder) {
		return List.of(folder.resolve("pack.yaml"), folder.resolve("pack.yml"))
			.stream()
			.filter((path) -> Files.exists(path, LinkOption.NOFOLLOW_LINKS))
			.toList();
	}

	/**
	 * The files of a pack, pack.yaml first and the others by name.
	 * @param pack a folder or a file
	 */
	static List<PackFile> find(Path pack, Problems problems) {
		if (!Files.isDirectory(pack)) {
			return List.of(PackFile.of(pack, true));
		}
		Place place = Place.of(PackFile.nameOf(pack));
		List<Path> packYaml = packYaml(pack);
		if (packYaml.size() != 1) {
			problems.unreadable(place, Problem.Code.NO_PACK,
					packYaml.isEmpty() ? "this folder has no pack.yaml: write one that begins with the key pack"
							: "this folder has pack.yaml and pack.yml: keep one of them");
		}
		PackFiles files = new PackFiles(pack, problems);
		files.walk(pack, 1);
		if (files.found.size() > MOST || files.entries > MOST_ENTRIES) {
			problems.unreadable(place, Problem.Code.TOO_LARGE,
					"this folder has more than %,d YAML files or %,d entries: divide the pack, or move the rest elsewhere"
						.formatted(MOST, MOST_ENTRIES));
			return List.of();
		}
		files.found.sort(Comparator.comparing((file) -> !file.isPack()));
		return files.found;
	}

	/**
	 * An image in the folder of a pack, bounded; null if there is none that can be read.
	 */
	static byte @Nullable [] image(Path pack, String path) {
		Path folder = Files.isDirectory(pack) ? pack : pack.resolveSibling(".");
		try {
			Path file = folder.resolve(path).toRealPath();
			if (!file.startsWith(folder.toRealPath()) || !Files.isRegularFile(file)) {
				return null;
			}
			try (InputStream in = Files.newInputStream(file)) {
				return in.readNBytes(ImageKind.LARGEST + 1);
			}
		}
		catch (IOException | InvalidPathException ex) {
			return null;
		}
	}

	/** What lies in the folder of images, by name. */
	static List<Path> images(Path pack) {
		Path folder = (Files.isDirectory(pack) ? pack : pack.resolveSibling(".")).resolve(PackImages.FOLDER);
		if (!Files.isDirectory(folder)) {
			return List.of();
		}
		try (Stream<Path> images = Files.list(folder)) {
			return images.sorted().toList();
		}
		catch (IOException | UncheckedIOException ex) {
			return List.of();
		}
	}

	private void walk(Path folder, int depth) {
		if (depth > DEEPEST) {
			this.problems.unreadable(Place.of(PackFile.nameOf(folder)), Problem.Code.TOO_DEEP,
					"more than " + DEEPEST + " folders stand inside each other here: move the files up");
			return;
		}
		for (Path path : list(folder)) {
			if (String.valueOf(path.getFileName()).startsWith(".") || this.found.size() > MOST) {
				continue;
			}
			if (Files.isSymbolicLink(path) && !staysInside(path)) {
				continue;
			}
			boolean isPackYaml = depth == 1 && packYaml(folder).contains(path);
			if (Files.isDirectory(path) && !isYaml(path)) {
				walk(path, depth + 1);
			}
			else if (isYaml(path)) {
				this.found.add(PackFile.of(path, isPackYaml));
			}
		}
	}

	private List<Path> list(Path folder) {
		try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
			List<Path> paths = StreamSupport.stream(stream.spliterator(), false)
				.limit(MOST_ENTRIES - this.entries + 1L)
				.sorted()
				.toList();
			this.entries += paths.size();
			return paths;
		}
		catch (IOException | RuntimeException ex) {
			this.problems.unreadable(Place.of(PackFile.nameOf(folder)), Problem.Code.UNREADABLE,
					"this folder cannot be read: check who may read it");
			return List.of();
		}
	}

	private boolean staysInside(Path link) {
		String sentence = "this is a symbolic link that leads nowhere: delete it";
		try {
			Path target = link.toRealPath();
			if (!target.startsWith(this.root.toRealPath())) {
				sentence = "this is a symbolic link that leads out of the pack: put the file itself here";
			}
			else if (Files.isDirectory(target)) {
				sentence = "this is a symbolic link to a folder: put the files themselves here";
			}
			else {
				return true;
			}
		}
		catch (IOException ex) {
			// It leads nowhere, or in circles.
		}
		this.problems.unreadable(Place.of(PackFile.nameOf(link)), Problem.Code.LINK, sentence);
		return false;
	}

}
