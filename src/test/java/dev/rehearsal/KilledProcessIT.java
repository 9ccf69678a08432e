package dev.rehearsal;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

import com.jayway.jsonpath.JsonPath;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The application is killed with SIGKILL in the middle of an exam. */
@ProcessTest
class KilledProcessIT {

	@Test
	void anExamGoesOnWhereItWasWithAllAnswersAndTheSameTimeLeft() throws InterruptedException {
		try (ApplicationProcess application = ApplicationProcess.in("killed").start()) {
			Sitting sitting = Sitting.start(new PlainBrowser(application.baseUrl().toString()), "mla-c01/mock-exam");
			Map<Integer, List<String>> options = choices(sitting);
			long deadline = deadline(sitting);
			Instant killed;
			Map<Integer, String> acknowledged = new ConcurrentHashMap<>();
			try (var tabs = Executors.newFixedThreadPool(4)) {
				options.forEach(
						(position, ids) -> tabs.submit(() -> answerUntilKilled(sitting, position, ids, acknowledged)));
				for (int i = 0; i < 3_000 && acknowledged.size() < 20; i++) {
					Thread.sleep(1);
				}
				assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(20);
				killed = Instant.now().minusSeconds(2); // the last heartbeat before
				application.kill();
			}

			application.start();

			sitting.browser().open(sitting.address());
			acknowledged.forEach((position, option) -> assertThat(chosen(sitting, position)).as("item %d", position)
				.isEqualTo(option));
			// The time that it was down, and no more, is given back: as much is left as
			// before.
			long credited = credited(sitting);
			assertThat(Duration.ofMillis(deadline(sitting) - deadline)).isBetween(Duration.ofSeconds(credited),
					Duration.ofSeconds(credited + 1));
			assertThat(Duration.ofSeconds(credited)).isLessThanOrEqualTo(Duration.between(killed, Instant.now()));

			sitting.go(33).browser().open(sitting.address());
			assertThat(sitting.browser().page().select("section.item:not([hidden])").attr("data-position"))
				.isEqualTo("33");

			application.kill();
			application.start();
			sitting.browser().open("/");
			sitting.browser().open(sitting.address());
			assertThat(sitting.browser().page().select("section.item:not([hidden])").attr("data-position"))
				.isEqualTo("33");

			sitting.end().browser().open(sitting.address() + "/review");
			acknowledged.keySet()
				.forEach((position) -> assertThat(sitting.browser().page().select("#item-" + position + " .tag.chosen"))
					.hasSize(1));
		}
	}

	@Test
	void anExamWhoseDeadlinePassesWhileTheApplicationIsDownEndsAtItsDeadline() throws Exception {
		try (ApplicationProcess application = ApplicationProcess
			.in("deadline", "--rehearsal.packs.directory=src/test/resources/packs/short")
			.start()) {
			Sitting sitting = Sitting.start(new PlainBrowser(application.baseUrl().toString()), "short/minute");
			String option = sitting.browser().page().select("input[name=answer]").first().attr("value");
			sitting.browser().post(sitting.address() + "/items/1", "sequence=1&answer=" + option);
			try (Connection connection = application.connect(); Statement sql = connection.createStatement()) {
				// The blueprint's shortest time is a minute.
				assertThat(sql.executeUpdate("update attempt set deadline = now() + interval '2 seconds'"))
					.isEqualTo(1);
			}
			application.kill();
			Thread.sleep(3_000);
			application.start();
			sitting.browser().open("/history");
			assertThat(sitting.browser().page().select("tbody tr")).hasSize(1);
			assertThat(sitting.browser().page().select("tbody .verdict")).hasSize(1);
			sitting.browser().open(sitting.address());
			assertThat(sitting.browser().page().text()).contains("The time ran out");
			assertThat(sitting.browser().page().select(".figures dd").get(1).text()).isEqualTo("1 of 1");
		}
	}

	@Test
	void aDatabaseThatWasKilledComesBackWithAllAnswersAndMeanwhilePagesSaySo() throws Exception {
		try (ApplicationProcess application = ApplicationProcess.in("database-killed").start()) {
			Sitting sitting = Sitting.start(new PlainBrowser(application.baseUrl().toString()), "mla-c01/quick");
			Map<Integer, List<String>> options = choices(sitting);
			options.forEach((position, ids) -> sitting.browser()
				.post(sitting.address() + "/items/" + position, "sequence=1&answer=" + ids.getFirst()));
			Path needed = application.data().resolve("postgres/global/pg_control");
			Path away = Files.move(needed, needed.resolveSibling("away"));
			application.database().destroyForcibly();
			HttpResponse<String> page = awaitStatus(sitting, 503);
			assertThat(page.headers().firstValue("Retry-After")).isPresent();
			assertThat(sitting.browser().open("/history").page().text()).contains("The service is away for a moment");
			for (int i = 0; i < 300 && !application.log().contains("PostgreSQL did not start again"); i++) {
				Thread.sleep(100);
			}
			assertThat(application.log()).contains("PostgreSQL did not start again");
			Files.move(away, needed);
			awaitStatus(sitting, 200);
			sitting.browser().open(sitting.address());
			options.forEach((position, ids) -> assertThat(chosen(sitting, position)).as("item %d", position)
				.isEqualTo(ids.getFirst()));
		}
	}

	private static HttpResponse<String> awaitStatus(Sitting sitting, int status) throws InterruptedException {
		HttpResponse<String> page = sitting.browser().get("/history");
		for (int i = 0; i < 300 && page.statusCode() != status; i++) {
			Thread.sleep(100);
			page = sitting.browser().get("/history");
		}
		assertThat(page.statusCode()).isEqualTo(status);
		return page;
	}

	private static void answerUntilKilled(Sitting sitting, int position, List<String> ids,
			Map<Integer, String> acknowledged) {
		String option = ids.get(position % ids.size());
		var saved = sitting.browser().post(sitting.address() + "/items/" + position, "sequence=1&answer=" + option);
		if (saved.statusCode() == 200) {
			acknowledged.put(position, option);
		}
	}

	private static Map<Integer, List<String>> choices(Sitting sitting) {
		Map<Integer, List<String>> options = new LinkedHashMap<>();
		for (Element section : sitting.browser().page().select("section[data-type=multiple-choice]")) {
			options.put(Integer.valueOf(section.attr("data-position")),
					section.select("input[name=answer]").eachAttr("value"));
		}
		return options;
	}

	private static String chosen(Sitting sitting, int position) {
		return sitting.browser().page().select("section[data-position=" + position + "] input[checked]").attr("value");
	}

	private static long credited(Sitting sitting) {
		return JsonPath.<Integer>read(sitting.browser().get(sitting.address() + "/clock").body(), "$.credited");
	}

	private static long deadline(Sitting sitting) {
		return JsonPath.<Long>read(sitting.browser().get(sitting.address() + "/clock").body(), "$.deadline");
	}

}
