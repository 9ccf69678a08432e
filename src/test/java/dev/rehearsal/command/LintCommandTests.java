package dev.rehearsal.command;

import java.nio.file.Path;

import dev.rehearsal.command.Commands.Ran;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class LintCommandTests {

	@TempDir
	private Path folder;

	private Path pack;

	@BeforeEach
	void aSoundPack() {
		this.pack = Commands.soundPack(this.folder.resolve("pack"));
	}

	private void giveAnItemAWeakOption() {
		Commands.replace(this.pack.resolve("items.yaml"), "text: Red", "text: All of the above");
	}

	@Test
	void aMeasureWithinItsTargetIsFine() {
		Ran ran = Commands.run("pack", "lint", this.pack);
		assertThat(ran.out()).containsPattern("(?m)^ok +An option speaks of other options +0 items \\(none\\)$")
			.doesNotContain("[combined-options]");
		assertThat(ran.code()).isEqualTo(ran.out().contains("MISSED") ? 1 : 0);
		assertThat(ran.out().lines().filter((line) -> line.startsWith("MISSED")).count() > 0)
			.isEqualTo(ran.out().matches("(?s).*measures? miss(es)? (its|their) targets?\n"));
	}

	@Test
	void anItemToLookAtIsNamedAtItsLine() {
		giveAnItemAWeakOption();
		Ran ran = Commands.run("pack", "lint", this.pack);
		assertThat(ran.code()).isEqualTo(1);
		assertThat(ran.out()).containsPattern("(?m)^MISSED +An option speaks of other options +1 items \\(none\\)$")
			.contains(this.pack
					+ "/items.yaml:2:9: colour-of-the-sky: write out what the option stands for [combined-options]\n");
	}

	@Test
	void aBrokenPackIsReportedAndNotMeasured() {
		Commands.replace(this.pack.resolve("items.yaml"), "task: \"1.1\"", "task: 1.1");
		Ran ran = Commands.run("pack", "lint", this.pack);
		assertThat(ran.code()).isEqualTo(1);
		assertThat(ran.out()).isEqualTo(this.pack + "/items.yaml:5:11: `task` must be text: write \"1.1\" in quotes\n"
				+ this.pack + ": 1 problem\n");
	}

	@Test
	void jsonHoldsEveryMeasure() {
		giveAnItemAWeakOption();
		JsonNode report = JsonMapper.shared()
			.readTree(Commands.run("pack", "lint", "--format", "json", this.pack).out());
		assertThat(report.at("/clean").asBoolean()).isFalse();
		JsonNode measures = report.at("/packs/0/measures");
		assertThat(measures).hasSizeGreaterThan(20);
		JsonNode missed = measures.valueStream()
			.filter((measure) -> measure.at("/id").asString().equals("combined-options"))
			.findFirst()
			.orElseThrow();
		assertThat(missed.at("/verdict").asString()).isEqualTo("missed");
		assertThat(missed.at("/findings/0/item").asString()).isEqualTo("colour-of-the-sky");
		assertThat(missed.at("/findings/0/line").asInt()).isEqualTo(2);
	}

	@Test
	void sarifWarnsAtTheItemOfAMeasureThatWasMissed() {
		giveAnItemAWeakOption();
		JsonNode run = JsonMapper.shared()
			.readTree(Commands.run("pack", "lint", "--format", "sarif", this.pack).out())
			.at("/runs/0");
		assertThat(run.at("/automationDetails/id").asString()).isEqualTo("rehearsal/pack-lint/");
		JsonNode result = run.at("/results")
			.valueStream()
			.filter((found) -> found.at("/ruleId").asString().equals("combined-options"))
			.findFirst()
			.orElseThrow();
		assertThat(result.at("/level").asString()).isEqualTo("warning");
		assertThat(run.at("/tool/driver/rules/" + result.at("/ruleIndex").asInt() + "/id").asString())
			.isEqualTo("combined-options");
		assertThat(result.at("/locations/0/physicalLocation/region/startLine").asInt()).isEqualTo(2);
	}

}
