package dev.rehearsal.attempt;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.jayway.jsonpath.JsonPath;
import dev.rehearsal.DatabaseTest;
import dev.rehearsal.PlainBrowser;
import dev.rehearsal.Statements;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** One response, from the browser to the table, and all that can happen to it. */
@DatabaseTest
class SavingIT {

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcClient jdbc;

	private PlainBrowser candidate;

	private UUID attempt;

	private int choiceItem;

	private List<String> options;

	@BeforeEach
	void startAnExam() {
		this.candidate = new PlainBrowser("http://localhost:" + this.port);
		this.candidate.open("/exams/mla-c01/quick").press("Start exam");
		this.attempt = UUID.fromString(this.candidate.address().substring("/attempts/".length()));
		this.choiceItem = Integer
			.parseInt(this.candidate.page().select("section[data-type=multiple-choice]").first().attr("data-position"));
		this.options = this.candidate.page()
			.select("section[data-position=" + this.choiceItem + "] input[name=answer]")
			.eachAttr("value");
	}

	@Test
	void aResponseIsRecorded() {
		HttpResponse<String> saved = save(this.options.get(2), 1, true);
		assertThat(saved.statusCode()).isEqualTo(200);
		assertThat(JsonPath.<String>read(saved.body(), "$.outcome")).isEqualTo("recorded");
		assertThat(JsonPath.<Integer>read(saved.body(), "$.sequence")).isEqualTo(1);
		assertThat(JsonPath.<String>read(saved.body(), "$.recordedAt")).isNotBlank();
		assertThat(stored()).isEqualTo(this.options.get(2));
	}

	@Test
	void theSameResponseTwiceIsAcknowledgedTwiceAndStoredOnce() {
		save(this.options.get(0), 1, false);
		HttpResponse<String> again = save(this.options.get(0), 1, false);
		assertThat(again.statusCode()).isEqualTo(200);
		assertThat(JsonPath.<String>read(again.body(), "$.outcome")).isEqualTo("unchanged");
	}

	@Test
	void afterTheLastItemComesTheReviewScreen() {
		String address = "/attempts/" + this.attempt;
		int last = this.candidate.open(address).page().select("section.item").size();
		HttpResponse<String> moved = this.candidate.request("POST", address + "/items/" + last, "text/html",
				"sequence=1&go=next");
		assertThat(moved.headers().firstValue("location")).get().asString().endsWith(address + "/overview");
	}

	@Test
	void whoDoesNotSayWhatTheyAcceptIsTakenForABrowserWithoutScripts() {
		String address = "/attempts/" + this.attempt;
		HttpResponse<String> moved = this.candidate.request("POST", address + "/items/" + this.choiceItem, "*/*",
				"answer=" + this.options.get(2) + "&sequence=1&go=overview");
		assertThat(moved.headers().firstValue("location")).get().asString().endsWith(address + "/overview");
		assertThat(stored()).isEqualTo(this.options.get(2));
	}

	@Test
	void anOlderResponseCannotOverwriteANewerOne() {
		save(this.options.get(0), 5, false);
		HttpResponse<String> late = save(this.options.get(1), 4, false);
		assertThat(late.statusCode()).isEqualTo(409);
		assertThat(JsonPath.<String>read(late.body(), "$.outcome")).isEqualTo("out-of-sequence");
		assertThat(JsonPath.<List<String>>read(late.body(), "$.answer")).containsExactly(this.options.get(0));
		assertThat(stored()).isEqualTo(this.options.get(0));
	}

	@Test
	void twoTabsWithTheSameViewDoNotOverwriteEachOther() {
		save(this.options.get(0), 1, false);
		assertThat(save(this.options.get(1), 1, false).statusCode()).isEqualTo(409);
		assertThat(stored()).isEqualTo(this.options.get(0));
	}

