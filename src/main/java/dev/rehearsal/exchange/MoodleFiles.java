package dev.rehearsal.exchange;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** The files that stand beside a text of Moodle XML, as its addresses name them. */
final class MoodleFiles {

	static final String ADDRESS = "@@PLUGINFILE@@";

	private final Map<String, XmlElement> files = new LinkedHashMap<>();

	private final Set<String> left;

	MoodleFiles(XmlElement text) {
		text.children("file").forEach((file) -> {
			String path = file.get("path").isEmpty() ? "/" : file.get("path");
			this.files.put(path + file.get("name"), file);
		});
		this.left = new LinkedHashSet<>(this.files.keySet());
	}

	/** Those that were not asked for. */
	Set<String> left() {
		return this.left;
	}

	byte @Nullable [] bytes(String address) {
		if (!address.startsWith(ADDRESS)) {
			return null;
		}
		String path = decoded(address.substring(ADDRESS.length()).replaceFirst("\\?.*", ""));
		XmlElement file = this.files.get(path);
		this.left.remove(path);
		return (file != null && file.get("encoding").equals("base64")) ? Gallery.decoded(file.text()) : null;
	}

	private static String decoded(String path) {
		try {
			return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return path;
		}
	}

}
