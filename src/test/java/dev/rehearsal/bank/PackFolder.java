package dev.rehearsal.bank;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** A sound pack in a folder of its own, which tests break. */
final class PackFolder {

	static final List<String> FILES = List.of("pack.yaml", "items.yaml", "case-studies/farm.yml");

	private final Path folder;

	PackFolder(Path folder) {
		this.folder = folder;
		FILES.forEach((file) -> write(file, original(file)));
	}

	/** A file of the sound pack. */
	static String original(String file) {
		try (var in = PackFolder.class.getResourceAsStream("/pack/" + file)) {
			return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Path path() {
		return this.folder;
	}

	PackFolder write(String file, String text) {
		return write(file, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
	}

	PackFolder write(String file, byte[] bytes) {
		try {
			Path path = this.folder.resolve(file);
			Files.createDirectories(path.getParent());
			Files.write(path, bytes);
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	PackFolder delete(String file) {
		try {
			Files.delete(this.folder.resolve(file));
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Replaces text that must be there exactly once. */
	PackFolder replace(String file, String text, String by) {
		try {
			String before = Files.readString(this.folder.resolve(file));
			assertThat(before.split(java.util.regex.Pattern.quote(text), -1)).as(text).hasSize(2);
			return write(file, before.replace(text, by));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	PackReading read() {
		return PackReader.read(this.folder);
	}

	Pack pack() {
		if (read() instanceof PackReading.Sound(Pack pack)) {
			return pack;
		}
		throw new AssertionError(problems());
	}

	/** Its problems, each as people see it, without the folder. */
	List<String> problems() {
		if (read() instanceof PackReading.Broken broken) {
			return broken.problems()
				.stream()
				.map(Problem::toString)
				.map((problem) -> problem.replace(this.folder + "/", "").replace(this.folder.toString(), "."))
				.toList();
		}
		return List.of();
	}

}
