package dev.rehearsal.bank;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What stands in a YAML file, with the place of everything. */
sealed interface YamlNode {

	/** Where it begins. */
	Place place();

	/** The same as JSON, for the schema. Its depth is bounded by the parser. */
	JsonNode toJson();

	/**
	 * Text, a number, true or false, or nothing.
	 *
	 * @param place where it begins
	 * @param text as written, without quotes
	 * @param plain whether it is written without quotes and not as a block
	 */
	record Scalar(Place place, String text, boolean plain) implements YamlNode {

		/** More digits than any number of a pack has: such a thing is text. */
		private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]{1,15}");

		private static final Pattern DECIMAL = Pattern
			.compile("[-+]?(\\.[0-9]{1,20}|[0-9]{1,20}(\\.[0-9]{0,20})?)([eE][-+]?[0-9]{1,2})?");

		@Override
		public JsonNode toJson() {
			JsonNodeFactory json = JsonNodeFactory.instance;
			if (!this.plain) {
				return json.stringNode(this.text);
			}
			return switch (this.text) {
				case "", "~", "null", "Null", "NULL" -> json.nullNode();
				case "true", "True", "TRUE" -> json.booleanNode(true);
				case "false", "False", "FALSE" -> json.booleanNode(false);
				default -> {
					if (INTEGER.matcher(this.text).matches()) {
						yield json.numberNode(Long.parseLong(this.text));
					}
					yield DECIMAL.matcher(this.text).matches() ? json.numberNode(Double.parseDouble(this.text))
							: json.stringNode(this.text);
				}
			};
		}

	}

	/**
	 * A list.
	 *
	 * @param place where it begins
	 * @param entries its entries
	 */
	record Sequence(Place place, List<YamlNode> entries) implements YamlNode {

		@Override
		public JsonNode toJson() {
			ArrayNode array = JsonNodeFactory.instance.arrayNode();
			this.entries.forEach((entry) -> array.add(entry.toJson()));
			return array;
		}

	}

	/**
	 * A block of keys.
	 *
	 * @param place where it begins
	 * @param entries by key, in the order of the file
	 */
	record Mapping(Place place, Map<String, Entry> entries) implements YamlNode {

		@Override
		public JsonNode toJson() {
			ObjectNode object = JsonNodeFactory.instance.objectNode();
			this.entries.forEach((key, entry) -> object.set(key, entry.value().toJson()));
			return object;
		}

		/** What a key has, or null. */
		@Nullable YamlNode get(String key) {
			Entry entry = this.entries.get(key);
			return (entry != null) ? entry.value() : null;
		}

		/** What a key has if it is text, a number or a truth value, else null. */
		@Nullable Scalar scalar(String key) {
			return (get(key) instanceof Scalar scalar) ? scalar : null;
		}

		/** The text of a key without space around it, or null. */
		@Nullable String text(String key) {
			Scalar scalar = scalar(key);
			return (scalar != null) ? scalar.text().strip() : null;
		}

		/** The text of a key that the schema requires. */
		String required(String key) {
			String text = text(key);
			if (text == null) {
				throw new IllegalStateException("The schema should require the text " + key);
			}
			return text;
		}

		/**
		 * The whole number of a key that the schema checked, or another one where it is
		 * left out.
		 */
		int integer(String key, int otherwise) {
			Scalar scalar = scalar(key);
			return (scalar != null) ? scalar.toJson().intValue() : otherwise;
		}

		/**
		 * Whether a key that the schema checked is true, or otherwise where it is left
		 * out.
		 */
		boolean flag(String key, boolean otherwise) {
			Scalar scalar = scalar(key);
			return (scalar != null) ? scalar.toJson().booleanValue() : otherwise;
		}

		/** The list of a key, empty if there is none. */
		List<YamlNode> list(String key) {
			return (get(key) instanceof Sequence sequence) ? sequence.entries() : List.of();
		}

		/** The blocks in the list of a key, empty if there is none. */
		List<Mapping> blocks(String key) {
			return list(key).stream().filter(Mapping.class::isInstance).map(Mapping.class::cast).toList();
		}

		/** The scalars in the list of a key, empty if there is none. */
		List<Scalar> scalars(String key) {
			return list(key).stream().filter(Scalar.class::isInstance).map(Scalar.class::cast).toList();
		}

		/** Where a key stands, or the block if it has no such key. */
		Place placeOf(String key) {
			Entry entry = this.entries.get(key);
			return (entry != null) ? entry.key() : this.place;
		}

		/** Where what a key has begins, or the block if it has no such key. */
		Place placeIn(String key) {
			YamlNode node = get(key);
			return (node != null) ? node.place() : this.place;
		}

	}

	/**
	 * A key of a block and what it has.
	 *
	 * @param key where the key stands
	 * @param value what it has
	 */
	record Entry(Place key, YamlNode value) {
	}

}
