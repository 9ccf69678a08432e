package dev.rehearsal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** Commands as processes of their own, on a database of their own. */
@ProcessTest
class PackCommandIT {

	private static final Path SOUND = Path.of("src/test/resources/pack");

	@TempDir
	private Path folder;

	private Path pack;

	@BeforeEach
	void aSoundPack() throws IOException {
		this.pack = this.folder.resolve("pack");
		FileSystemUtils.copyRecursively(SOUND, this.pack);
	}

	private void breakIt() throws IOException {
		Path items = this.pack.resolve("items.yaml");
		Files.writeString(items, Files.readString(items).replace("task: \"1.1\"", "task: 1.1"));
	}

	@Test
	void aValidationStartsNeitherSpringNorADatabase() throws Exception {
		Path loaded = this.folder.resolve("loaded.txt");
		// What is remembered of another start would be loaded whether it is needed or
		// not.
		Ran ran = run(List.of("-XX:AOTMode=off", "-Xlog:class+load:file=" + loaded), "validate", this.pack.toString());
		assertThat(ran).isEqualTo(new Ran(0, this.pack + ": no problems in 6 items\n", ""));
		assertThat(Files.readString(loaded)).contains("dev.rehearsal.command.ValidateCommand")
			.doesNotContain("org.springframework.boot.SpringApplication ", "DefaultListableBeanFactory",
					"com.zaxxer.hikari", "org.postgresql.Driver");
	}

	@Test
	void aBrokenPackMakesTheProcessEndWithOne() throws Exception {
		breakIt();
		assertThat(run(List.of(), "validate", this.pack.toString()).code()).isEqualTo(1);
		assertThat(run(List.of(), "validate", "--frmat", this.pack.toString()).code()).isEqualTo(2);
	}

	@Test
	void anImportIsThereWhenTheApplicationStarts() throws Exception {
		try (ApplicationProcess application = ApplicationProcess.in("command", "--rehearsal.packs.directory=none")) {
			String data = "--rehearsal.data.directory=" + application.data();
			Ran first = run(List.of(), "import", data, this.pack.toString());
			assertThat(first.out()).as(first.err())
				.matches("Pack sample version 1: 6 items, 6 added, 0 revised, 0 retired, 0 unchanged, \\d+ ms\n");
			assertThat(first.code()).isEqualTo(0);

			Ran again = run(List.of(), "import", this.pack.toString(), data);
			assertThat(again.out())
				.startsWith("Pack sample version 1: 6 items, 0 added, 0 revised, 0 retired, 6 unchanged");

			breakIt();
			Ran refused = run(List.of(), "import", data, this.pack.toString());
			assertThat(refused.code()).isEqualTo(1);
			assertThat(refused.out()).isEqualTo(this.pack + " is not imported, because of 1 problem:\n" + this.pack
					+ "/items.yaml:5:11: `task` must be text: write \"1.1\" in quotes\nNothing of " + this.pack
					+ " was imported. What was imported before stays in force: sample version 1.\n");

			application.start();
			assertThat(new PlainBrowser(application.baseUrl().toString()).open("/").page().text())
				.contains("A sample pack");

			Ran inUse = run(List.of(), "import", data, this.pack.toString());
			assertThat(inUse.code()).isEqualTo(3);
			assertThat(inUse.out()).isEmpty();
			assertThat(inUse.err())
				.startsWith("Another Rehearsal (process " + application.pid() + ") is already running")
				.doesNotContain("\tat ")
				.doesNotContain("ERROR");
		}
	}

	@Test
	void aDatabaseThatDoesNotAnswerIsOneSentence() throws Exception {
		Ran ran = run(List.of(), "import", "--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/none",
				this.pack.toString());
		assertThat(ran.code()).isEqualTo(3);
		assertThat(ran.err()).startsWith("The database cannot be used: ")
			.endsWith("Nothing was imported.\n")
			.doesNotContain("\tat ");
	}

	private Ran run(List<String> options, String... words) throws Exception {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(options);
		command.addAll(QuickStart.arguments());
		command.addAll(List.of("dev.rehearsal.RehearsalApplication", "pack"));
		command.addAll(List.of(words));
		Path out = this.folder.resolve("out.txt");
		Path err = this.folder.resolve("err.txt");
		ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
		builder.environment().keySet().removeIf((name) -> name.startsWith("SPRING_") || name.startsWith("REHEARSAL_"));
		Process process = builder.start();
		assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
		return new Ran(process.exitValue(), Files.readString(out), Files.readString(err));
	}

	/**
	 * What a command did.
	 *
	 * @param code its exit code
	 * @param out what it reported
	 * @param err what it complained of
	 */
	private record Ran(int code, String out, String err) {
	}

}
