package dev.rehearsal.bank;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
		List<Pack.Item> items = new ArrayList<>();
		PackDefinition definition = null;
		PackStream<Pack.Item> stream = new PackStream<>(Function.identity(), (part, item) -> items.add(item),
				PackProgress.NONE);
		switch (stream.read(pack)) {
			case PackReading.Broken broken -> {
				return broken;
			}
			case PackReading.Sound(Pack sound) -> definition = sound.definition();
		}
		items.sort(Comparator.comparing(Pack.Item::id));
		return new PackReading.Sound(new Pack(definition, List.copyOf(items)));
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
