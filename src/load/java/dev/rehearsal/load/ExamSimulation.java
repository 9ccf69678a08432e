package dev.rehearsal.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.Http;
import io.gatling.javaapi.http.HttpProtocolBuilder;

import static io.gatling.javaapi.core.CoreDsl.bodyString;
import static io.gatling.javaapi.core.CoreDsl.constantConcurrentUsers;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.foreach;
import static io.gatling.javaapi.core.CoreDsl.nothingFor;
import static io.gatling.javaapi.core.CoreDsl.pace;
import static io.gatling.javaapi.core.CoreDsl.regex;
import static io.gatling.javaapi.core.CoreDsl.repeat;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.core.CoreDsl.substring;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

/**
 * Candidates who arrive, start, save 65 answers, flag, review, end and read the result. As
 * a browser does, they know the application by its pages alone.
 */
public class ExamSimulation extends Simulation {

	private static final String ITEM = "<section class=\"item";

	/** Of the mock exam, in which everyone answers everything once: 65 in three hours. */
	private static final int SECONDS_PER_ANSWER = 3 * 60 * 60 / 65;

	private static final String PLAN = System.getProperty("load.plan");

	private static final int CANDIDATES = Integer.getInteger("load.candidates");

	private static final int SECONDS = Integer.getInteger("load.seconds");

	/** Milliseconds since 1970: what comes before is not measured. */
	private static final long MEASURED_FROM = Long.getLong("load.from");

	private final HttpProtocolBuilder protocol = http.baseUrl(System.getProperty("load.address"))
		.acceptHeader("text/html")
		.acceptEncodingHeader("gzip")
		.disableCaching()
		.shareConnections();

	public ExamSimulation() {
		int seconds = (int) ((MEASURED_FROM - System.currentTimeMillis()) / 1000) + SECONDS;
		setUp(switch (PLAN) {
			case "closed" ->
				wholeExams().injectClosed(constantConcurrentUsers(CANDIDATES).during(seconds)).protocols(this.protocol);
			case "saves" ->
				saving().injectClosed(constantConcurrentUsers(CANDIDATES).during(seconds)).protocols(this.protocol);
			case "open" -> thinking()
				.injectOpen(nothingFor(1), constantUsersPerSec(CANDIDATES / (5 * 60.0)).during(Math.min(seconds, 5 * 60)))
				.protocols(this.protocol);
			default -> throw new IllegalArgumentException("no plan " + PLAN);
		}).maxDuration(seconds);
	}

	/** Without a pause for thought. */
	private static ScenarioBuilder wholeExams() {
		return scenario("whole exams").exec(start(), foreach("#{answers}", "answer").on(save()), flag(), review(),
				end());
	}

	/** Hardly anything but saves: what the one path that must be fast costs. */
	private static ScenarioBuilder saving() {
		return scenario("saves").exec(start(), exec((session) -> session.set("sequence", 0)),
				repeat(40).on(exec((session) -> session.set("sequence", session.getInt("sequence") + 1)),
						foreach("#{answers}", "answer").on(save())));
	}

	/** At the pace of an exam that takes three hours, as far as the run goes. */
	private static ScenarioBuilder thinking() {
		return scenario("an exam's pace").exec(start(),
				foreach("#{answers}", "answer").on(pace(SECONDS_PER_ANSWER), save()));
	}

	private static Http step(String name) {
		return http((session) -> (System.currentTimeMillis() < MEASURED_FROM) ? "(warming up)" : name);
	}

	private static ChainBuilder start() {
		return exec(step("arrive").get("/").check(status().is(200)),
				step("rules").get("/exams/mla-c01/mock-exam")
					.check(regex("name=\"_csrf\" value=\"([^\"]+)\"").saveAs("csrf")),
				step("start").post("/exams/mla-c01/mock-exam")
					.formParam("_csrf", "#{csrf}")
					.disableFollowRedirect()
					.check(status().is(302), io.gatling.javaapi.http.HttpDsl.header("Location")
						.transform((location) -> location.replaceFirst("^https?://[^/]+", ""))
						.saveAs("attempt")),
				step("document").get("#{attempt}")
					.check(regex("data-csrf=\"([^\"]+)\"").saveAs("csrf"), bodyString().saveAs("document")),
				exec(ExamSimulation::readAnswers));
	}

	/**
	 * The first option of each item. No patterns: to match them took a tenth of the
	 * generator's time.
	 */
	private static Session readAnswers(Session session) {
		String document = session.getString("document");
		List<Map<String, String>> answers = new ArrayList<>();
		for (int item = document.indexOf(ITEM); item >= 0; item = document.indexOf(ITEM, item + 1)) {
			String option = after(document, item, "data-type=\"").startsWith("multi") ? "name=\"answer\" value=\""
					: "<option value=\"";
			String value = after(document, item, option);
			if (value.isEmpty()) { // "choose"
				value = after(document, document.indexOf(option, item) + 1, option);
			}
			answers.add(Map.of("position", after(document, item, "data-position=\""), "value", value));
		}
		return session.remove("document").set("answers", answers);
	}

	private static String after(String document, int from, String prefix) {
		int start = document.indexOf(prefix, from) + prefix.length();
		return document.substring(start, document.indexOf('"', start));
	}

	private static ChainBuilder save() {
		return exec(step("save").post("#{attempt}/items/#{answer.position}")
			.header("X-XSRF-TOKEN", "#{csrf}")
			.header("Accept", "application/json")
			.formParam("sequence", (session) -> session.contains("sequence") ? session.getInt("sequence") : 1)
			.formParam("flagged", "false")
			.formParam("age", "0")
			.formParam("answer", "#{answer.value}")
			.check(status().is(200), substring("\"recorded\"")));
	}

	private static ChainBuilder flag() {
		return exec(step("flag").post("#{attempt}/items/1")
			.header("X-XSRF-TOKEN", "#{csrf}")
			.header("Accept", "application/json")
			.formParam("sequence", "2")
			.formParam("flagged", "true")
			.check(status().is(200)));
	}

	private static ChainBuilder review() {
		return exec(step("review screen").get("#{attempt}/overview").check(status().is(200)));
	}

	private static ChainBuilder end() {
		return exec(
				step("end").post("#{attempt}/end")
					.header("X-XSRF-TOKEN", "#{csrf}")
					.disableFollowRedirect()
					.check(status().is(302)),
				step("result").get("#{attempt}/result").check(substring("<h1>Your score</h1>")));
	}

}
