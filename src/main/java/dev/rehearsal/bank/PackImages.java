package dev.rehearsal.bank;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Finds the images that items show, and puts the address of what they show in place of
 * their names: another image under the same name makes another revision.
 */
final class PackImages {

	static final String FOLDER = "images/";

	private static final Pattern SHOWN = Pattern.compile("(!\\[[^\\[\\]]*]\\()(images/[^)\\s]*+)(?=[)\\s])");

	private final Function<String, byte @Nullable []> files;

	private final Problems problems;

	private final Map<String, byte[]> found = new TreeMap<>();

	PackImages(Function<String, byte @Nullable []> files, Problems problems) {
		this.files = files;
		this.problems = problems;
	}

	/** Those that are shown, by the names that they have from now on. */
	Map<String, byte[]> found() {
		return this.found;
	}

	/** The same item with addresses in its texts. */
	YamlNode resolve(YamlNode node) {
		return switch (node) {
			case YamlNode.Scalar scalar -> scalar.text().contains("](" + FOLDER)
					? new YamlNode.Scalar(scalar.place(), resolve(scalar.text(), scalar.place()), scalar.plain())
					: node;
			case YamlNode.Sequence sequence ->
				new YamlNode.Sequence(sequence.place(), sequence.entries().stream().map(this::resolve).toList());
			case YamlNode.Mapping mapping -> {
				Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
				mapping.entries()
					.forEach((key, entry) -> entries.put(key, new YamlNode.Entry(entry.key(), resolve(entry.value()))));
				yield new YamlNode.Mapping(mapping.place(), entries);
			}
		};
	}

	private String resolve(String text, Place place) {
		return SHOWN.matcher(text)
			.replaceAll((shown) -> Matcher.quoteReplacement(shown.group(1) + address(shown.group(2), place)));
	}

	private String address(String path, Place place) {
		byte[] bytes = path.contains("..") ? null : this.files.apply(path);
		Optional<ImageKind> kind = (bytes != null) ? ImageKind.of(bytes) : Optional.empty();
		if (bytes == null || kind.isEmpty()) {
			this.problems.add(place, Problem.Code.IMAGE, (bytes == null)
					? "the pack has no image %s: put it into the folder images, or correct its name"
						.formatted(Words.quote(path))
					: "%s is no PNG, JPEG, GIF or WebP image, or has more than %d MiB or more than %,d pixels on a side"
						.formatted(Words.quote(path), ImageKind.LARGEST >> 20, ImageKind.WIDEST));
			return path;
		}
		String name = ContentHash.ofBytes(bytes) + "." + kind.get().ending();
		this.found.put(name, bytes);
		return "/images/" + name;
	}

}
