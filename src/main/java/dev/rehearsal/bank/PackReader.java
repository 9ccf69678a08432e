package dev.rehearsal.bank;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

import org.jspecify.annotations.Nullable;

/**
 * Reads packs: all of a pack or all of its problems. Writes nothing and fetches nothing.
 */
public final class PackReader {

	private static final long MOST_BYTES = 512L << 20;

	private static final PackSchema SCHEMA = new PackSchema();

	private final Problems problems = new Problems();

	private final ItemIds ids = new ItemIds(this.problems);

	private final List<Pack.Item> items = new ArrayList<>();

	private @Nullable PackDefinition definition;

	private @Nullable Outline outline;

	private PackReader() {
	}

	/**
	 * Reads a pack.
	 * @param pack a folder with pack.yaml, or a single YAML file
	 * @return all of it, or what is wrong with it
	 */
	public static PackReading read(Path pack) {
		return new PackReader().readAll(pack);
	}

	/**
	 * Reads a pack that stands in memory, for example one from an archive.
	 * @param name what problems call the whole, for example the archive's name
	 * @param files the files by path, {@code /} between folders: pack.yaml, in a folder
	 * or not, and the YAML files beside and below it, or a single YAML file. All others
	 * are left out.
	 * @return all of it, or what is wrong with it
	 */
	public static PackReading read(String name, SortedMap<String, byte[]> files) {
		PackReader reader = new PackReader();
		return reader.readAll(name, PackContents.find(name, files, reader.problems));
	}

	private PackReading readAll(Path pack) {
		return readAll(PackFile.nameOf(pack), PackFiles.find(pack, this.problems));
	}

	private PackReading readAll(String name, List<PackFile> files) {
		long bytes = 0;
		for (PackFile file : files) {
			byte[] content = file.read(this.problems);
			bytes += (content != null) ? content.length : 0;
			if (bytes > MOST_BYTES) {
				this.problems.unreadable(Place.of(file.name()), Problem.Code.TOO_LARGE,
						"the pack has more than %d MiB up to this file: divide it into several packs"
							.formatted(MOST_BYTES >> 20));
				break;
			}
			if (content != null) {
				read(file.name(), content, file.isPack());
			}
		}
		this.ids.check();
		if (this.problems.count() == 0 && this.items.isEmpty()) {
			this.problems.add(Place.of(files.isEmpty() ? name : files.getFirst().name()), Problem.Code.EMPTY,
					"this pack has no items: write some into files in its folder");
		}
		if (this.problems.count() > 0 || this.definition == null) {
			return this.problems.toReading();
		}
		this.items.sort(Comparator.comparing(Pack.Item::id));
		return new PackReading.Sound(new Pack(this.definition, List.copyOf(this.items)));
	}

	private void read(String file, byte[] content, boolean isPack) {
		YamlNode root = YamlParser.parse(file, content, this.problems);
		if (root == null) {
			return;
		}
		if (!(root instanceof YamlNode.Mapping block)) {
			this.problems.unreadable(root.place(), Problem.Code.WRONG_TYPE,
					"a file of a pack begins with a key: write %s in the first line"
						.formatted(isPack ? "pack: and the id of the pack" : "items: and the items below it"));
			return;
		}
		Set<String> faulty = SCHEMA.check(isPack ? "pack" : "itemFile", withoutItems(block), this.problems);
		if (isPack) {
			DefinitionReader reader = new DefinitionReader(block, faulty, this.problems);
			this.outline = reader.outline();
			this.definition = reader.definition();
			if (!faulty.contains("blueprints")) {
				block.blocks("blueprints")
					.stream()
					.filter((blueprint) -> blueprint.get("form") != null)
					.forEach((blueprint) -> this.ids.name(new FixedForm(blueprint, this.problems)));
			}
		}
		ItemReader reader = new ItemReader(SCHEMA, this.outline, this.ids, this.problems, this.items::add);
		block.list("items").forEach(reader::read);
	}

	/** Items are checked one by one, each by the definition of its type. */
	private static YamlNode.Mapping withoutItems(YamlNode.Mapping block) {
		if (block.list("items").isEmpty()) {
			return block;
		}
		YamlNode.Mapping without = new YamlNode.Mapping(block.place(), new LinkedHashMap<>(block.entries()));
		YamlNode.Entry first = new YamlNode.Entry(block.placeOf("items"),
				new YamlNode.Sequence(block.placeIn("items"), block.list("items").subList(0, 1)));
		without.entries().put("items", first);
		return without;
	}

}
