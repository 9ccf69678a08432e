package dev.rehearsal.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import dev.rehearsal.command.Commands.Ran;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class ValidateCommandTests {

	@TempDir
	private Path folder;

	private Path pack;

	@BeforeEach
	void aSoundPack() {
		this.pack = Commands.soundPack(this.folder.resolve("Größe: 1"));
	}

	private void breakIt() {
		Commands.replace(this.pack.resolve("items.yaml"), "task: \"1.1\"", "task: 1.1");
		Commands.replace(this.pack.resolve("pack.yaml"), "data: 60", "data: 61");
	}

	private int lineOfTheWeights() throws IOException {
		List<String> lines = Files.readAllLines(this.pack.resolve("pack.yaml"));
		return IntStream.range(0, lines.size())
			.filter((i) -> lines.get(i).contains("weights:"))
			.findFirst()
			.orElseThrow() + 1;
	}

	@Test
	void aSoundPackHasNoProblems() {
		Ran ran = Commands.run("pack", "validate", this.pack);
		assertThat(ran).isEqualTo(new Ran(0, this.pack + ": no problems in 6 items\n", ""));
	}

	@Test
	void aBrokenPackIsReportedAtItsLines() throws IOException {
		breakIt();
		Ran ran = Commands.run("pack", "validate", this.pack);
		assertThat(ran.code()).isEqualTo(1);
		assertThat(ran.out())
			.isEqualTo("%1$s/items.yaml:5:11: `task` must be text: write \"1.1\" in quotes\n".formatted(this.pack)
					+ this.pack + "/pack.yaml:" + lineOfTheWeights()
					+ ":5: the weights add up to 101 percent, and they must add up to 100: take away 1\n" + this.pack
					+ ": 2 problems\n");
		assertThat(ran.err()).isEmpty();
	}

	@Test
	void ofSeveralPacksOneThatIsBrokenIsEnough() {
		Path other = Commands.soundPack(this.folder.resolve("other"));
		breakIt();
		Ran ran = Commands.run("pack", "validate", other, this.pack);
		assertThat(ran.code()).isEqualTo(1);
		assertThat(ran.out()).startsWith(other + ": no problems in 6 items\n").endsWith(this.pack + ": 2 problems\n");
	}

	@Test
	void whatIsNotUnderstoodIsRefusedInASentence() {
		assertThat(Commands.run("pack", "validate", "--frmat=json", this.pack))
			.isEqualTo(new Ran(2, "", "Unknown option: '--frmat=json'.\nSee rehearsal pack validate --help\n"));
		assertThat(Commands.run("pack", "validate", this.folder.resolve("nowhere")).err())
			.isEqualTo("There is no file or folder " + this.folder.resolve("nowhere")
					+ ".\nSee rehearsal pack validate --help\n");
		assertThat(Commands.run("pack", "validate", "--format", "xml", this.pack).code()).isEqualTo(2);
		assertThat(Commands.run("pack", "validate").code()).isEqualTo(2);
		assertThat(Commands.run("pack", "burn").code()).isEqualTo(2);
		assertThat(Commands.run("pack"))
			.isEqualTo(new Ran(2, "", "A command is missing.\nSee rehearsal pack --help\n"));
	}

	@Test
	void theHelpSaysWhatTheExitCodesMean() {
		Ran ran = Commands.run("pack", "--help");
		assertThat(ran.code()).isEqualTo(0);
		assertThat(ran.out()).contains("validate", "lint", "import", "preview", "1   something is wrong with a pack");
		assertThat(Commands.run("pack", "validate", "--help").out()).contains("Usage: rehearsal pack validate");
	}

	@Test
	void jsonIsForPrograms() {
		breakIt();
		Ran ran = Commands.run("pack", "validate", "--format", "json", this.pack);
		assertThat(ran.code()).isEqualTo(1);
		assertThat(ran.out()).isASCII();
		JsonNode report = JsonMapper.shared().readTree(ran.out());
		assertThat(report.at("/command").asString()).isEqualTo("validate");
		assertThat(report.at("/sound").asBoolean()).isFalse();
		assertThat(report.at("/packs/0/path").asString()).isEqualTo(this.pack.toString());
		JsonNode problem = report.at("/packs/0/problems/0");
		assertThat(problem.at("/file").asString()).isEqualTo(this.pack.resolve("items.yaml").toString());
		assertThat(problem.at("/line").asInt()).isEqualTo(5);
		assertThat(problem.at("/column").asInt()).isEqualTo(11);
		assertThat(problem.at("/code").asString()).isEqualTo("wrong-type");
		assertThat(problem.at("/sentence").asString()).isEqualTo("`task` must be text: write \"1.1\" in quotes");
		assertThat(report.at("/packs/0/problems")).hasSize(2);
		assertThat(report.at("/packs/0/more").asInt()).isZero();
	}

}
