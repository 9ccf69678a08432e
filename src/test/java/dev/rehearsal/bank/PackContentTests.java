package dev.rehearsal.bank;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PackContentTests {

	private PackFolder pack;

	@BeforeEach
	void aSoundPack(@TempDir Path folder) {
		this.pack = new PackFolder(folder);
	}

	private Pack.Item item(String id) {
		return this.pack.pack().items().stream().filter((item) -> item.id().equals(id)).findFirst().orElseThrow();
	}

	private static List<String> texts(ItemContent content, List<String> ids) {
		return ids.stream()
			.map((id) -> content.options()
				.stream()
				.filter((option) -> option.id().equals(id))
				.findFirst()
				.orElseThrow())
			.map(Option::text)
			.toList();
	}

	@Test
	void theKeyOfMultipleChoiceIsItsRightOption() {
		ItemContent content = item("colour-of-the-sky").content();
		assertThat(texts(content, content.key())).containsExactly("Blue");
		assertThat(content.options()).extracting(Option::text).containsExactly("Green", "Blue", "Red");
		assertThat(content.references()).containsExactly("https://example.org/sky", "https://example.org/light");
		assertThat(content.checked()).isEqualTo("2026-11-20 by looking up");
	}

	@Test
	void theKeyOfMultiResponseIsAllRightOptions() {
		ItemContent content = item("primes").content();
		assertThat(texts(content, content.key())).containsExactly("2", "3");
	}

	@Test
	void theKeyOfOrderingIsItsStepsWithoutTheExtras() {
		ItemContent content = item("morning").content();
		assertThat(texts(content, content.key())).containsExactly("Wake up", "Get up", "Have breakfast");
		assertThat(content.options()).hasSize(4);
	}

	@Test
	void theKeyOfMatchingIsAPairForEveryPrompt() {
		ItemContent content = item("capitals").content();
		String paris = content.options().getFirst().id();
		assertThat(content.prompts()).extracting(Prompt::text).containsExactly("France", "French Guiana");
		assertThat(content.key()).containsExactly(content.prompts().get(0).id() + ":" + paris,
				content.prompts().get(1).id() + ":" + paris);
	}

	@Test
	void noIdOfTheAuthorReachesTheContent() {
		for (Pack.Item item : this.pack.pack().items()) {
			ItemContent content = item.content();
			assertThat(content.options()).extracting(Option::id).allMatch((id) -> id.matches("[0-9a-f]{8}"));
			assertThat(content.prompts()).extracting(Prompt::id).allMatch((id) -> id.matches("[0-9a-f]{8}"));
			assertThat(content.key().toString()).doesNotContain("right", "wake", "paris", "line-one");
		}
	}

	@Test
	void optionsKeepTheirIdsWhenTheyAreMoved() {
		Map<String, String> before = idsByText(item("primes").content());
		this.pack.replace("items.yaml", "      - {text: \"2\", key: true}\n      - {text: \"3\", key: true}\n",
				"      - {text: \"3\", key: true}\n      - {text: \"2\", key: true}\n");
		assertThat(idsByText(item("primes").content())).isEqualTo(before);
	}

	@Test
	void anOptionWithAnIdOfItsOwnKeepsItWhenItsTextIsCorrected() {
		String before = item("colour-of-the-sky").content().key().getFirst();
		this.pack.replace("items.yaml", "text: Blue", "text: Light blue");
		assertThat(item("colour-of-the-sky").content().key()).containsExactly(before);
	}

	@Test
	void optionsOfOtherItemsHaveOtherIds() {
		assertThat(idsByText(item("farm-cows").content()).get("Milk"))
			.isNotEqualTo(idsByText(item("farm-hens").content()).get("Milk"));
	}

	@Test
	void idsThatWouldBeTheSameAreLongerForAllOfThem() {
		List<String> hashes = List.of("0123456789abcdef", "0123456789ffffff", "ffffffffffffffff");
		assertThat(OptionIds.shorten(hashes, 8)).containsExactly("0123456789ab", "0123456789ff", "ffffffffffff");
	}

	@Test
	void itemsOfACaseStudyKnowItAndTheirPlace() {
		Pack.Item hens = item("farm-hens");
		assertThat(hens.caseStudy())
			.isEqualTo(new Pack.CaseStudy("farm", "A farm", "A farm has cows.\n\nIt has hens too."));
		assertThat(hens.casePosition()).isEqualTo(1);
		assertThat(item("farm-cows").casePosition()).isZero();
	}

	@Test
	void theDefinitionIsReadInFull() {
		PackDefinition definition = this.pack.pack().definition();
		assertThat(definition.id()).isEqualTo("sample");
		assertThat(definition.version()).isEqualTo("1.0");
		assertThat(definition.domains()).extracting(ContentDomain::id).containsExactly("data", "models");
		assertThat(definition.domains().getFirst().tasks()).extracting(ContentDomain.Task::id)
			.containsExactly("1.1", "1.2");
		Blueprint blueprint = definition.blueprints().getFirst();
		assertThat(blueprint.weights()).containsExactly(Map.entry("data", 60), Map.entry("models", 40));
		assertThat(blueprint.scale()).isEqualTo(new Blueprint.Scale(0, 200, 150));
		assertThat(blueprint.imitates()).isEqualTo(new Blueprint.Imitated("XYZ-1", "An exam", Blueprint.Status.RETIRING,
				LocalDate.of(2024, 10, 8), LocalDate.of(2026, 9, 28), "It ends soon."));
	}

	@Test
	void aScaleThatIsLeftOutIsTheUsualOne() {
		this.pack.replace("pack.yaml", "    scale:\n      lowest: 0\n      highest: 200\n      cut: 150\n", "");
		assertThat(this.pack.pack().definition().blueprints().getFirst().scale())
			.isEqualTo(new Blueprint.Scale(100, 1000, 720));
	}

	@Test
	void formattingCommentsAndTheOrderOfKeysChangeNoHash() {
		String before = ContentHash.of(item("colour-of-the-sky"));
		this.pack
			.replace("items.yaml", "    difficulty: easy\n    level: recall\n",
					"    # a comment\n    level: \"recall\"\n    difficulty: 'easy'\n")
			.replace("items.yaml", "        rationale: Grass is green.\n",
					"        rationale: >-\n          Grass is\n          green.\n")
			.replace("items.yaml", "        key: false\n", "");
		assertThat(ContentHash.of(item("colour-of-the-sky"))).isEqualTo(before);
	}

	/**
	 * Whatever becomes of the code: another hash would revise every item of every pack.
	 */
	@Test
	void theHashOfAnItemIsTheSameInAllReleases() {
		assertThat(ContentHash.of(item("colour-of-the-sky")))
			.isEqualTo("7d787e173e87668bb5b52859bccca0ff0756189c364497ad1cdb6bd463b8f322");
	}

	@Test
	void theOrderOfOptionsChangesTheHash() {
		String before = ContentHash.of(item("primes"));
		this.pack.replace("items.yaml", "      - {text: \"2\", key: true}\n      - {text: \"3\", key: true}\n",
				"      - {text: \"3\", key: true}\n      - {text: \"2\", key: true}\n");
		assertThat(ContentHash.of(item("primes"))).isNotEqualTo(before);
	}

	@Test
	void aScenarioChangesTheHashesOfItsItems() {
		String before = ContentHash.of(item("farm-cows"));
		this.pack.replace("case-studies/farm.yml", "A farm has cows.", "A farm has many cows.");
		assertThat(ContentHash.of(item("farm-cows"))).isNotEqualTo(before);
	}

	private static Map<String, String> idsByText(ItemContent content) {
		return content.options().stream().collect(java.util.stream.Collectors.toMap(Option::text, Option::id));
	}

}
