package dev.rehearsal.bank;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import com.networknt.schema.path.NodePath;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON Schema of packs, the single truth of which keys there are and what they may
 * have.
 */
final class PackSchema {

	static final String ID = "urn:rehearsal:pack";

	private final JsonNode document;

	private final SchemaRegistry registry;

	private final Map<String, Schema> definitions = new ConcurrentHashMap<>();

	PackSchema() {
		String text = text();
		this.document = JsonMapper.shared().readTree(text);
		this.registry = registry(Map.of(ID, text));
	}

	/** Schemas by id. Others are not loaded, from the network least of all. */
	static SchemaRegistry registry(Map<String, String> schemas) {
		Dialect dialect = Dialect.builder(Dialects.getDraft202012())
			.keyword(new NonValidationKeyword("patternErrorMessage"))
			.build();
		return SchemaRegistry.withDefaultDialect(dialect,
				(builder) -> builder.schemas(schemas).schemaLoader((loader) -> loader.fetchRemoteResources(false)));
	}

	private static String text() {
		try (InputStream in = PackSchema.class.getResourceAsStream("/schema/pack.schema.json")) {
			if (in == null) {
				throw new IllegalStateException("schema/pack.schema.json is missing from the application");
			}
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The whole schema. */
	JsonNode document() {
		return this.document;
	}

	/**
	 * Checks a block, but not the items in it, which have definitions of their own.
	 * @param definition one of {@code $defs}
	 * @return the keys of the block below which something is wrong
	 */
	Set<String> check(String definition, YamlNode.Mapping block, Problems problems) {
		Set<String> faulty = new HashSet<>();
		Predicate<NodePath> inItems = (path) -> path.getNameCount() > 1 && "items".equals(path.getElement(0));
		for (Error error : definition(definition).validate(block.toJson())) {
			NodePath path = error.getInstanceLocation();
			if (inItems.test(path)) {
				continue;
			}
			if (path.getNameCount() > 0) {
				faulty.add(path.getName(0));
			}
			SchemaFault fault = SchemaFault.of(error, block, this.document);
			problems.add(fault.place(), fault.code(), fault.sentence());
		}
		return faulty;
	}

	private Schema definition(String name) {
		return this.definitions.computeIfAbsent(name,
				(key) -> this.registry.getSchema(SchemaLocation.of(ID + "#/$defs/" + key)));
	}

}
