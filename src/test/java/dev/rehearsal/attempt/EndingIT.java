package dev.rehearsal.attempt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;

import com.jayway.jsonpath.JsonPath;
import dev.rehearsal.DatabaseTest;
import dev.rehearsal.Keys;
import dev.rehearsal.Sitting;
import dev.rehearsal.bank.Bank;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** How exams end, and that it happens once. */
@DatabaseTest
class EndingIT {

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Bank bank;

	@Autowired
	private Attempts attempts;

	@Autowired
	private Clock clock;

	@Test
	void anExamWhoseDeadlineHasMovedSinceItWasLookedAtGoesOn() {
		Sitting sitting = Sitting.start(this.port, "mla-c01/quick");
		this.attempts.endOverdue(sitting.attempt(), this.clock.instant());
		assertThat(state(sitting)).isEqualTo("IN_PROGRESS");
		assertThat(reports(sitting)).isZero();
	}

	@Test
	void anExamEndsAtItsDeadlineThoughNobodyLooks() throws InterruptedException {
		Sitting sitting = Sitting.start(this.port, "mla-c01/quick");
		timeUp(sitting);
		untilEnded(sitting, Duration.ofSeconds(10));
		assertThat(state(sitting)).isEqualTo("TIME_UP");
		assertThat(this.jdbc.sql("select ended_at = deadline from attempt where id = ?")
			.param(sitting.attempt())
			.query(Boolean.class)
			.single()).isTrue();
		assertThat(reports(sitting)).isEqualTo(1);
		sitting.browser().open(sitting.address());
		assertThat(sitting.browser().page().select("h1").text()).isEqualTo("Your score");
		assertThat(sitting.browser().page().text()).contains("The time ran out");
	}

	@Test
	void whoseEndLostTheDatabaseEndsSoonAfter() throws InterruptedException {
		Sitting sitting = Sitting.start(this.port, "mla-c01/quick");
		this.jdbc.sql("create sequence lost").update();
		try {
			whenGraded(sitting, "if nextval('lost') = 1 then perform pg_terminate_backend(pg_backend_pid()); end if;");
			timeUp(sitting);
			untilEnded(sitting, Duration.ofSeconds(10));
			assertThat(state(sitting)).isEqualTo("TIME_UP");
			assertThat(reports(sitting)).isEqualTo(1);
			assertThat(this.jdbc.sql("select last_value from lost").query(Integer.class).single()).isEqualTo(2);
		}
		finally {
			this.jdbc.sql("drop function when_graded cascade").update();
			this.jdbc.sql("drop sequence lost").update();
		}
	}

	@Test
	void oneThatCannotBeEndedKeepsNobodyWaitingAndEndsWhenItCan() throws InterruptedException {
		Sitting broken = Sitting.start(this.port, "mla-c01/quick");
		Sitting next = Sitting.start(this.port, "mla-c01/quick");
		try {
			whenGraded(broken, "raise exception 'it cannot be graded';");
			timeUp(broken);
			Thread.sleep(Duration.ofSeconds(2));
			timeUp(next);
			untilEnded(next, Duration.ofSeconds(10));
			assertThat(state(next)).isEqualTo("TIME_UP");
			assertThat(state(broken)).isEqualTo("IN_PROGRESS");
		}
		finally {
			this.jdbc.sql("drop function when_graded cascade").update();
		}
		untilEnded(broken, Duration.ofSeconds(30));
		assertThat(state(broken)).isEqualTo("TIME_UP");
		assertThat(reports(broken)).isEqualTo(1);
	}

	@Test
	void theSecondTryComesAtOnceAndLaterOnesLessAndLessOften() {
		List<Long> pauses = new ArrayList<>();
		OverdueAttempts.Trouble trouble = null;
		for (int i = 0; i < 9; i++) {
			trouble = OverdueAttempts.Trouble.after(trouble, Instant.EPOCH);
			pauses.add(trouble.pause().toSeconds());
			assertThat(trouble.until()).isEqualTo(Instant.EPOCH.plus(trouble.pause()));
		}
		assertThat(pauses).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
	}

	@Test
	void anExamEndedTwiceIsGradedOnce() {
		Sitting sitting = Sitting.start(this.port, "mla-c01/quick");
		sitting.browser().open(sitting.address() + "/end");
		sitting.browser().post(sitting.address() + "/end", "");
		sitting.browser().post(sitting.address() + "/end", "");
		assertThat(state(sitting)).isEqualTo("SUBMITTED");
		assertThat(reports(sitting)).isEqualTo(1);
	}

