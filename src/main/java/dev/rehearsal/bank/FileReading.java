package dev.rehearsal.bank;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Reads one file of a pack by itself, so that several can be read at once.
 *
 * @param <T> what becomes of an item
 */
final class FileReading<T> {

	private static final PackSchema SCHEMA = new PackSchema();

	private final PackFile file;

	private final Function<Pack.Item, T> prepare;

	private final Problems problems;

	private final ItemIds ids;

	private final PackImages images;

	private final List<T> items = new ArrayList<>();

	private @Nullable PackDefinition definition;

	private @Nullable Outline outline;

	FileReading(PackFile file, @Nullable Outline outline, Function<Pack.Item, T> prepare, Problems problems,
			ItemIds ids, Function<String, byte @Nullable []> images) {
		this.images = new PackImages(images, problems);
		this.file = file;
		this.outline = outline;
		this.prepare = prepare;
		this.problems = problems;
		this.ids = ids;
	}

	FileReading<T> read(byte[] content) {
		YamlNode root = YamlParser.parse(this.file.name(), content, this.problems);
		if (root == null) {
			return this;
		}
		if (!(root instanceof YamlNode.Mapping block)) {
			this.problems.unreadable(root.place(), Problem.Code.WRONG_TYPE,
					"a file of a pack begins with a key: write %s in the first line".formatted(
							this.file.isPack() ? "pack: and the id of the pack" : "items: and the items below it"));
			return this;
		}
		Set<String> faulty = SCHEMA.check(this.file.isPack() ? "pack" : "itemFile", withoutItems(block), this.problems);
		if (this.file.isPack()) {
			readDefinition(block, faulty);
		}
		ItemReader reader = new ItemReader(SCHEMA, this.outline, this.ids, this.problems,
				(item) -> this.items.add(this.prepare.apply(item)));
		block.list("items").forEach((item) -> reader.read(this.images.resolve(item)));
		return this;
	}

	private void readDefinition(YamlNode.Mapping block, Set<String> faulty) {
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

	Problems problems() {
		return this.problems;
	}

	ItemIds ids() {
		return this.ids;
	}

	/** Its sound items, prepared. */
	List<T> items() {
		return this.items;
	}

	/** The images that its items show, by name. */
	Map<String, byte[]> images() {
		return this.images.found();
	}

	@Nullable PackDefinition definition() {
		return this.definition;
	}

	@Nullable Outline outline() {
		return this.outline;
	}

}
