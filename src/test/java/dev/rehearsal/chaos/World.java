package dev.rehearsal.chaos;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

import javax.sql.DataSource;

import dev.rehearsal.ApplicationProcess;
import dev.rehearsal.shared.DatabaseProcess;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The real application and the real database, each in processes of its own. */
final class World implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(90);

	/** Low, so that short outages move deadlines. */
	static final Duration OUTAGE = Duration.ofSeconds(2);

	/** What the tables themselves can't tell: how often something happened. */
	private static final List<String> AUDIT = List.of(
			"create table chaos_audit (at timestamptz default clock_timestamp(), attempt_id uuid, what text)",
			"""
					create function chaos_ended() returns trigger language plpgsql as $$ begin
					    insert into chaos_audit (attempt_id, what) values (new.id, 'state ' || old.state || ' to ' || new.state);
					    return null;
					end $$""",
			"""
					create trigger chaos_ended after update on attempt
					for each row when (old.state <> new.state) execute function chaos_ended()""",
			"""
					create function chaos_graded() returns trigger language plpgsql as $$ begin
					    insert into chaos_audit (attempt_id, what) values (coalesce(new.attempt_id, old.attempt_id), 'report ' || tg_op);
					    return null;
					end $$""",
			"""
					create trigger chaos_graded after insert or update or delete on score_report
					for each row execute function chaos_graded()""",
			"""
					create function chaos_shorten(wanted uuid, millis bigint)
					returns table (started_at timestamptz, deadline timestamptz, grace_seconds int, credited_millis bigint, outage bigint)
					language plpgsql as $$ #variable_conflict use_column
					declare known bigint;
					begin
					    perform from heartbeat for update; -- while it is locked no outage can move the deadline
					    select coalesce(max(id), 0) into known from outage;
					    return query update attempt
					        set deadline = date_trunc('milliseconds', clock_timestamp()) + millis * interval '1 millisecond'
					        where id = wanted and state = 'IN_PROGRESS'
					        returning attempt.started_at, attempt.deadline, attempt.grace_seconds, attempt.credited_millis, known;
					end $$""");

	private final DatabaseProcess database;

	private final ApplicationProcess application;

	private final DataSource connections;

	private World(DatabaseProcess database, ApplicationProcess application) {
		this.database = database;
		this.application = application;
		this.connections = new DriverManagerDataSource(database.url() + "&connectTimeout=3&socketTimeout=5");
	}

	static World create() {
		DatabaseProcess database = DatabaseProcess.start("chaos");
		ApplicationProcess application = ApplicationProcess.in("chaos", "-Xmx384m", "-XX:TieredStopAtLevel=1",
				"-XX:+UseSerialGC", "--spring.datasource.url=" + database.url(),
				"--rehearsal.packs.directory=src/test/resources/packs/chaos",
				"--rehearsal.outages.threshold=" + OUTAGE.toMillis() + "ms");
		World world = new World(database, application.start());
		AUDIT.forEach((sql) -> world.ask((jdbc) -> jdbc.sql(sql).update()));
		return world;
	}

	DatabaseProcess database() {
		return this.database;
	}

	ApplicationProcess application() {
		return this.application;
	}

	URI address() {
		return this.application.baseUrl();
	}

	/** Asks the database, again and again while it is away. */
	<T> T ask(Function<JdbcClient, T> question) {
		Instant patience = Instant.now().plus(PATIENCE);
		while (true) {
			try {
				return once(question);
			}
			catch (DataAccessException | SQLException ex) {
				if (Instant.now().isAfter(patience)) {
					throw new IllegalStateException(ex);
				}
				Pause.of(100);
			}
		}
	}

	private <T> T once(Function<JdbcClient, T> question) throws SQLException {
		try (Connection connection = this.connections.getConnection()) {
			return question.apply(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
		}
	}

	@Override
	public void close() {
		DatabaseProcess.signal("CONT", this.application.pid());
		this.database.signal("CONT");
		this.application.close();
		this.database.close();
	}

}