	@Test
	void anEndedExamShowsItsResultWhereverItIsOpened() {
		Sitting sitting = Sitting.start(this.port, "mla-c01/quick").end();
		for (String page : List.of("", "/items/3", "/overview", "/end")) {
			sitting.browser().open(sitting.address() + page);
			assertThat(sitting.browser().page().select("h1").text()).as(page).isEqualTo("Your score");
		}
	}

	@Test
	void aRunningExamShowsNeitherResultNorReview() {
		Sitting sitting = Sitting.start(this.port, "mla-c01/quick");
		for (String page : List.of("/result", "/review")) {
			sitting.browser().open(sitting.address() + page);
			assertThat(sitting.browser().address()).isEqualTo(sitting.address());
		}
	}

	/**
	 * The moment in which an exam ends is when a response could be acknowledged and yet
	 * not graded.
	 */
	@RepeatedTest(5)
	void whatIsAcknowledgedWhileTheExamEndsIsGraded() throws Exception {
		Sitting sitting = Sitting.start(this.port, "mla-c01/quick");
		Keys keys = new Keys(this.jdbc, this.bank);
		Map<Integer, List<String>> options = new TreeMap<>();
		sitting.browser()
			.page()
			.select("section[data-type=multiple-choice]")
			.forEach((section) -> options.put(Integer.valueOf(section.attr("data-position")),
					section.select("input[name=answer]").eachAttr("value")));
		Map<Integer, String> acknowledged = new ConcurrentSkipListMap<>();
		List<Future<?>> tabs = new ArrayList<>();
		try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
			options.forEach((position, ids) -> tabs
				.add(executor.submit(() -> answerUntilEnded(sitting, position, ids, acknowledged))));
			Thread.sleep(ThreadLocalRandom.current().nextLong(5, 60));
			sitting.browser().post(sitting.address() + "/end", "");
		}
		for (Future<?> tab : tabs) {
			tab.get();
		}
		assertThat(acknowledged).isNotEmpty();
		Boolean[] grades = this.jdbc.sql("select grades from score_report where attempt_id = ?")
			.param(sitting.attempt())
			.query((row, number) -> (Boolean[]) row.getArray(1).getArray())
			.single();
		acknowledged.forEach((position, option) -> assertThat(grades[position - 1]).as("item %d", position)
			.isEqualTo(keys.key(sitting.attempt(), position).equals(List.of(option))));
	}

	private static void answerUntilEnded(Sitting sitting, int position, List<String> ids,
			Map<Integer, String> acknowledged) {
		for (int sequence = 1; sequence < 1_000; sequence++) {
			String option = ids.get(sequence % ids.size());
			var saved = sitting.browser()
				.post(sitting.address() + "/items/" + position, "answer=" + option + "&sequence=" + sequence);
			if (saved.statusCode() != 200) {
				assertThat(JsonPath.<String>read(saved.body(), "$.outcome")).isEqualTo("already-submitted");
				return;
			}
			acknowledged.put(position, option);
		}
		throw new AssertionError("the exam did not end");
	}

	private void timeUp(Sitting sitting) {
		this.jdbc.sql("update attempt set deadline = now() + interval '1 second', grace_seconds = 1 where id = ?")
			.param(sitting.attempt())
			.update();
	}

	private void untilEnded(Sitting sitting, Duration most) throws InterruptedException {
		Instant end = this.clock.instant().plus(most);
		while ("IN_PROGRESS".equals(state(sitting)) && this.clock.instant().isBefore(end)) {
			Thread.sleep(Duration.ofMillis(100));
		}
	}

	private void whenGraded(Sitting sitting, String does) {
		this.jdbc
			.sql("create function when_graded() returns trigger language plpgsql as $$ begin " + does
					+ " return new; end $$")
			.update();
		this.jdbc
			.sql("create trigger when_graded before insert on score_report for each row when (new.attempt_id = '"
					+ sitting.attempt() + "') execute function when_graded()")
			.update();
	}

	private String state(Sitting sitting) {
		return this.jdbc.sql("select state from attempt where id = ?")
			.param(sitting.attempt())
			.query(String.class)
			.single();
	}

	private int reports(Sitting sitting) {
		return this.jdbc.sql("select count(*) from score_report where attempt_id = ?")
			.param(sitting.attempt())
			.query(Integer.class)
			.single();
	}

}
