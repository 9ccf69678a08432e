package dev.rehearsal.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs commands in the test's own process, on a sound pack that tests break. */
final class Commands {

	private Commands() {
	}

	static Ran run(Object... args) {
		StringWriter out = new StringWriter();
		StringWriter err = new StringWriter();
		String[] words = List.of(args).stream().map(Object::toString).toArray(String[]::new);
		int code = PackCommands.run(new PrintWriter(out), new PrintWriter(err), words);
		return new Ran(code, out.toString(), err.toString());
	}

	static Path soundPack(Path folder) {
		try {
			for (String file : List.of("pack.yaml", "items.yaml", "case-studies/farm.yml")) {
				Path to = folder.resolve(file);
				Files.createDirectories(to.getParent());
				Files.copy(Path.of("src/test/resources/pack").resolve(file), to);
			}
			return folder;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Replaces text that must be there exactly once. */
	static void replace(Path file, String text, String by) {
		try {
			String before = Files.readString(file);
			assertThat(before.split(java.util.regex.Pattern.quote(text), -1)).as(text).hasSize(2);
			Files.writeString(file, before.replace(text, by));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * What a command did.
	 *
	 * @param code its exit code
	 * @param out what it reported
	 * @param err what it complained of
	 */
	record Ran(int code, String out, String err) {
	}

}
