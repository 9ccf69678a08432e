package dev.rehearsal.command;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import dev.rehearsal.bank.PackReading;
import dev.rehearsal.bank.Problem;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What SARIF 2.1.0 and code hosts that show it ask for. */
class SarifTests {

	private static final Path ROOT = Path.of("/home/author/packs");

	private static JsonNode report(int more, Problem... problems) {
		PackReport pack = PackReport.of(Path.of("pack"), new PackReading.Broken(List.of(problems), more));
		return JsonMapper.shared().readTree(new Sarif("validate", ROOT).of(List.of(pack)));
	}

	private static JsonNode location(String file) {
		return report(0, new Problem(file, 3, 5, Problem.Code.KEYS, "no option is right"))
			.at("/runs/0/results/0/locations/0/physicalLocation");
	}

	@Test
	void aProblemPointsAtItsRuleAndItsPlace() {
		JsonNode log = report(0, new Problem("pack/items.yaml", 3, 5, Problem.Code.KEYS, "no option is right"));
		assertThat(log.at("/version").asString()).isEqualTo("2.1.0");
		assertThat(log.at("/$schema").asString()).startsWith("https://").endsWith("sarif-schema-2.1.0.json");
		assertThat(log.at("/runs")).hasSize(1);
		JsonNode result = log.at("/runs/0/results/0");
		assertThat(result.at("/ruleId").asString()).isEqualTo("keys");
		assertThat(result.at("/level").asString()).isEqualTo("error");
		assertThat(result.at("/message/text").asString()).isEqualTo("no option is right");
		JsonNode rule = log.at("/runs/0/tool/driver/rules/" + result.at("/ruleIndex").asInt());
		assertThat(rule.at("/id").asString()).isEqualTo("keys");
		JsonNode location = result.at("/locations/0/physicalLocation");
		assertThat(location.at("/artifactLocation/uri").asString()).isEqualTo("pack/items.yaml");
		assertThat(location.at("/artifactLocation/uriBaseId").asString()).isEqualTo("%SRCROOT%");
		assertThat(location.at("/region/startLine").asInt()).isEqualTo(3);
		assertThat(location.at("/region/startColumn").asInt()).isEqualTo(5);
	}

	@Test
	void everyCodeIsARuleWithAllThatIsShownOfIt() {
		JsonNode rules = report(0).at("/runs/0/tool/driver/rules");
		assertThat(rules).hasSize(Problem.Code.values().length);
		Set<String> ids = new HashSet<>();
		for (JsonNode rule : rules) {
			assertThat(ids.add(rule.at("/id").asString())).isTrue();
			for (String text : List.of("/shortDescription/text", "/fullDescription/text", "/help/text")) {
				assertThat(rule.at(text).asString()).as("%s of %s", text, rule).endsWith(".");
			}
		}
		assertThat(IntStream.range(0, rules.size()).mapToObj((i) -> rules.get(i).at("/id").asString()))
			.containsExactly(List.of(Problem.Code.values()).stream().map(Problem.Code::id).toArray(String[]::new));
	}

	@Test
	void aSoundPackClosesWhatWasReportedBefore() {
		JsonNode run = report(0).at("/runs/0");
		assertThat(run.at("/results").isArray()).isTrue();
		assertThat(run.at("/results")).isEmpty();
		assertThat(run.at("/automationDetails/id").asString()).isEqualTo("rehearsal/pack-validate/");
	}

	@Test
	void namesOfFilesBecomeRelativeAddresses() {
		for (String file : List.of("a b/ü.yaml", "1:2.yaml", ROOT + "/a b/ü.yaml", "./a/../100%.yaml")) {
			String uri = location(file).at("/artifactLocation/uri").asString();
			assertThat(URI.create(uri).isAbsolute()).as(uri).isFalse();
			assertThat(uri).matches("\\p{ASCII}+").doesNotStartWith("/").doesNotContain("..");
			assertThat(Path.of(URI.create("file:///home/author/packs/" + uri)))
				.isEqualTo(ROOT.resolve(file).normalize());
		}
	}

	@Test
	void aFileOutsideOfTheRepositoryKeepsItsWholeAddress() {
		JsonNode artifact = location("/tmp/pack.yaml").at("/artifactLocation");
		assertThat(artifact.at("/uri").asString()).isEqualTo("file:///tmp/pack.yaml");
		assertThat(artifact.has("uriBaseId")).isFalse();
	}

	@Test
	void problemsThatAreOnlyCountedAreToldOf() {
		assertThat(report(7).at("/runs/0/invocations/0/toolExecutionNotifications/0/message/text").asString())
			.isEqualTo("pack has 7 more problems, which are reported when these are mended");
	}

}
