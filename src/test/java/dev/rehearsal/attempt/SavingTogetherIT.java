package dev.rehearsal.attempt;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import com.jayway.jsonpath.JsonPath;
import dev.rehearsal.DatabaseTest;
import dev.rehearsal.PlainBrowser;
import dev.rehearsal.Sitting;
import dev.rehearsal.Statements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Saves of many candidates that come at the same moment. */
@DatabaseTest
class SavingTogetherIT {

	private static final int CANDIDATES = 12;

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private DataSource database;

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private List<Seat> seats;

	@BeforeEach
	void start() {
		this.seats = IntStream.range(0, CANDIDATES).mapToObj((i) -> Seat.take(this.port)).toList();
	}

	@AfterEach
	void end() {
		this.threads.shutdownNow();
	}

	@Test
	void eachIsRecordedOnceWithItsOwnAnswer() throws Exception {
		for (int sequence = 1; sequence <= 20; sequence++) {
			int number = sequence;
			List<Future<HttpResponse<String>>> saves = new ArrayList<>();
			this.seats.forEach((seat) -> saves.add(this.threads.submit(() -> seat.save(number))));
			for (int i = 0; i < CANDIDATES; i++) {
				assertThat(outcome(answer(saves.get(i)))).isEqualTo("recorded");
				assertThat(stored(this.seats.get(i))).isEqualTo(this.seats.get(i).answer(number));
			}
		}
	}

	@Test
	void manyTakeOneStatementWhileOthersAreUnderWay() throws Exception {
		try (Connection other = this.database.getConnection()) {
			List<Future<HttpResponse<String>>> heldUp = holdUpTwo(other);
			List<Future<HttpResponse<String>>> rest = this.seats.subList(2, CANDIDATES)
				.stream()
				.map(this::save)
				.toList();
			Thread.sleep(300);
			assertThat(rest).noneMatch(Future::isDone);
			List<String> sent = Statements.during(() -> {
				rollback(other);
				rest.forEach((save) -> assertThat(outcome(answer(save))).isEqualTo("recorded"));
				heldUp.forEach((save) -> assertThat(outcome(answer(save))).isEqualTo("recorded"));
			});
			// The two that were held up, and the ten others in one or two.
			assertThat(sent).hasSizeBetween(3, 4).allMatch((sql) -> sql.startsWith("insert into response"));
		}
	}

	@Test
	void attemptsThatAreBeingEndedHoldUpNobodyElse() throws Exception {
		try (Connection other = this.database.getConnection()) {
			other.setAutoCommit(false);
			List<Future<HttpResponse<String>>> locked = new ArrayList<>();
			for (Seat seat : this.seats.subList(0, 4)) {
				try (var lock = other.prepareStatement("select 1 from attempt where id = ? for update")) {
					lock.setObject(1, seat.attempt());
					lock.execute();
				}
				locked.add(save(seat));
			}
			for (Seat seat : this.seats.subList(4, CANDIDATES)) {
				assertThat(outcome(answer(save(seat)))).isEqualTo("recorded");
			}
			assertThat(locked).noneMatch(Future::isDone);
			other.rollback();
			locked.forEach((save) -> assertThat(outcome(answer(save))).isEqualTo("recorded"));
		}
	}

	@Test
	void oneThatFailsTakesNobodyWithIt() throws Exception {
		UUID poisoned = this.seats.get(5).attempt();
		this.jdbc.sql("""
				create function refuse() returns trigger language plpgsql as
				$$ begin raise exception 'the table refuses it'; end $$""").update();
		this.jdbc
			.sql("create trigger refuse before insert or update on response for each row when (new.attempt_id = '"
					+ poisoned + "') execute function refuse()")
			.update();
		try (Connection other = this.database.getConnection()) {
			List<Future<HttpResponse<String>>> all = new ArrayList<>(holdUpTwo(other));
			this.seats.subList(2, CANDIDATES).forEach((seat) -> all.add(save(seat)));
			Thread.sleep(300);
			other.rollback();
			for (int i = 0; i < CANDIDATES; i++) {
				HttpResponse<String> answer = answer(all.get(i));
				assertThat(answer.statusCode()).as("candidate " + i).isEqualTo((i == 5) ? 500 : 200);
			}
		}
		finally {
			this.jdbc.sql("drop trigger refuse on response").update();
			this.jdbc.sql("drop function refuse").update();
		}
		assertThat(outcome(this.seats.get(5).save(1))).isEqualTo("recorded");
	}

	private Future<HttpResponse<String>> save(Seat seat) {
		return this.threads.submit(() -> seat.save(1));
	}

	/** As many statements as may be under way wait, each with one save. */
	private List<Future<HttpResponse<String>>> holdUpTwo(Connection other) throws SQLException, InterruptedException {
		List<Future<HttpResponse<String>>> heldUp = new ArrayList<>();
		for (Seat seat : this.seats.subList(0, 2)) {
			holdUp(other, seat);
			heldUp.add(save(seat));
			untilWaiting(other, heldUp.size());
		}
		return heldUp;
	}

	/** Writes the row that the next save of a candidate writes, without committing it. */
	private static void holdUp(Connection other, Seat seat) throws SQLException {
		other.setAutoCommit(false);
		try (var insert = other
			.prepareStatement("insert into response (attempt_id, position, visited_at) values (?, ?, now())")) {
			insert.setObject(1, seat.attempt());
			insert.setInt(2, seat.position());
			insert.execute();
		}
	}

	private static void untilWaiting(Connection other, int number) throws SQLException, InterruptedException {
		try (var waiting = other.prepareStatement("select count(*) from pg_locks where not granted")) {
			for (int i = 0; i < 100; i++) {
				try (var counted = waiting.executeQuery()) {
					counted.next();
					if (counted.getInt(1) >= number) {
						return;
					}
				}
				Thread.sleep(50);
			}
		}
		throw new AssertionError("nobody waits");
	}

	private String stored(Seat seat) {
		return this.jdbc.sql("select answer[1] from response where attempt_id = ? and position = ?")
			.params(seat.attempt(), seat.position())
			.query(String.class)
			.single();
	}

	private static void rollback(Connection connection) {
		try {
			connection.rollback();
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static HttpResponse<String> answer(Future<HttpResponse<String>> save) {
		try {
			return save.get(10, TimeUnit.SECONDS);
		}
		catch (Exception ex) {
			throw new AssertionError(ex);
		}
	}

	private static String outcome(HttpResponse<String> response) {
		assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
		return JsonPath.read(response.body(), "$.outcome");
	}

	/** A candidate at the first single choice behind the item that is shown. */
	private record Seat(PlainBrowser browser, UUID attempt, int position, List<String> options) {

		static Seat take(int port) {
			Sitting sitting = Sitting.start(port, "mla-c01/quick");
			var item = sitting.browser().page().select("section[data-type=multiple-choice][hidden]").first();
			return new Seat(sitting.browser(), sitting.attempt(), Integer.parseInt(item.attr("data-position")),
					item.select("input[name=answer]").eachAttr("value"));
		}

		String answer(int sequence) {
			return this.options.get(sequence % this.options.size());
		}

		HttpResponse<String> save(int sequence) {
			return this.browser.request("POST", "/attempts/" + this.attempt + "/items/" + this.position,
					"application/json", "sequence=" + sequence + "&flagged=false&age=0&answer=" + answer(sequence)
							+ "&_csrf=" + this.browser.page().body().attr("data-csrf"));
		}

	}

}
