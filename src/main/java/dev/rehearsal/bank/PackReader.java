package dev.rehearsal.bank;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Reads packs: all of a pack or all of its problems. Writes nothing and fetches nothing.
 */
public final class PackReader {

	private PackReader() {
	}

	/**
	 * Reads a pack.
	 * @param pack a folder with pack.yaml, or a single YAML file
	 * @return all of it, or what is wrong with it
	 */
	public static PackReading read(Path pack) {
		return collect((stream) -> stream.read(pack), PackProgress.NONE);
	}

	/**
	 * Reads a pack that stands in memory, for example one from an archive.
	 * @param name what problems call the whole, for example the archive's name
	 * @param files the files by path, {@code /} between folders: pack.yaml, in a folder
	 * or not, and the YAML files beside and below it, or a single YAML file. Of all
	 * others only images are used.
	 * @return all of it, or what is wrong with it
	 */
	public static PackReading read(String name, SortedMap<String, byte[]> files) {
		return read(name, files, PackProgress.NONE);
	}

	/**
	 * Reads a pack that stands in memory while somebody waits.
	 * @param name what problems call the whole
	 * @param files the files by path
	 * @param progress hears of each file
	 * @return all of it, or what is wrong with it
	 */
	public static PackReading read(String name, SortedMap<String, byte[]> files, PackProgress progress) {
		return collect((stream) -> stream.read(name, files), progress);
	}

	private static PackReading collect(Function<PackStream<Pack.Item>, PackReading> reading, PackProgress progress) {
		List<Pack.Item> items = new ArrayList<>();
		PackStream<Pack.Item> stream = new PackStream<>(Function.identity(), (part, item) -> items.add(item), progress);
		return switch (reading.apply(stream)) {
			case PackReading.Broken broken -> broken;
			case PackReading.Sound(Pack sound) -> {
				items.sort(Comparator.comparing(Pack.Item::id));
				yield new PackReading.Sound(new Pack(sound.definition(), List.copyOf(items), sound.images()));
			}
		};
	}

	/**
	 * Where the items of a pack stand, for whoever has something to say about them.
	 * @param pack a folder with pack.yaml, or a single YAML file
	 * @return by the id of the item or case study
	 */
	public static Map<String, Place> places(Path pack) {
		PackStream<String> stream = new PackStream<>(Pack.Item::id, (part, item) -> {
		}, PackProgress.NONE);
		stream.read(pack);
		return stream.places();
	}

	/**
	 * The id that a pack says it has, whatever else is wrong with it.
	 * @return null if there is none
	 */
	static @Nullable String idOf(Path pack) {
		List<Path> files = Files.isDirectory(pack) ? PackFiles.packYaml(pack) : List.of(pack);
		if (files.size() != 1) {
			return null;
		}
		Problems unsaid = new Problems();
		PackFile file = PackFile.of(files.getFirst(), true);
		byte[] content = file.read(unsaid);
		YamlNode root = (content != null) ? YamlParser.parse(file.name(), content, unsaid) : null;
		return (root instanceof YamlNode.Mapping block) ? block.text("pack") : null;
	}

}
