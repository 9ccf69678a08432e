package dev.rehearsal.authoring;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.rehearsal.bank.ImageKind;

/**
 * Which files a draft may have, and what is read from them without understanding them.
 */
public final class DraftFiles {

	/** Bytes of a file, as much as the reader takes. */
	static final int LARGEST = 8 << 20;

	/** Bytes of all files together. */
	static final long LARGEST_DRAFT = 64L << 20;

	static final int MOST = 5_000;

	/**
	 * Bytes up to which a file can be edited on a page: a form has to carry it, in
	 * percents.
	 */
	public static final int LARGEST_TEXT = 512 << 10;

	private static final Pattern PATH = Pattern
		.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}._ -]{0,99}(/[\\p{L}\\p{N}_][\\p{L}\\p{N}._ -]{0,99}){0,7}");

	private static final Pattern IMAGE = Pattern.compile("(?i).*\\.(png|jpe?g|gif|webp)");

	private static final Pattern PACK_ID = Pattern
		.compile("(?m)^pack:[ \\t]*[\"']?([a-z0-9-]{1,100})[\"']?[ \\t]*(#.*)?$");

	private static final Pattern TITLE = Pattern.compile("(?m)^title:(.*)$");

	private DraftFiles() {
	}

	/**
	 * Whether a pack has such files.
	 * @param path with slashes
	 * @return true for YAML
	 */
	public static boolean isText(String path) {
		String lower = path.toLowerCase(Locale.ROOT);
		return lower.endsWith(".yaml") || lower.endsWith(".yml");
	}

	/**
	 * Whether a file is an image, by its place and name alone.
	 * @param path with slashes
	 * @return true below {@code images/}
	 */
	public static boolean isImage(String path) {
		return path.startsWith("images/") && hasImageEnding(path);
	}

	static boolean hasImageEnding(String path) {
		return IMAGE.matcher(path).matches();
	}

	static boolean isName(String path) {
		return path.length() <= 300 && PATH.matcher(path).matches() && (isText(path) || isImage(path));
	}

	static void check(SortedMap<String, byte[]> files) {
		long bytes = 0;
		for (Map.Entry<String, byte[]> file : files.entrySet()) {
			if (!isName(file.getKey())) {
				throw new DraftRefusedException(DraftRefusal.NAME, file.getKey());
			}
			if (file.getValue().length > LARGEST) {
				throw new DraftRefusedException(DraftRefusal.FILE_TOO_LARGE, file.getKey());
			}
			if (isImage(file.getKey()) && ImageKind.of(file.getValue()).isEmpty()) {
				throw new DraftRefusedException(DraftRefusal.IMAGE, file.getKey());
			}
			bytes += file.getValue().length;
		}
		if (bytes > LARGEST_DRAFT || files.size() > MOST) {
			throw new DraftRefusedException(DraftRefusal.DRAFT_TOO_LARGE, "");
		}
	}

	static String packId(SortedMap<String, byte[]> files) {
		return first(files, PACK_ID);
	}

	static String title(SortedMap<String, byte[]> files) {
		String title = first(files, TITLE).strip().replace("\0", "");
		if (title.length() > 1 && title.startsWith("\"") && title.endsWith("\"")) {
			title = title.substring(1, title.length() - 1).replaceAll("\\\\(.)", "$1");
		}
		else if (title.length() > 1 && title.startsWith("'") && title.endsWith("'")) {
			title = title.substring(1, title.length() - 1).replace("''", "'");
		}
		return (title.length() > 200) ? title.substring(0, 200) : title;
	}

	/** Another id for the pack, everything else as it is. */
	static void rename(SortedMap<String, byte[]> files, String packId) {
		files.replaceAll((path, bytes) -> isPackYaml(path)
				? PACK_ID.matcher(text(bytes)).replaceFirst("pack: " + packId).getBytes(StandardCharsets.UTF_8)
				: bytes);
	}

	private static String first(SortedMap<String, byte[]> files, Pattern pattern) {
		for (Map.Entry<String, byte[]> file : files.entrySet()) {
			Matcher found = isPackYaml(file.getKey()) ? pattern.matcher(text(file.getValue())) : null;
			if (found != null && found.find()) {
				return found.group(1);
			}
		}
		return "";
	}

	private static boolean isPackYaml(String path) {
		return path.equals("pack.yaml") || path.equals("pack.yml");
	}

	private static String text(byte[] bytes) {
		return new String(bytes, StandardCharsets.UTF_8);
	}

}
