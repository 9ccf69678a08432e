package dev.rehearsal.bank;

import tools.jackson.databind.json.JsonMapper;

/**
 * How the bank's tables hold records. A mapper of its own, so that no setting changes
 * what is stored.
 */
final class BankJson {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private BankJson() {
	}

	static String write(Object value) {
		return MAPPER.writeValueAsString(value);
	}

	static <T> T read(String json, Class<T> type) {
		return MAPPER.readValue(json, type);
	}

}
