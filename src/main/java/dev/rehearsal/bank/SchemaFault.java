package dev.rehearsal.bank;

import java.util.List;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the schema has to complain about, said to people.
 *
 * @param place where it stands
 * @param code which of the things that can be wrong
 * @param sentence what to do
 */
record SchemaFault(Place place, Problem.Code code, String sentence) {

	/**
	 * Translates an error of the validator.
	 * @param error what it reports
	 * @param root the block that it checked
	 * @param schema the whole schema
	 */
	static SchemaFault of(Error error, YamlNode root, JsonNode schema) {
		YamlNode node = find(root, error.getInstanceLocation());
		JsonNode definition = find(schema, error.getSchemaLocation().getFragment().getParent());
		String subject = subject(error.getInstanceLocation());
		JsonNode limit = error.getSchemaNode();
		return switch (error.getKeyword()) {
			case "additionalProperties" -> unknownKey(error.getProperty(), node, definition);
			case "required" -> new SchemaFault(node.place(), Problem.Code.MISSING_KEY,
					"the key %s is missing: add it%s".formatted(Words.code(error.getProperty()),
							title(schema, definition.at("/properties/" + error.getProperty()))));
			case "type" -> new SchemaFault(node.place(), Problem.Code.WRONG_TYPE, subject + wrongType(node, limit));
			case "enum", "const" -> notOneOf(subject, node, limit);
			case "pattern" -> new SchemaFault(node.place(), Problem.Code.WRONG_FORM, text(node).isBlank()
					? subject + " is empty: " + definition.path("patternErrorMessage").asString("write some text")
					: subject + " cannot be " + Words.quote(text(node)) + ": "
							+ definition.path("patternErrorMessage").asString("write it as its description says"));
			case "maxLength" -> new SchemaFault(node.place(), Problem.Code.TOO_LONG,
					"%s has %,d characters, and at most %,d are allowed: shorten it".formatted(subject,
							text(node).codePointCount(0, text(node).length()), limit.asInt()));
			case "minimum", "maximum" ->
				new SchemaFault(node.place(), Problem.Code.OUT_OF_RANGE, "%s is %s, and %s is %s".formatted(subject,
						text(node), error.getKeyword().equals("minimum") ? "the least" : "the most", limit.asString()));
			case "minItems",
					"minProperties" ->
				new SchemaFault(node.place(), Problem.Code.WRONG_COUNT,
						"%s has %s, and at least %s needed: add what is missing".formatted(subject, size(node),
								isAre(limit.asInt())));
			case "maxItems" ->
				new SchemaFault(node.place(), Problem.Code.WRONG_COUNT, "%s has %s, and at most %s allowed: delete some"
					.formatted(subject, size(node), isAre(limit.asInt())));
			case "uniqueItems" -> new SchemaFault(node.place(), Problem.Code.DUPLICATE_ENTRY,
					subject + " has an entry twice: delete one");
			default -> new SchemaFault(node.place(), Problem.Code.WRONG_FORM,
					subject + " is not as the format asks: " + error.getMessage());
		};
	}

	private static SchemaFault unknownKey(String key, YamlNode node, JsonNode definition) {
		List<String> known = definition.path("properties").propertyStream().map((entry) -> entry.getKey()).toList();
		Place place = (node instanceof YamlNode.Mapping mapping) ? mapping.placeOf(key) : node.place();
		return new SchemaFault(place, Problem.Code.UNKNOWN_KEY, "the key %s is not known here%s Known are: %s"
			.formatted(Words.code(key), Words.meant(key, known), Words.list(known)));
	}

	private static SchemaFault notOneOf(String subject, YamlNode node, JsonNode limit) {
		List<String> known = limit.isArray() ? limit.valueStream().map(JsonNode::asString).toList()
				: List.of(limit.asString());
		return new SchemaFault(node.place(), Problem.Code.NOT_ONE_OF,
				"%s cannot be %s%s Write one of: %s".formatted(subject, (node instanceof YamlNode.Scalar scalar)
						? (scalar.text().isEmpty() ? "empty" : Words.quote(scalar.text())) : "a list or a block",
						Words.meant(text(node), known), Words.list(known)));
	}

	private static String wrongType(YamlNode node, JsonNode expected) {
		if (node instanceof YamlNode.Scalar scalar && scalar.plain() && scalar.toJson().isNull()) {
			return " is empty: write " + type(expected) + ", or leave the key out if it is optional";
		}
		if (!(node instanceof YamlNode.Scalar scalar)) {
			return " must be " + type(expected) + ", and here is "
					+ ((node instanceof YamlNode.Sequence) ? "a list" : "a block of keys");
		}
		if (expected.asString().equals("string")) {
			return " must be text: write " + Words.quote(scalar.text()) + " in quotes";
		}
		boolean quoted = !scalar.plain() && List.of("integer", "boolean").contains(expected.asString())
				&& !new YamlNode.Scalar(scalar.place(), scalar.text(), true).toJson().isString();
		return " must be " + type(expected) + (quoted ? ": write " + scalar.text().strip() + " without quotes"
				: ", and here is " + Words.quote(scalar.text()));
	}

	private static String type(JsonNode expected) {
		return switch (expected.asString()) {
			case "string" -> "text";
			case "boolean" -> "true or false";
			case "integer" -> "a whole number";
			case "array" -> "a list, each entry beginning with a hyphen";
			default -> "a block of keys";
		};
	}

	private static String title(JsonNode schema, JsonNode property) {
		JsonNode referred = schema.at(property.path("$ref").asString("#/").substring(1));
		String title = property.path("title").asString(referred.path("title").asString(""));
		return title.isEmpty() ? "" : " (" + title + ")";
	}

	private static String subject(NodePath path) {
		if (path.getNameCount() == 0) {
			return "this";
		}
		Object last = path.getElement(path.getNameCount() - 1);
		return (last instanceof Integer index)
				? "entry " + (index + 1) + " of " + Words.code(path.getParent().getName(-1))
				: Words.code(String.valueOf(last));
	}

	private static String text(YamlNode node) {
		return (node instanceof YamlNode.Scalar scalar) ? scalar.text() : "";
	}

	private static String size(YamlNode node) {
		return Words.count((node instanceof YamlNode.Sequence sequence) ? sequence.entries().size()
				: (node instanceof YamlNode.Mapping mapping) ? mapping.entries().size() : 0, "entry");
	}

	private static String isAre(int number) {
		return number + ((number == 1) ? " is" : " are");
	}

	private static YamlNode find(YamlNode root, NodePath path) {
		YamlNode node = root;
		for (int i = 0; i < path.getNameCount(); i++) {
			Object element = path.getElement(i);
			@Nullable YamlNode next = switch (node) {
				case YamlNode.Mapping mapping -> mapping.get(String.valueOf(element));
				case YamlNode.Sequence sequence when element instanceof Integer index -> sequence.entries().get(index);
				default -> null;
			};
			if (next == null) {
				return node;
			}
			node = next;
		}
		return node;
	}

	private static JsonNode find(JsonNode schema, NodePath path) {
		JsonNode node = schema;
		for (int i = 0; i < path.getNameCount(); i++) {
			Object element = path.getElement(i);
			node = (element instanceof Integer index) ? node.path(index) : node.path(String.valueOf(element));
		}
		return node;
	}

}
