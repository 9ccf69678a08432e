package dev.rehearsal.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
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

	private static final int MOST_LOOKED_AT = 20;

	private static final Pattern QTI_3 = Pattern.compile("<(\\w+:)?qti-|imsqtiasi_v3|imsqti_[a-z]+_v3p0|qtiv3p0");

	private static final Pattern ITEM = Pattern.compile("<(\\w+:)?(qti-assessment-item|assessmentItem)\\b");

	private static final Pattern CONTENT = Pattern.compile("(?i)\\.(xml|gift|csv|txt|yaml|yml)$");

	private static final Pattern PACK = Pattern
		.compile("(?m)^(?:(?:domains|items):[ \\t]*(?:#.*)?$|pack:[ \\t]+[\"']?[a-z0-9-]+[\"']?[ \\t]*(?:#.*)?$)");

	/**
	 * Finds out what has to be read.
	 * @throws RefusedException if nothing that is known here
	 */
	static Source find(String name, SortedMap<String, byte[]> files, @Nullable Format wanted) {
		RefusedException refused = null;
		for (String main : candidates(files)) {
			byte[] bytes = files.getOrDefault(main, new byte[0]);
			try {
				Format found = detect(main, bytes, files);
				boolean asked = wanted == null || family(wanted) == family(found) || wanted == Format.GIFT
						|| wanted == Format.CSV;
				if (found != null && asked) {
					return new Source((wanted != null && family(wanted) != family(found)) ? wanted : found, main,
							bytes);
				}
			}
			catch (RefusedException ex) {
				refused = (refused != null) ? refused : ex;
			}
		}
		if (refused != null) {
			throw refused;
		}
		throw new RefusedException(Refusal.UNKNOWN_FORMAT, (wanted != null)
				? "%s is not in the format %s".formatted(Losses.quote(name), wanted.code())
				: "%s is in no format that is known here: write YAML, GIFT, Moodle XML, QTI 2 or 3, or CSV with its header"
					.formatted(Losses.quote(name)));
	}

	private static @Nullable Format family(@Nullable Format format) {
		return (format == Format.QTI_3_0) ? Format.QTI_2_2 : format;
	}

	/** The manifest or pack.yaml, or else the first files that may be one of content. */
	private static List<String> candidates(SortedMap<String, byte[]> files) {
		for (String wanted : new String[] { "imsmanifest.xml", "pack.yaml", "pack.yml" }) {
			for (String path : files.keySet()) {
				if (path.equals(wanted) || path.endsWith("/" + wanted)) {
					return List.of(path);
				}
			}
		}
		return files.keySet()
			.stream()
			.filter((path) -> !path.startsWith("__MACOSX") && !path.contains("/."))
			.sorted(Comparator.comparing((String path) -> !CONTENT.matcher(path).find())
				.thenComparing((path) -> path.toLowerCase(Locale.ROOT).endsWith(".txt")))
			.limit(MOST_LOOKED_AT)
			.toList();
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
			case "questestinterop" -> throw outdated(path);
			case "manifest" -> manifest(path, files);
			default -> null;
		};
	}

	private static RefusedException outdated(String path) {
		return new RefusedException(Refusal.UNKNOWN_FORMAT,
				"%s is QTI 1.2, which is not read here: export it as QTI 2.1, 2.2 or 3.0"
					.formatted(Losses.quote(path)));
	}

	private static Format manifest(String path, Map<String, byte[]> files) {
		List<String> heads = files.values()
			.stream()
			.map((file) -> new String(file, 0, Math.min(file.length, HEAD), StandardCharsets.ISO_8859_1))
			.toList();
		boolean outdated = heads.stream().anyMatch((head) -> head.contains("<questestinterop"));
		if (outdated && heads.stream().noneMatch((head) -> ITEM.matcher(head).find())) {
			throw outdated(path);
		}
		return heads.stream().anyMatch((head) -> QTI_3.matcher(head).find()) ? Format.QTI_3_0 : Format.QTI_2_2;
	}

}