	@Test
	void aResponseReplacesOnlyWhatItsPageKnew() {
		save(this.options.get(0), 1, false);
		String item = "/attempts/" + this.attempt + "/items/" + this.choiceItem;
		long given = System.currentTimeMillis() - 1_000;
		HttpResponse<String> stale = this.candidate.post(item,
				"answer=" + this.options.get(1) + "&sequence=7&base=0&age=0&given=" + given);
		assertThat(stale.statusCode()).isEqualTo(409);
		assertThat(JsonPath.<String>read(stale.body(), "$.outcome")).isEqualTo("out-of-sequence");
		assertThat(stored()).isEqualTo(this.options.get(0));
		HttpResponse<String> settled = this.candidate.post(item,
				"answer=" + this.options.get(1) + "&sequence=8&base=1&age=0&given=" + given);
		assertThat(JsonPath.<String>read(settled.body(), "$.outcome")).isEqualTo("recorded");
		assertThat(JsonPath.<Long>read(settled.body(), "$.answered")).isEqualTo(given);
		HttpResponse<String> ahead = this.candidate.post(item,
				"answer=" + this.options.get(2) + "&sequence=8&base=2000000");
		assertThat(ahead.statusCode()).as("no base is as high as the sequence").isEqualTo(409);
	}

	@Test
	void aPageCanTellByTheClockWhetherItKnowsAllThatIsStored() {
		String address = "/attempts/" + this.attempt;
		assertThat(JsonPath.<Integer>read(this.candidate.get(address + "/clock").body(), "$.saves")).isZero();
		save(this.options.get(0), 3, true);
		this.candidate.post(address + "/items/" + this.choiceItem + "/notes", "sequence=2&note=Look.");
		assertThat(JsonPath.<Integer>read(this.candidate.get(address + "/clock").body(), "$.saves")).isEqualTo(5);
		String saved = this.candidate.get(address + "/saved").body();
		assertThat(JsonPath.<List<String>>read(saved, "$.answers[*].answer[0]")).containsExactly(this.options.get(0));
		assertThat(JsonPath.<List<Integer>>read(saved, "$.answers[*].sequence")).containsExactly(3);
		assertThat(JsonPath.<List<String>>read(saved, "$.notes[*].note")).containsExactly("Look.");
	}

	@Test
	void aNoteThatArrivesAfterTheEndIsKeptAndAFlagIsNoLostAnswer() {
		save(this.options.get(0), 1, false);
		String address = "/attempts/" + this.attempt;
		this.candidate.post(address + "/end", "");
		this.candidate.open("/device");
		HttpResponse<String> note = this.candidate.post(address + "/items/" + this.choiceItem + "/notes",
				"sequence=1&base=0&note=Written+in+a+tunnel.");
		assertThat(JsonPath.<String>read(note.body(), "$.outcome")).isEqualTo("recorded");
		assertThat(save(this.options.get(0), 2, true).statusCode()).isEqualTo(410);
		assertThat(this.candidate.open(address + "/review").page().text()).contains("Written in a tunnel.");
		assertThat(this.candidate.open(address + "/result").page().select(".warning")).isEmpty();
	}

	@Test
	void aNoteReplacesOnlyWhatItsPageKnew() {
		String notes = "/attempts/" + this.attempt + "/items/" + this.choiceItem + "/notes";
		this.candidate.post(notes, "sequence=1&base=0&note=One.");
		HttpResponse<String> stale = this.candidate.post(notes, "sequence=5&base=0&note=Other.");
		assertThat(JsonPath.<String>read(stale.body(), "$.outcome")).isEqualTo("out-of-sequence");
		assertThat(JsonPath.<String>read(stale.body(), "$.stored.note")).isEqualTo("One.");
	}

	@Test
	void aResponseAfterTheDeadlineIsTooLate() {
		save(this.options.get(0), 1, false);
		this.jdbc.sql("update attempt set deadline = now() where id = ?").param(this.attempt).update();
		HttpResponse<String> late = save(this.options.get(1), 2, false);
		assertThat(late.statusCode()).isEqualTo(410);
		assertThat(JsonPath.<String>read(late.body(), "$.outcome")).isEqualTo("too-late");
		assertThat(stored()).isEqualTo(this.options.get(0));
	}

