package dev.rehearsal.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What a file or an archive turns out to be.
 *
 * @param format its format
 * @param file the file with the content, or the manifest
 * @param bytes its content
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares sources
record Source(Format format, String file, byte[] bytes) {

	private static final int HEAD = 4096;

	private static final Pattern QTI_3 = Pattern.compile("<(\\w+:)?qti-|imsqtiasi_v3|imsqti_[a-z]+_v3p0|qtiv3p0");

	private static final Pattern CONTENT = Pattern.compile("(?i)\\.(xml|gift|csv|txt|yaml|yml)$");

	private static final Pattern PACK = Pattern
		.compile("(?m)^(?:(?:domains|items):[ \\t]*(?:#.*)?$|pack:[ \\t]+[\"']?[a-z0-9-]+[\"']?[ \\t]*(?:#.*)?$)");

	/**
	 * Finds out what has to be read.
	 * @throws RefusedException if nothing that is known here
	 */
	static Source find(String name, SortedMap<String, byte[]> files, @Nullable Format wanted) {
		String main = main(files);
		byte[] bytes = files.getOrDefault(main, new byte[0]);
		Format found = detect(main, bytes, files);
		if (found == null || (wanted != null && family(wanted) != family(found)
				&& !(wanted == Format.GIFT || wanted == Format.CSV))) {
			throw new RefusedException(Refusal.UNKNOWN_FORMAT, (wanted != null)
					? "%s is not in the format %s".formatted(Losses.quote(name), wanted.code())
					: "%s is in no format that is known here: write YAML, GIFT, Moodle XML, QTI 2 or 3, or CSV with its header"
						.formatted(Losses.quote(name)));
		}
		return new Source((wanted != null && family(wanted) != family(found)) ? wanted : found, main, bytes);
	}

	private static Format family(Format format) {
		return (format == Format.QTI_3_0) ? Format.QTI_2_2 : format;
	}

	/** The manifest, pack.yaml, or the only file that counts. */
	private static String main(SortedMap<String, byte[]> files) {
		for (String wanted : new String[] { "imsmanifest.xml", "pack.yaml", "pack.yml" }) {
			for (String path : files.keySet()) {
				if (path.equals(wanted) || path.endsWith("/" + wanted)) {
					return path;
				}
			}
		}
		return files.keySet()
			.stream()
			.filter((path) -> !path.startsWith("__MACOSX") && !path.contains("/."))
			.min(Comparator.comparing((path) -> !CONTENT.matcher(path).find()))
			.orElse("");
	}

	private static @Nullable Format detect(String path, byte[] bytes, Map<String, byte[]> files) {
		String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.UTF_8);
		String begin = head.replaceFirst("^\uFEFF", "").stripLeading();
		String lower = path.toLowerCase(Locale.ROOT);
		if (lower.endsWith(".yaml") || lower.endsWith(".yml")) {
			return Format.YAML;
		}
		if (begin.startsWith("<") && isXml(begin)) {
			return xml(path, bytes, begin, files);
		}
		String text = SourceText.decode(path, bytes);
		if (text.indexOf('\0') >= 0) {
			return null;
		}
		if (CsvReader.isHeader(text)) {
			return Format.CSV;
		}
		if (PACK.matcher(head).find()) {
			return Format.YAML;
		}
		return (lower.endsWith(".gift") || isGift(text)) ? Format.GIFT : null;
	}

	private static boolean isGift(String text) {
		int brace = text.indexOf('{');
		return (brace >= 0 && text.indexOf('}', brace) > 0) || text.contains("$CATEGORY:")
				|| text.stripLeading().startsWith("::");
	}

	private static boolean isXml(String begin) {
		return begin.startsWith("<?xml") || begin.startsWith("<!")
				|| Pattern.compile("^<[\\w:-]+[\\s/>]").matcher(begin).find();
	}

	private static @Nullable Format xml(String path, byte[] bytes, String begin, Map<String, byte[]> files) {
		XmlElement root = XmlFile.read(path, bytes);
		return switch (root.name()) {
			case "quiz" -> Format.MOODLE_XML;
			case "assessmentItem", "assessmentTest", "assessmentStimulus" ->
				QTI_3.matcher(begin).find() ? Format.QTI_3_0 : Format.QTI_2_2;
			case "manifest" -> files.values()
				.stream()
				.map((file) -> new String(file, 0, Math.min(file.length, HEAD), StandardCharsets.ISO_8859_1))
				.anyMatch((head) -> QTI_3.matcher(head).find()) ? Format.QTI_3_0 : Format.QTI_2_2;
			default -> null;
		};
	}

}
