package dev.rehearsal.bank;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PackYamlWriterTests {

	private static final String[] SIGNS = { " ", "  ", "\n", "\n\n", "\t", ":", ": ", " #", "- ", "'", "\"", "\\", "{",
			"}", "[", "|", ">", "&", "*", "!", "%", "@", "`", ",", "?", "~", "null", "true", "1.5", "0x1f", "é", "漢",
			"\uD83D\uDE00", "\u00A0", "\u200B", "word", "Word", "a", "=", "---", "...", "<<", "2026-01-02" };

	@Test
	void theShippedPackIsReadBackAsItIs() {
		Pack pack = ((PackReading.Sound) PackReader.read(Path.of("questions/mla-c01"))).pack();
		SortedMap<String, String> files = PackYaml.write(pack);
		assertThat(files).containsKeys("pack.yaml", "data-preparation/athena-queries.yaml",
				"case-studies/card-risk-rollout-case.yaml");
		assertThat(read(files)).isEqualTo(new PackReading.Sound(pack));
		assertThat(PackYaml.write(pack)).isEqualTo(files);
	}

	@Test
	void anyTextComesBack() {
		Random random = new Random(7);
		for (int round = 0; round < 500; round++) {
			String stem = text(random);
			String option = text(random);
			Pack pack = pack(stem, option);
			SortedMap<String, String> files = PackYaml.write(pack);
			PackReading reading = read(files);
			assertThat(reading).as(files.toString()).isInstanceOf(PackReading.Sound.class);
			ItemContent content = ((PackReading.Sound) reading).pack().items().getFirst().content();
			assertThat(content.stem()).isEqualTo(stem);
			assertThat(content.options().getFirst().text()).isEqualTo(option);
		}
	}

	@Test
	void textsAreWrittenAsAPersonWould() {
		String text = PackYaml.write(pack("Which service?\n\n- one\n- two", "yes")).get("storage/items.yaml");
		assertThat(text).contains("    stem: |-\n      Which service?\n\n      - one\n      - two\n")
			.contains("      - text: \"yes\"\n        key: true\n")
			.contains("      - text: Other\n");
	}

	private static String text(Random random) {
		StringBuilder text = new StringBuilder();
		int length = 1 + random.nextInt(random.nextInt(5) == 0 ? 60 : 6);
		for (int i = 0; i < length; i++) {
			text.append(SIGNS[random.nextInt(SIGNS.length)]);
		}
		String clean = text.toString().strip();
		return clean.isEmpty() ? "x" : clean;
	}

	private static Pack pack(String stem, String option) {
		List<OptionIds.Name> names = List.of(new OptionIds.Name(option, false), new OptionIds.Name("Other", false));
		List<String> ids = OptionIds.ofOptions("item", names);
		ItemContent content = new ItemContent(ItemType.MULTIPLE_CHOICE, stem,
				List.of(new Option(ids.get(0), option, null), new Option(ids.get(1), "Other", null)), List.of(),
				List.of(ids.get(0)), List.of(), null);
		Blueprint blueprint = new Blueprint("exam", "Exam", null, 1, 0, 2, 60, false, true,
				java.util.Map.of("storage", 100), new Blueprint.Scale(100, 1000, 720), List.of(), null);
		return new Pack(
				new PackDefinition("p", "P", "1", null, null, null,
						List.of(new ContentDomain("storage", "Storage", List.of())), List.of(blueprint), null),
				List.of(new Pack.Item("item", "storage", null, null, null, null, List.of(), null, 0, content)));
	}

	private static PackReading read(SortedMap<String, String> files) {
		SortedMap<String, byte[]> bytes = new TreeMap<>();
		files.forEach((path, text) -> bytes.put(path, text.getBytes(StandardCharsets.UTF_8)));
		return PackReader.read("pack", bytes);
	}

}
