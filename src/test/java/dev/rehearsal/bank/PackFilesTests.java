package dev.rehearsal.bank;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class PackFilesTests {

	@TempDir
	private Path elsewhere;

	private PackFolder pack;

	@BeforeEach
	void aSoundPack(@TempDir Path folder) {
		this.pack = new PackFolder(folder);
	}

	@Test
	void aPackMayBeASingleFile() throws IOException {
		Path file = this.elsewhere.resolve("single.yaml");
		Files.writeString(file, PackFolder.original("pack.yaml") + PackFolder.original("items.yaml"));
		assertThat(PackReader.read(file)).isInstanceOfSatisfying(PackReading.Sound.class,
				(sound) -> assertThat(sound.pack().items()).hasSize(4));
	}

	@Test
	void aFolderWithoutPackYamlIsNoPackButItsItemsAreChecked() {
		this.pack.delete("pack.yaml").replace("items.yaml", "difficulty: easy", "difficulty: simple");
		assertThat(this.pack.problems()).satisfiesExactly(
				(problem) -> assertThat(problem)
					.isEqualTo(".:1:1: this folder has no pack.yaml: write one that begins with the key pack"),
				(problem) -> assertThat(problem).startsWith("items.yaml:7:17: `difficulty` cannot be"));
	}

	@Test
	void twoPackFilesAreOneTooMany() {
		this.pack.write("pack.yml", PackFolder.original("pack.yaml"));
		assertThat(this.pack.problems()).contains(".:1:1: this folder has pack.yaml and pack.yml: keep one of them");
	}

	@Test
	void aFolderInPlaceOfPackYamlIsNamed() {
		this.pack.delete("pack.yaml").write("pack.yaml/readme.txt", "?");
		assertThat(this.pack.problems())
			.containsExactly("pack.yaml:1:1: this is a folder, and a YAML file belongs here:"
					+ " rename the folder, or move its files");
	}

	@Test
	void aFolderInPlaceOfAFileOfItemsIsNamed() {
		this.pack.write("more.yaml/readme.txt", "?");
		assertThat(this.pack.problems())
			.containsExactly("more.yaml:1:1: this is a folder, and a YAML file belongs here:"
					+ " rename the folder, or move its files");
	}

	@Test
	void aPackThatIsNotThereIsNamed() {
		Path nowhere = this.elsewhere.resolve("nowhere.yaml");
		assertThat(((PackReading.Broken) PackReader.read(nowhere)).problems()).singleElement()
			.hasToString(nowhere + ":1:1: there is no file here that can be read: write a YAML file of this name");
	}

	@Test
	void aFileOfTwoHundredMegabytesIsRefusedUnread() throws IOException {
		try (RandomAccessFile file = new RandomAccessFile(this.pack.path().resolve("more.yaml").toFile(), "rw")) {
			file.setLength(200L << 20);
		}
		assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertThat(this.pack.problems()).containsExactly(
				"more.yaml:1:1: this file has 200 MiB, and at most" + " 8 are read: divide it into several files"));
	}

	@Test
	void aLinkOutOfThePackIsNotFollowed() throws IOException {
		Path secret = Files.writeString(this.elsewhere.resolve("secret.yaml"), "password: 1234");
		Files.createSymbolicLink(this.pack.path().resolve("more.yaml"), secret);
		Files.createSymbolicLink(this.pack.path().resolve("folder"), this.elsewhere);
		assertThat(this.pack.problems()).containsExactly(
				"folder:1:1: this is a symbolic link that leads out of the pack: put the file itself here",
				"more.yaml:1:1: this is a symbolic link that leads out of the pack: put the file itself here");
	}

	@Test
	void aPackYamlThatIsALinkOutOfThePackIsNotFollowed() throws IOException {
		this.pack.delete("pack.yaml");
		Path secret = Files.writeString(this.elsewhere.resolve("secret.yaml"), "password: 1234");
		Files.createSymbolicLink(this.pack.path().resolve("pack.yaml"), secret);
		assertThat(this.pack.problems()).containsExactly(
				"pack.yaml:1:1: this is a symbolic link that leads out of the pack: put the file itself here");
	}

	@Test
	void linksInCirclesAndToNowhereAreRefused() throws IOException {
		Files.createSymbolicLink(this.pack.path().resolve("circle"), this.pack.path());
		Files.createSymbolicLink(this.pack.path().resolve("self.yaml"), Path.of("self.yaml"));
		Files.createSymbolicLink(this.pack.path().resolve("void.yaml"), Path.of("nothing"));
		assertThat(this.pack.problems()).containsExactly(
				"circle:1:1: this is a symbolic link to a folder: put the files themselves here",
				"self.yaml:1:1: this is a symbolic link that leads nowhere: delete it",
				"void.yaml:1:1: this is a symbolic link that leads nowhere: delete it");
	}

	@Test
	void aLinkInsideThePackIsFollowed() throws IOException {
		Path hidden = this.pack.path().resolve(".data");
		Files.createDirectory(hidden);
		Files.move(this.pack.path().resolve("items.yaml"), hidden.resolve("items.yaml"));
		Files.createSymbolicLink(this.pack.path().resolve("items.yaml"), Path.of(".data/items.yaml"));
		assertThat(this.pack.pack().items()).hasSize(6);
	}

	@Test
	void hiddenAndOtherFilesAreNoPartOfThePack() {
		this.pack.write(".github/workflows/check.yaml", "on: push").write("README.md", "# Hello").write(".x.yaml", "?");
		assertThat(this.pack.problems()).isEmpty();
	}

	@Test
	void foldersInsideEachOtherHaveAnEnd() {
		this.pack.write("a/".repeat(40) + "deep.yaml", "items: []");
		assertThat(this.pack.problems()).singleElement()
			.asString()
			.endsWith(":1:1: more than 16 folders stand inside each other here: move the files up");
	}

	@Test
	void aFolderOfThousandsOfFilesIsRefused() {
		for (int i = 0; i <= PackFiles.MOST; i++) {
			this.pack.write("many/" + i + ".yaml", "");
		}
		assertThat(this.pack.problems()).first()
			.asString()
			.startsWith(".:1:1: this folder has more than 5,000 YAML files");
	}

	@Test
	void aPackWithoutItemsIsRefused() {
		this.pack.delete("items.yaml").delete("case-studies/farm.yml");
		assertThat(this.pack.problems())
			.containsExactly("pack.yaml:1:1: this pack has no items: write some into files in its folder");
	}

}
