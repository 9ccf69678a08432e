package dev.rehearsal.authoring;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a new pack begins with: sound, short, and an item of each kind to write over. */
public final class Template {

	private Template() {
	}

	/**
	 * The files of a new pack.
	 * @param packId its id
	 * @param title for people
	 * @return by path
	 */
	public static SortedMap<String, byte[]> files(String packId, String title) {
		String quoted = "\"" + title.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ") + "\"";
		SortedMap<String, byte[]> files = new TreeMap<>();
		files.put("pack.yaml",
				read("pack.yaml").replace("{id}", packId).replace("{title}", quoted).getBytes(StandardCharsets.UTF_8));
		files.put("items.yaml", read("items.yaml").getBytes(StandardCharsets.UTF_8));
		return files;
	}

	private static String read(String name) {
		try (InputStream in = Objects.requireNonNull(Template.class.getResourceAsStream("/authoring/" + name))) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