	@Test
	void aResponseThatWasGivenInTimeCountsHoweverLongItWasOnItsWay() {
		this.jdbc.sql("update attempt set deadline = now() - interval '2 seconds' where id = ?")
			.param(this.attempt)
			.update();
		assertThat(save(this.options.get(1), 1, false).statusCode()).isEqualTo(410);
		String item = "/attempts/" + this.attempt + "/items/" + this.choiceItem;
		long given = System.currentTimeMillis() - 5_000;
		HttpResponse<String> slow = this.candidate.post(item,
				"answer=" + this.options.get(1) + "&sequence=1&age=3&given=" + given);
		assertThat(JsonPath.<String>read(slow.body(), "$.outcome")).isEqualTo("recorded");
		assertThat(this.candidate.post(item, "sequence=2&age=3&given=soon").statusCode()).isEqualTo(400);
	}

	@Test
	void aResponseToAnEndedExamIsRefused() {
		save(this.options.get(0), 1, false);
		this.candidate.open("/attempts/" + this.attempt + "/end").press("Yes, end exam");
		this.candidate.open("/device");
		HttpResponse<String> late = save(this.options.get(1), 2, false);
		assertThat(late.statusCode()).isEqualTo(410);
		assertThat(JsonPath.<String>read(late.body(), "$.outcome")).isEqualTo("already-submitted");
		assertThat(stored()).isEqualTo(this.options.get(0));
	}

	@Test
	void anOldResponseThatArrivesAfterTheEndIsNotCalledLostWhereANewerOneCounts() {
		save(this.options.get(0), 1, false);
		save(this.options.get(1), 2, false);
		this.candidate.post("/attempts/" + this.attempt + "/end", "");
		HttpResponse<String> duplicate = this.candidate.post("/attempts/" + this.attempt + "/items/" + this.choiceItem,
				"answer=" + this.options.get(0) + "&sequence=1&age=60000");
		assertThat(JsonPath.<String>read(duplicate.body(), "$.outcome")).isEqualTo("already-submitted");
		Document result = this.candidate.open("/attempts/" + this.attempt + "/result").page();
		assertThat(result.select(".warning")).isEmpty();
		assertThat(result.select(".note").text()).contains("1 answer arrived after the end. Later answers");
		assertThat(this.candidate.open("/attempts/" + this.attempt + "/receipts").page().select(".late").text())
			.contains("Item " + this.choiceItem, "A later answer to this item had been saved before");

		this.candidate.open("/device");
		save(this.options.get(0), 2, false); // another tab's, of the same number
		result = this.candidate.open("/attempts/" + this.attempt + "/result").page();
		assertThat(result.select(".warning").text()).contains("1 answer reached the server too late");
		assertThat(result.select(".note").text()).doesNotContain("Later answers");
	}

	@Test
	void anOptionOfAnotherItemIsNoAnswer() {
		HttpResponse<String> refused = save("0badcafe", 1, false);
		assertThat(refused.statusCode()).isEqualTo(400);
		assertThat(JsonPath.<String>read(refused.body(), "$.outcome")).isEqualTo("not-an-answer");
	}

	@Test
	void aPositionThatTheFormDoesNotHaveIsRefused() {
		for (int position : new int[] { 0, -1, 21, Integer.MAX_VALUE }) {
			HttpResponse<String> refused = this.candidate.post("/attempts/" + this.attempt + "/items/" + position,
					"sequence=1");
			assertThat(refused.statusCode()).as("%d", position).isEqualTo(404);
			assertThat(JsonPath.<String>read(refused.body(), "$.outcome")).isEqualTo("not-on-form");
		}
	}

	@Test
	void aVisitIsRememberedOnlyForItemsOfARunningExam() {
		String items = "/attempts/" + this.attempt + "/items/";
		assertThat(this.candidate.post(items + "5/visit", "").statusCode()).isEqualTo(204);
		assertThat(this.candidate.post(items + "21/visit", "").statusCode()).isEqualTo(404);
		assertThat(this.candidate.post(items + "0/visit", "").statusCode()).isEqualTo(404);
		this.candidate.post("/attempts/" + this.attempt + "/end", "");
		assertThat(this.candidate.post(items + "6/visit", "").statusCode()).isEqualTo(410);
	}

