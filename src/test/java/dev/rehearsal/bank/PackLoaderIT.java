package dev.rehearsal.bank;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

import dev.rehearsal.DatabaseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@DatabaseTest
@ExtendWith(OutputCaptureExtension.class)
class PackLoaderIT {

	private static int packs;

	@Autowired
	private PackImport packImport;

	@Autowired
	private Bank bank;

	@Autowired
	private Clock clock;

	@TempDir
	private Path directory;

	private PackFolder pack;

	private String id;

	@BeforeEach
	void aFolderOfPacks() throws IOException {
		this.id = "loaded-" + ++packs;
		this.pack = new PackFolder(Files.createDirectory(this.directory.resolve("sample"))).replace("pack.yaml",
				"pack: sample", "pack: " + this.id);
	}

	private void start(Path folder) {
		new PackLoader(new PacksProperties(folder), this.packImport, this.bank, new FolderPacks(), this.clock)
			.run(new DefaultApplicationArguments());
	}

	@Test
	void packsInFoldersAndInFilesAreImported(CapturedOutput output) throws IOException {
		Files.writeString(this.directory.resolve("single.yml"),
				(PackFolder.original("pack.yaml") + PackFolder.original("items.yaml")).replace("pack: sample",
						"pack: single-" + this.id));
		Files.writeString(this.directory.resolve("README.md"), "# Packs");
		Files.createDirectory(this.directory.resolve("notes"));
		start(this.directory);
		assertThat(output)
			.contains("Pack " + this.id + " version 1: 6 items, 6 added, 0 revised, 0 retired, 0 unchanged, ")
			.contains("Pack single-" + this.id + " version 1: 4 items, 4 added")
			.contains("The folder " + this.directory.resolve("notes") + " has no pack.yaml and is left out");
		assertThat(this.bank.items(this.id)).hasSize(6);
		assertThat(this.bank.items("single-" + this.id)).hasSize(4);
	}

	@Test
	void theNextStartChangesNothing(CapturedOutput output) {
		start(this.directory);
		start(this.directory);
		assertThat(output)
			.contains("Pack " + this.id + " version 1: 6 items, 0 added, 0 revised, 0 retired, 6 unchanged, ");
	}

	@Test
	void aBrokenPackIsReportedInFullAndTheLastGoodImportStays(CapturedOutput output) throws IOException {
		start(this.directory);
		this.pack.replace("items.yaml", "task: \"1.1\"", "task: 1.1").replace("pack.yaml", "data: 60", "data: 61");
		PackFolder other = new PackFolder(Files.createDirectory(this.directory.resolve("zzz"))).replace("pack.yaml",
				"pack: sample", "pack: other-" + this.id);
		assertThat(other.problems()).isEmpty();
		start(this.directory);
		String folder = this.directory.resolve("sample").toString();
		assertThat(output)
			.contains(folder + " is not imported, because of 2 problems:\n" + folder
					+ "/items.yaml:5:11: `task` must be text: write \"1.1\" in quotes\n" + folder
					+ "/pack.yaml:25:5: the weights add up to 101 percent, and they must add up to 100: take away 1\n")
			.containsPattern("Nothing of " + folder + " was imported\\. What was imported before stays in force: .*"
					+ this.id + " version 1")
			.contains("Pack other-" + this.id + " version 1: 6 items")
			.doesNotContain("\tat ");
		assertThat(this.bank.pack(this.id).orElseThrow().number()).isEqualTo(1);
		assertThat(this.bank.items(this.id)).hasSize(6);
	}

	@Test
	void twoPacksWithOneIdDoNotReplaceEachOther(CapturedOutput output) throws IOException {
		new PackFolder(Files.createDirectory(this.directory.resolve("twin")))
			.replace("pack.yaml", "pack: sample", "pack: " + this.id)
			.replace("items.yaml", "text: Red", "text: Purple");
		start(this.directory);
		assertThat(output).contains(this.directory.resolve("twin") + " is not imported: its id " + this.id
				+ " is that of " + this.directory.resolve("sample") + ". Give one of the two another id.");
		assertThat(this.bank.pack(this.id).orElseThrow().number()).isEqualTo(1);
	}

	@Test
	void aFolderThatIsAPackIsImported(CapturedOutput output) {
		start(this.pack.path());
		assertThat(output).contains("Pack " + this.id + " version 1: 6 items");
	}

	@Test
	void aFolderThatIsNotThereIsAWarning(CapturedOutput output) {
		Path nowhere = this.directory.resolve("nowhere");
		start(nowhere);
		assertThat(output).contains("There is no folder " + nowhere
				+ ", so no packs are imported: create it, or set rehearsal.packs.directory");
	}

	@Test
	void aFolderWithoutPacksIsAWarning(CapturedOutput output) throws IOException {
		Path empty = Files.createDirectory(this.directory.resolve("empty"));
		start(empty);
		assertThat(output).contains("The folder " + empty + " holds no packs: a pack is a folder with a pack.yaml");
	}

}
