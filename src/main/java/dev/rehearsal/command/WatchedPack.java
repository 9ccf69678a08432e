package dev.rehearsal.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.rehearsal.bank.Pack;
import dev.rehearsal.bank.PackReader;
import dev.rehearsal.bank.PackReading;
import dev.rehearsal.review.PackPreview;
import dev.rehearsal.shared.Markdown;
import org.jspecify.annotations.Nullable;

/**
 * A pack whose files are being edited: looks at them whenever somebody asks, and reads
 * them again if names, sizes or times have changed.
 */
final class WatchedPack {

	/** A pack has at most 5,000 YAML files; more than this is not looked at. */
	private static final int MOST_FILES = 20_000;

	private final Path path;

	private final Markdown markdown;

	private String stamp = "";

	private @Nullable State state;

	WatchedPack(Path path, Markdown markdown) {
		this.path = path;
		this.markdown = markdown;
	}

	/** How the pack is now. */
	synchronized State now() {
		String found = stamp();
		State last = this.state;
		if (last != null && found.equals(this.stamp)) {
			return last;
		}
		int version = (last != null) ? last.version() + 1 : 1;
		State next = switch (PackReader.read(this.path)) {
			case PackReading.Sound(Pack pack) -> new State(version, pack.definition().title(),
					new PackPreview(pack, this.markdown), pack.images(), List.of(), 0);
			case PackReading.Broken broken -> new State(version, (last != null) ? last.title() : this.path.toString(),
					(last != null) ? last.preview() : null, (last != null) ? last.images() : Map.of(),
					new ProblemLines().of(broken.problems()), broken.more());
		};
		this.stamp = found;
		this.state = next;
		return next;
	}

	private String stamp() {
		try (Stream<Path> files = Files.walk(this.path, 20)) {
			return files.limit(MOST_FILES).map(WatchedPack::stamp).collect(Collectors.joining("\n"));
		}
		// A file went away while it was looked at: next time it is not there.
		catch (IOException | UncheckedIOException ex) {
			return "changing";
		}
	}

	private static String stamp(Path file) {
		try {
			return Files.isRegularFile(file)
					? file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file).toString() : "";
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * How a pack was when it was read.
	 *
	 * @param version counts the changes
	 * @param title of the pack
	 * @param preview of the items of its last sound version, if there was one
	 * @param images what those items show, by name
	 * @param problems what is wrong with it now
	 * @param more how many further problems there are
	 */
	record State(int version, String title, @Nullable PackPreview preview, Map<String, byte[]> images,
			List<ProblemLines.Found> problems, int more) {
	}

}
