package dev.rehearsal.bank;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;

/** The files of a pack among those of an archive. */
final class PackContents {

	private PackContents() {
	}

	/** The files of the pack, pack.yaml first and the others by name. */
	static List<PackFile> find(String name, SortedMap<String, byte[]> files, Problems problems) {
		List<String> yaml = files.keySet().stream().filter(PackContents::isYaml).toList();
		List<String> packYaml = outermost(yaml.stream().filter(PackContents::isPackYaml).toList());
		if (packYaml.isEmpty() && yaml.size() == 1) {
			packYaml = yaml;
		}
		if (packYaml.size() != 1) {
			problems.unreadable(Place.of(name), Problem.Code.NO_PACK,
					(packYaml.isEmpty() ? "there is no pack.yaml here: write one that begins with the key pack"
							: "there are several files here that say what the pack is, %s: keep one of them"
								.formatted(Words.list(packYaml))));
			return List.of();
		}
		String folder = packYaml.getFirst().substring(0, packYaml.getFirst().lastIndexOf('/') + 1);
		List<PackFile> found = new ArrayList<>();
		for (Map.Entry<String, byte[]> file : files.entrySet()) {
			if (isYaml(file.getKey()) && file.getKey().startsWith(folder)) {
				found.add(PackFile.of(file.getKey(), file.getValue(), file.getKey().equals(packYaml.getFirst())));
			}
		}
		if (found.size() > PackFiles.MOST) {
			problems.unreadable(Place.of(name), Problem.Code.TOO_LARGE,
					"there are more than %,d YAML files here: divide the pack".formatted(PackFiles.MOST));
			return List.of();
		}
		found.sort(Comparator.comparing((file) -> !file.isPack()));
		return found;
	}

	private static List<String> outermost(List<String> paths) {
		int depth = paths.stream().mapToInt(PackContents::depth).min().orElse(0);
		return paths.stream().filter((path) -> depth(path) == depth).toList();
	}

	private static int depth(String path) {
		return (int) path.chars().filter((character) -> character == '/').count();
	}

	private static boolean isPackYaml(String path) {
		String file = path.substring(path.lastIndexOf('/') + 1);
		return file.equals("pack.yaml") || file.equals("pack.yml");
	}

	/**
	 * As in a folder: what begins with a dot is left out, and what macOS adds to archives
	 * too.
	 */
	private static boolean isYaml(String path) {
		String lower = path.toLowerCase(Locale.ROOT);
		return (lower.endsWith(".yaml") || lower.endsWith(".yml"))
				&& Stream.of(path.split("/")).noneMatch((part) -> part.startsWith(".") || part.equals("__MACOSX"));
	}

}
