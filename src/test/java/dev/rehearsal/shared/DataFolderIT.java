package dev.rehearsal.shared;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;

import dev.rehearsal.ProcessTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the embedded database makes of the folder that it is given. */
@ProcessTest
class DataFolderIT {

	@TempDir
	private Path temporary;

	private Path data;

	@BeforeEach
	void shareThePrograms() throws IOException {
		this.data = Files.createDirectory(this.temporary.resolve("a folder, with spaces"));
		Path programs = Files.createDirectories(Path.of("target", "processes", "binaries"));
		Files.createSymbolicLink(this.data.resolve("binaries"), programs.toAbsolutePath());
	}

	@Test
	void theDatabaseIsDurableAndListensOnLoopbackOnly() throws Exception {
		try (EmbeddedDatabase database = new EmbeddedDatabase(this.data)) {
			assertThat(query(database, "select string_agg(current_setting(s), ' ') from unnest(array['fsync', "
					+ "'synchronous_commit', 'full_page_writes', 'listen_addresses', 'unix_socket_directories']) s"))
				.isEqualTo("on on on 127.0.0.1 ");
		}
	}

	@Test
	void onlyTheOwnerOfTheFolderKnowsThePassword() throws Exception {
		try (EmbeddedDatabase database = new EmbeddedDatabase(this.data)) {
			assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(this.data.resolve("password"))))
				.isEqualTo("rw-------");
			assertThatExceptionOfType(SQLException.class)
				.isThrownBy(() -> DriverManager.getConnection(database.getJdbcUrl(), "rehearsal", "guessed"))
				.withMessageContaining("password authentication failed");
		}
	}

	@Test
	void aProcessIdLeftBehindThatIsNowAnotherProgramsIsNoObstacleAndNoTarget() throws Exception {
		new EmbeddedDatabase(this.data).close();
		Process bystander = new ProcessBuilder("sleep", "300").start();
		Files.writeString(this.data.resolve("postgres/postmaster.pid"),
				bystander.pid() + "\n" + this.data.resolve("postgres") + "\n");

		try (EmbeddedDatabase database = new EmbeddedDatabase(this.data)) {
			assertThat(query(database, "select 'it runs'")).isEqualTo("it runs");
			assertThat(bystander.isAlive()).isTrue();
		}
		finally {
			bystander.destroy();
		}
	}

	@Test
	void aStartThatWasKilledWhileItCreatedTheDatabaseIsTakenUpAgain() throws Exception {
		Files.createDirectories(this.data.resolve("postgres.unfinished/base"));
		Files.writeString(this.data.resolve("password"), "of the killed start");

		try (EmbeddedDatabase database = new EmbeddedDatabase(this.data)) {
			assertThat(query(database, "select 'it runs'")).isEqualTo("it runs");
		}
		assertThat(this.data.resolve("postgres.unfinished")).doesNotExist();
	}

	@Test
	void aDatabaseThatWasKilledIsStartedAgainWithAllThatWasCommitted() throws Exception {
		try (EmbeddedDatabase database = new EmbeddedDatabase(this.data)) {
			execute(database, "create table kept as select 'committed' as word");
			for (int i = 0; i < 2; i++) {
				ProcessHandle killed = postmaster();
				killed.destroyForcibly();
				killed.onExit().orTimeout(30, TimeUnit.SECONDS).join();
				assertThat(untilItAnswers(database, "select word from kept")).isEqualTo("committed");
			}
		}
		Thread.sleep(1_500);
		assertThat(this.data.resolve("postgres/postmaster.pid")).doesNotExist();
	}

	private ProcessHandle postmaster() throws IOException {
		return ProcessHandle
			.of(Long.parseLong(Files.readAllLines(this.data.resolve("postgres/postmaster.pid")).getFirst()))
			.orElseThrow();
	}

	private static String untilItAnswers(EmbeddedDatabase database, String sql) throws InterruptedException {
		for (int i = 0; i < 300; i++) {
			try {
				return query(database, sql);
			}
			catch (SQLException ex) {
				Thread.sleep(100);
			}
		}
		return "never";
	}

	@Test
	void aFolderInUseIsRefusedUntilItIsFree() throws Exception {
		try (EmbeddedDatabase first = new EmbeddedDatabase(this.data)) {
			assertRefused("Another Rehearsal (process " + ProcessHandle.current().pid()
					+ ") is already running on the data folder");
			assertThat(query(first, "select 'it runs'")).isEqualTo("it runs");
		}
		new EmbeddedDatabase(this.data).close();
	}

	@Test
	void aFolderOfAnotherPostgreSQLVersionIsRefused() throws Exception {
		new EmbeddedDatabase(this.data).close();
		Files.writeString(this.data.resolve("postgres/PG_VERSION"), "17\n");

		assertRefused("was written by PostgreSQL 17, and this Rehearsal runs PostgreSQL 18");
	}

	@Test
	void aFolderWithoutItsPasswordIsRefused() throws Exception {
		new EmbeddedDatabase(this.data).close();
		Files.delete(this.data.resolve("password"));

		assertRefused("The database's password");
	}

	@Test
	void aFolderThatIsAFileIsRefused() throws Exception {
		this.data = Files.createFile(this.temporary.resolve("file"));

		assertRefused("cannot be used: not a folder");
	}

	@Test
	void whyPostgreSQLDidNotStartIsSaid() throws Exception {
		new EmbeddedDatabase(this.data).close();
		Files.writeString(this.data.resolve("postgres/postgresql.conf"), "shared_buffers = nonsense\n");

		assertRefused("did not start: configuration file");
	}

	private void assertRefused(String reason) {
		assertThatThrownBy(() -> new EmbeddedDatabase(this.data)).isInstanceOf(EmbeddedDatabaseException.class)
			.hasMessageContaining(reason);
	}

	private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
		try (Connection connection = connection(database); Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private static Connection connection(EmbeddedDatabase database) throws SQLException {
		return DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(), database.getPassword());
	}

	private static String query(EmbeddedDatabase database, String sql) throws SQLException {
		try (Connection connection = connection(database);
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(sql)) {
			row.next();
			return row.getString(1);
		}
	}

}
