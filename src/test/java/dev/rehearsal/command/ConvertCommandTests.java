package dev.rehearsal.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.rehearsal.command.Commands.Ran;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Packs made of files of other systems, and the other way round. */
class ConvertCommandTests {

	@TempDir
	private Path folder;

	private Path gift() throws IOException {
		return Files.writeString(this.folder.resolve("sky.gift"), """
				::sky:: Which colour has the sky? { =Blue#It is blue. ~Green ~Red }

				::essay:: What do you think of the sky? {}
				""");
	}

	@Test
	void aFileOfAnotherSystemBecomesASoundPackAndItsLossesAreListed() throws IOException {
		Path pack = this.folder.resolve("new").resolve("pack");
		Ran ran = Commands.run("pack", "convert", gift(), pack);
		assertThat(ran.code()).as(ran.err()).isEqualTo(0);
		assertThat(ran.out()).contains("sky.gift:3: essay: ").containsPattern("pack: 1 item, \\d+ loss");
		assertThat(Commands.run("pack", "validate", pack))
			.isEqualTo(new Ran(0, pack + ": no problems in 1 item\n", ""));
		assertThat(names(pack.getParent())).containsExactly("pack");
	}

	@Test
	void nothingThatIsThereIsOverwritten() throws IOException {
		Path there = Files.createDirectory(this.folder.resolve("there"));
		assertThat(Commands.run("pack", "convert", gift(), there)).isEqualTo(new Ran(2, "", there
				+ " is there already and is not overwritten: name a folder that is not.\nSee rehearsal pack convert --help\n"));
		assertThat(names(there)).isEmpty();
	}

	@Test
	void aFileThatCannotBeReadIsRefusedInASentenceAndNothingIsWritten() throws IOException {
		Path file = Files.writeString(this.folder.resolve("broken.xml"), "<quiz><question></quiz>");
		Path pack = this.folder.resolve("pack");
		Ran ran = Commands.run("pack", "convert", file, pack);
		assertThat(ran.code()).isEqualTo(1);
		assertThat(ran.err()).contains("broken.xml").doesNotContain("\tat ");
		assertThat(pack).doesNotExist();
		assertThat(Commands.run("pack", "convert", "--from", "word", file, pack).err())
			.startsWith("There is no format word; there are: ");
		assertThat(Commands.run("pack", "convert", this.folder.resolve("nowhere"), pack).code()).isEqualTo(2);
	}

	@Test
	void lossesAreListedForProgramsToo() throws IOException {
		Ran ran = Commands.run("pack", "convert", "--format", "json", gift(), this.folder.resolve("pack"));
		JsonNode report = JsonMapper.shared().readTree(ran.out());
		assertThat(report.at("/items").asInt()).isEqualTo(1);
		assertThat(report.at("/losses").valueStream())
			.anySatisfy((loss) -> assertThat(List.of(loss.at("/item").asString(), loss.at("/kind").asString()))
				.isEqualTo(List.of("essay", "item")));
	}

	@Test
	void aPackIsExportedAndComesBack() throws IOException {
		Path pack = Commands.soundPack(this.folder.resolve("pack"));
		Path file = this.folder.resolve("sample.xml");
		Ran ran = Commands.run("pack", "export", "--to", "qti-3-0", "--output", file, pack);
		assertThat(ran.code()).as(ran.err()).isEqualTo(0);
		assertThat(ran.out()).contains(file + ": 6 items, ");
		Path back = this.folder.resolve("back");
		assertThat(Commands.run("pack", "convert", file, back).code()).isEqualTo(0);
		assertThat(Commands.run("pack", "validate", back).out()).isEqualTo(back + ": no problems in 6 items\n");
		byte[] before = Files.readAllBytes(file);
		Ran again = Commands.run("pack", "export", "--to", "gift", "--output", file, pack);
		assertThat(again.code()).isEqualTo(2);
		assertThat(again.err()).startsWith(file + " is there already and is not overwritten");
		assertThat(Files.readAllBytes(file)).isEqualTo(before);
	}

	@Test
	void aBrokenPackIsNotExported() {
		Path pack = Commands.soundPack(this.folder.resolve("pack"));
		Commands.replace(pack.resolve("items.yaml"), "task: \"1.1\"", "task: 1.1");
		Path file = this.folder.resolve("sample.gift");
		Ran ran = Commands.run("pack", "export", "--to", "gift", "--output", file, pack);
		assertThat(ran.code()).isEqualTo(1);
		assertThat(ran.out()).contains("items.yaml:5:11: `task` must be text");
		assertThat(file).doesNotExist();
	}

	private static List<String> names(Path folder) throws IOException {
		try (Stream<Path> paths = Files.list(folder)) {
			return paths.map((path) -> path.getFileName().toString()).toList();
		}
	}

}
