package dev.rehearsal.bank;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class ShippedPacksTests {

	static List<Path> packs() throws IOException {
		try (Stream<Path> paths = Files.list(Path.of("questions"))) {
			return paths.filter((path) -> !PackFiles.packYaml(path).isEmpty()).sorted().toList();
		}
	}

	@ParameterizedTest
	@MethodSource("packs")
	void aShippedPackHasNoProblems(Path pack) {
		assertThat(PackReader.read(pack)).isInstanceOf(PackReading.Sound.class);
	}

	@ParameterizedTest
	@MethodSource("packs")
	void anItemStandsInTheFolderOfItsDomainAndTheFileOfItsTopic(Path pack) throws IOException {
		try (Stream<Path> files = Files.walk(pack)) {
			for (Path file : files.filter(PackFiles::isYaml).toList()) {
				String folder = file.getParent().getFileName().toString();
				String topic = file.getFileName().toString().replace(".yaml", "");
				if (file.getParent().equals(pack) || folder.equals("case-studies")) {
					continue;
				}
				YamlNode.Mapping block = (YamlNode.Mapping) YamlParser.parse(file.toString(), Files.readAllBytes(file),
						new Problems());
				assertThat(block.blocks("items")).as(file.toString())
					.allMatch((item) -> folder.equals(item.text("domain")) && topic.equals(item.text("topic")));
			}
		}
	}

	@ParameterizedTest
	@MethodSource("packs")
	void everyMeasureOfTheLintIsWithinItsTarget(Path pack) throws IOException {
		LintReport report = PackLint.of(read(pack), elsewhere(pack), LocalDate.now());
		assertThat(report.measures()
			.stream()
			.filter((measure) -> measure.verdict() == LintReport.Verdict.MISSED)
			.map((measure) -> "%s: %s (%s) %s".formatted(measure.id(), measure.value(), measure.target(),
					measure.findings())))
			.isEmpty();
		assertThat(report.measures()).hasSizeGreaterThan(60);
	}

	/** The table in questions/README.md is what is counted. */
	@ParameterizedTest
	@MethodSource("packs")
	void theTableOfCoverageIsUpToDate(Path pack) throws IOException {
		String table = Coverage.of(read(pack), elsewhere(pack)).toMarkdown();
		Path fresh = Files.createDirectories(Path.of("target", "coverage")).resolve(pack.getFileName() + ".md");
		Files.writeString(fresh, table);
		assertThat(Files.readString(Path.of("questions", "README.md"))).as("copy %s into questions/README.md", fresh)
			.contains(table);
	}

	private static Map<String, Integer> elsewhere(Path pack) throws IOException {
		return Coverage.topics(packs().stream()
			.filter((other) -> !other.equals(pack))
			.map(ShippedPacksTests::read)
			.toArray(Pack[]::new));
	}

	private static Pack read(Path pack) {
		return ((PackReading.Sound) PackReader.read(pack)).pack();
	}

	/** So that scores on them can be compared, and sitting one spoils no other. */
	@ParameterizedTest
	@MethodSource("packs")
	void fixedFormsShareNoItemAndHaveEachTopicOnce(Path pack) {
		Pack read = read(pack);
		Map<String, String> topics = new HashMap<>();
		read.items().forEach((item) -> topics.put(item.id(), String.valueOf(item.topic())));
		Set<String> used = new HashSet<>();
		for (Blueprint blueprint : read.definition().blueprints()) {
			blueprint.form()
				.forEach((item) -> assertThat(used.add(item)).as("%s on %s", item, blueprint.id()).isTrue());
			assertThat(blueprint.form().stream().map(topics::get)).as(blueprint.id()).doesNotHaveDuplicates();
		}
	}

}
