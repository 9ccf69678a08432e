package dev.rehearsal.bank;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * SHA-256 of what a pack says, so that an import can tell what has changed. The order of
 * keys, comments and formatting are not part of it; the order of options is. What is left
 * out is left out of the hash too, so that a key that the format gains later changes no
 * hash.
 */
final class ContentHash {

	private static final JsonMapper CANONICAL = JsonMapper.builder()
		.enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
		.enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
		.changeDefaultPropertyInclusion((inclusion) -> inclusion.withValueInclusion(JsonInclude.Include.NON_EMPTY))
		.build();

	private ContentHash() {
	}

	static String of(Pack.Item item) {
		return hash(CANONICAL.writeValueAsBytes(item));
	}

	static String of(Pack.CaseStudy caseStudy) {
		return hash(CANONICAL.writeValueAsBytes(caseStudy));
	}

	static String of(PackDefinition definition, Map<String, String> itemHashes) {
		SortedMap<String, String> items = new TreeMap<>(itemHashes);
		return hash(CANONICAL.writeValueAsBytes(Map.of("definition", definition, "items", items)));
	}

	static String ofText(String text) {
		return hash(text.getBytes(StandardCharsets.UTF_8));
	}

	static String ofBytes(byte[] bytes) {
		return hash(bytes);
	}

	private static String hash(byte[] bytes) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-256", ex);
		}
	}

}