	@Test
	void aSequenceThatNoPageSendsIsNoAnswer() {
		for (String sequence : List.of("0", "-1", "2147483647", "1000001")) {
			HttpResponse<String> refused = this.candidate
				.post("/attempts/" + this.attempt + "/items/" + this.choiceItem, "sequence=" + sequence);
			assertThat(refused.statusCode()).as(sequence).isEqualTo(400);
			assertThat(JsonPath.<String>read(refused.body(), "$.outcome")).isEqualTo("not-an-answer");
		}
	}

	@Test
	void whoLosesARaceIsToldWhatIsReallyStored() throws Exception {
		try (var tabs = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int sequence = 1; sequence <= 30; sequence++) {
				String body = "sequence=" + sequence + "&answer=";
				var answers = this.options.stream()
					.map((option) -> tabs.submit(() -> this.candidate
						.post("/attempts/" + this.attempt + "/items/" + this.choiceItem, body + option)))
					.toList();
				for (Future<HttpResponse<String>> answer : answers) {
					assertThat(JsonPath.<List<String>>read(answer.get().body(), "$.answer")).containsExactly(stored());
					assertThat(JsonPath.<Integer>read(answer.get().body(), "$.sequence")).isEqualTo(sequence);
				}
			}
		}
	}

	@Test
	void nobodyElseCanSaveSeeOrEndIt() {
		PlainBrowser other = new PlainBrowser("http://localhost:" + this.port);
		other.open("/device");
		String address = "/attempts/" + this.attempt;
		assertThat(other.post(address + "/items/" + this.choiceItem, "sequence=1&answer=" + this.options.get(0))
			.statusCode()).isEqualTo(404);
		assertThat(other.post(address + "/items/1/visit", "").statusCode()).isEqualTo(404);
		assertThat(other.post(address + "/end", "").statusCode()).isEqualTo(404);
		for (String page : List.of("", "/items/1", "/overview", "/clock", "/end", "/result", "/review")) {
			assertThat(other.get(address + page).statusCode()).as(page).isEqualTo(404);
		}
		assertThat(this.jdbc.sql("select state from attempt where id = ?")
			.param(this.attempt)
			.query(String.class)
			.single()).isEqualTo("IN_PROGRESS");
	}

	@Test
	void withoutTheTokenOfThePageNothingIsSaved() {
		PlainBrowser forger = new PlainBrowser("http://localhost:" + this.port);
		forger.open("/device");
		forger.page().select("input[name=_csrf]").attr("value", "forged");
		assertThat(forger.post("/attempts/" + this.attempt + "/items/1", "sequence=1").statusCode()).isEqualTo(403);
	}

	@Test
	void savingTakesOneStatement() {
		List<String> sent = Statements.during(() -> save(this.options.get(0), 1, false));
		assertThat(sent).hasSize(1);
		assertThat(sent.getFirst()).contains("insert into response");
	}

	@Test
	void startingAnExamTakesFourInsertsHoweverManyItems() {
		PlainBrowser other = new PlainBrowser("http://localhost:" + this.port);
		other.open("/exams/mla-c01/mock-exam");
		List<String> sent = Statements.during(() -> other.press("Start exam"));
		assertThat(other.page().select("section.item")).hasSize(65);
		assertThat(sent).filteredOn((sql) -> sql.startsWith("insert"))
			.extracting((sql) -> sql.split("\\s+")[2])
			.containsExactly("candidate", "form", "attempt", "response");
		assertThat(sent.size()).as("%s", sent).isLessThanOrEqualTo(16);
	}

	@Test
	void aFlagIsKeptWithTheAnswer() {
		save(this.options.get(1), 1, true);
		this.candidate.open("/attempts/" + this.attempt + "/items/" + this.choiceItem);
		assertThat(this.candidate.page().select("button.flag").attr("aria-pressed")).isEqualTo("true");
		assertThat(this.candidate.page().select("input[checked]").attr("value")).isEqualTo(this.options.get(1));
	}

	private HttpResponse<String> save(String option, int sequence, boolean flagged) {
		return this.candidate.post("/attempts/" + this.attempt + "/items/" + this.choiceItem,
				"answer=" + option + "&sequence=" + sequence + "&flagged=" + flagged);
	}

	private String stored() {
		return this.jdbc.sql("select answer[1] from response where attempt_id = ? and position = ?")
			.params(this.attempt, this.choiceItem)
			.query(String.class)
			.single();
	}

}
