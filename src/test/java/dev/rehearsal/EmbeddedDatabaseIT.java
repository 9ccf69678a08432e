package dev.rehearsal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The real process is started, stopped and killed: what was committed is still there.
 * Tagged, because it does not depend on where other tests find their database.
 */
@ProcessTest
class EmbeddedDatabaseIT {

	private final ApplicationProcess application = ApplicationProcess.in("embedded database",
			"--rehearsal.packs.directory=none");

	@AfterEach
	void end() {
		this.application.close();
	}

	@Test
	void whatWasCommittedSurvivesAStopAndAStart() throws Exception {
		this.application.start();
		write("before the stop");
		ProcessHandle database = this.application.database();

		this.application.stop();
		assertThat(alive(database)).isFalse();
		assertThat(this.application.data().resolve("postgres/postmaster.pid")).doesNotExist();

		this.application.start();
		assertThat(written()).containsExactly("before the stop");
	}

	@Test
	void whatWasCommittedSurvivesAKillWhileTheOrphanedDatabaseLivesOn() throws Exception {
		this.application.start();
		write("before the kill");
		ProcessHandle orphan = this.application.database();

		this.application.kill();
		assertThat(alive(orphan)).isTrue();

		this.application.start();
		assertThat(alive(orphan)).isFalse();
		assertThat(written()).containsExactly("before the kill");
	}

	@Test
	void whatWasCommittedSurvivesAKillOfBothProcesses() throws Exception {
		this.application.start();
		write("before the kills");

		this.application.database().destroyForcibly();
		this.application.kill();

		this.application.start();
		assertThat(written()).containsExactly("before the kills");
	}

	@Test
	void aSecondApplicationOnTheSameFolderIsRefusedAndTheFirstGoesOn() throws Exception {
		this.application.start();
		write("by the first");

		String refusal = this.application.another().startInVain();
		assertThat(refusal).contains("Another Rehearsal (process ")
			.contains("is already running on the data folder " + this.application.data().toRealPath())
			.doesNotContain("WARN")
			.doesNotContain("\tat ");

		assertThat(written()).containsExactly("by the first");
		assertThat(this.application.log()).doesNotContain("ERROR");
	}

	@Test
	void aStartSaysOneLine() {
		this.application.start().stop();
		this.application.start();

		assertThat(this.application.log().lines().filter((line) -> line.contains("INFO"))).singleElement()
			.asString()
			.endsWith("Rehearsal is ready: " + this.application.baseUrl());
	}

	private void write(String text) throws Exception {
		try (Connection connection = this.application.connect(); Statement statement = connection.createStatement()) {
			statement.execute("create table if not exists witness (text text)");
			statement.execute("insert into witness values ('" + text + "')");
		}
	}

	private List<String> written() throws Exception {
		return query("select text from witness");
	}

	private List<String> query(String sql) throws Exception {
		try (Connection connection = this.application.connect();
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery(sql)) {
			List<String> texts = new ArrayList<>();
			while (rows.next()) {
				texts.add(rows.getString(1));
			}
			return texts;
		}
	}

	/** A process that has ended, but that nobody has waited for, is not alive. */
	private static boolean alive(ProcessHandle process) throws Exception {
		Path state = Path.of("/proc", Long.toString(process.pid()), "stat");
		return process.isAlive() && !(Files.exists(state) && Files.readString(state).contains(") Z "));
	}

}
