package dev.rehearsal.bank;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

class PackSchemaTests {

	private final JsonNode schema = new PackSchema().document();

	@TempDir
	private Path folder;

	@Test
	void theSchemaIsAValidOne() {
		Schema metaSchema = PackSchema.registry(Map.of())
			.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
		assertThat(metaSchema.validate(this.schema)).isEmpty();
	}

	@Test
	void theSchemaAcceptsEveryFileOfASoundPackAsAWhole() throws IOException {
		PackFolder pack = new PackFolder(this.folder);
		Schema whole = PackSchema.registry(Map.of(PackSchema.ID, this.schema.toString()))
			.getSchema(SchemaLocation.of(PackSchema.ID));
		for (String file : PackFolder.FILES) {
			byte[] bytes = Files.readAllBytes(pack.path().resolve(file));
			YamlNode node = YamlParser.parse(file, bytes, new Problems());
			assertThat(whole.validate(node.toJson())).as(file).isEmpty();
		}
	}

	@Test
	void everyBlockIsStrictAboutItsKeysAndDescribed() {
		this.schema.at("/$defs").propertyStream().forEach((entry) -> {
			JsonNode definition = entry.getValue();
			assertThat(definition.has("title")).as(entry.getKey()).isTrue();
			if (definition.has("properties") && !definition.has("allOf")) {
				assertThat(definition.path("additionalProperties").asBoolean(true)).as(entry.getKey()).isFalse();
			}
			definition.path("properties")
				.propertyStream()
				.forEach((property) -> assertThat(property.getValue().has("title") || property.getValue().has("$ref"))
					.as(entry.getKey() + "." + property.getKey())
					.isTrue());
		});
	}

	/** From the records to the schema: what the reader fills can be written in a pack. */
	@Test
	void thePackThatUsesEveryKeyLeavesNothingEmpty() throws Exception {
		Pack pack = new PackFolder(this.folder).pack();
		List<String> empty = new ArrayList<>();
		findEmpty("definition", pack.definition(), empty);
		pack.items()
			.stream()
			.filter((item) -> item.id().equals("colour-of-the-sky"))
			.forEach((item) -> findEmpty("item", item, empty));
		assertThat(empty).containsOnly("definition.blueprints.0.form", "item.caseStudy", "item.content.prompts",
				"item.content.options.2.rationale");
	}

	/** From the schema to the reader: no key can be written that changes nothing. */
	@Test
	void everyKeyOfTheSchemaChangesWhatIsRead() throws IOException {
		PackFolder folder = new PackFolder(this.folder);
		String before = folder.pack().toString();
		TreeSet<String> written = new TreeSet<>();
		for (String file : PackFolder.FILES) {
			String[] lines = PackFolder.original(file).split("\n");
			for (int i = 0; i < lines.length; i++) {
				String key = lines[i].replaceAll("^[ -]*([a-z-]+):.*", "$1");
				if (!lines[i].matches("^[ -]*[a-z-]+: [A-Za-z0-9\"\\[].*")
						|| key.equals("key") && lines[i].endsWith("false")) {
					continue;
				}
				String line = lines[i];
				lines[i] = line.replaceAll(": .*", switch (key) {
					case "status" -> ": live";
					case "difficulty", "level" -> key.equals("level") ? ": analyse" : ": hard";
					case "enemies" -> ": [morning]";
					case "from", "until" -> ": 2025-01-01";
					case "minutes", "highest" -> ": 999";
					case "lowest", "cut", "unscored", "grace" -> ": 5";
					case "pause" -> ": false";
					case "credit-outages" -> ": true";
					case "multiple-choice", "multi-response", "ordering", "matching", "case-study", "recall", "apply",
							"analyse", "easy", "medium", "hard" ->
						": [1, 99]";
					default -> ": other-one";
				});
				folder.write(file, String.join("\n", lines));
				assertThat(folder.read().toString()).as(line).isNotEqualTo("Sound[pack=" + before + "]");
				written.add(key);
				lines[i] = line;
			}
			folder.write(file, PackFolder.original(file));
		}
		TreeSet<String> known = new TreeSet<>();
		this.schema.at("/$defs").forEach((definition) -> known.addAll(definition.path("properties").propertyNames()));
		known.removeAll(List.of("answers", "blueprints", "domains", "extras", "imitates", "items", "key", "options",
				"prompts", "references", "scale", "scenario", "steps", "targets", "tasks", "topics", "weights", "types",
				"levels", "difficulties"));
		assertThat(written).containsAll(known);
	}

	@Test
	void theValidatorLoadsNothingFromTheNetwork() throws IOException {
		try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			server.setSoTimeout(500);
			String address = "http://127.0.0.1:" + server.getLocalPort() + "/evil.json";
			assertThatException()
				.isThrownBy(() -> PackSchema.registry(Map.of("urn:x", "{\"$ref\": \"" + address + "\"}"))
					.getSchema(SchemaLocation.of("urn:x"))
					.validate(JsonMapper.shared().readTree("{}")));
			assertThatException().isThrownBy(server::accept).isInstanceOf(java.net.SocketTimeoutException.class);
		}
	}

	private static void findEmpty(String name, Object value, List<String> empty) {
		try {
			if (value == null || (value instanceof Collection<?> list && list.isEmpty())) {
				empty.add(name);
			}
			else if (value instanceof List<?> list) {
				for (int i = 0; i < list.size(); i++) {
					findEmpty(name + "." + i, list.get(i), empty);
				}
			}
			else if (value instanceof Record) {
				for (var component : value.getClass().getRecordComponents()) {
					component.getAccessor().setAccessible(true);
					findEmpty(name + "." + component.getName(), component.getAccessor().invoke(value), empty);
				}
			}
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
