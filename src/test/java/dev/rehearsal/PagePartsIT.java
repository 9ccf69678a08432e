package dev.rehearsal;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pages that are put together of what many have in common and what is one candidate's own
 * show nobody what is somebody else's.
 */
@DatabaseTest
class PagePartsIT {

	private static final Set<String> DIFFERS = Set.of("date", "content-length", "set-cookie");

	@LocalServerPort
	private int port;

	@Test
	void twoCandidatesGetTheSameRoomWithTheirOwnTexts() {
		Sitting one = Sitting.start(this.port, "mla-c01/mock-exam");
		Sitting other = Sitting.start(this.port, "mla-c01/mock-exam");
		for (String page : List.of("", "/items/1", "/items/65", "/overview", "/overview?show=flagged")) {
			String first = body(one, page);
			String second = body(other, page);
			assertThat(first).as(page).contains(one.attempt().toString()).doesNotContain(other.attempt().toString());
			assertThat(second).as(page).contains(other.attempt().toString()).doesNotContain(one.attempt().toString());
		}
		assertThat(frame(one)).isEqualTo(frame(other));
	}

	@Test
	void whatDependsOnTheAttemptIsNotShared() {
		Sitting exam = Sitting.start(this.port, "mla-c01/mock-exam");
		Sitting flagged = Sitting.start(this.port, "mla-c01/mock-exam");
		flagged.browser().press("Flag for review");
		assertThat(room(flagged).select("#flag").attr("aria-pressed")).isEqualTo("true");
		assertThat(room(exam).select("#flag").attr("aria-pressed")).isEqualTo("false");
		Sitting third = Sitting.start(this.port, "mla-c01/mock-exam").go(3);
		assertThat(room(third).body().attr("data-current")).isEqualTo("3");
		assertThat(room(exam).body().attr("data-current")).isEqualTo("1");
	}

	@Test
	void aPageOfOneItemIsWhoseItIs() {
		Sitting exam = Sitting.start(this.port, "mla-c01/mock-exam").go(1);
		String plain = exam.browser().page().select("nav.room-moves").text();
		exam.browser().press("Save");
		assertThat(exam.browser().page().select("#notice").text()).isEqualTo("Saved.");
		assertThat(exam.browser().page().select("nav.room-moves").text()).isNotEqualTo(plain).contains("UTC, save 1");
		Sitting other = Sitting.start(this.port, "mla-c01/mock-exam").go(1);
		assertThat(other.browser().page().select("#notice").text()).isEmpty();
		assertThat(other.browser().page().select("nav.room-moves").text()).isEqualTo(plain);
		for (int position : List.of(1, 2, 65)) {
			Document page = other.go(position).browser().page();
			assertThat(page.title()).startsWith("Item " + position + " of 65");
			assertThat(page.body().attr("data-current")).isEqualTo(Integer.toString(position));
			assertThat(page.select("#flag").attr("form")).isEqualTo("item-" + position);
			assertThat(page.select("form#item-" + position)).hasSize(1);
			assertThat(page.select(".plain-notes textarea").attr("form")).isEqualTo("item-" + position);
			assertThat(page.select("#previous").hasAttr("disabled")).isEqualTo(position == 1);
			assertThat(page.select("#next").hasAttr("disabled")).isEqualTo(position == 65);
		}
	}

	@Test
	void eachGetsAClockOfTheirOwn() throws InterruptedException {
		Sitting one = Sitting.start(this.port, "mla-c01/mock-exam");
		long before = Long.parseLong(room(one).select("exam-clock").attr("data-now"));
		Thread.sleep(20);
		Sitting other = Sitting.start(this.port, "mla-c01/mock-exam");
		assertThat(Long.parseLong(room(one).select("exam-clock").attr("data-now"))).isGreaterThan(before);
		assertThat(Long.parseLong(room(other).select("exam-clock").attr("data-deadline")))
			.isGreaterThan(Long.parseLong(room(one).select("exam-clock").attr("data-deadline")));
	}

	@Test
	void whoIsSignedInIsToldToNobodyElse() {
		PlainBrowser ada = People.candidate(this.port);
		PlainBrowser grace = People.candidate(this.port);
		for (String page : List.of("/", "/exams/mla-c01/mock-exam")) {
			String name = People.name(ada.open(page));
			assertThat(name).as(page).isNotEmpty();
			assertThat(People.name(grace.open(page))).as(page).isNotEmpty().isNotEqualTo(name);
			PlainBrowser guest = People.guest(this.port).open(page);
			assertThat(guest.response().body()).as(page).contains("Sign in").doesNotContain(name);
			assertThat(People.name(ada.open(page))).as(page).isEqualTo(name);
		}
	}

	@Test
	void theSecondVisitorGetsTheHeadersOfTheFirst() {
		for (String page : List.of("/", "/exams/mls-c01/mock-exam")) {
			assertThat(headers(new PlainBrowser("http://localhost:" + this.port).open(page)))
				.isEqualTo(headers(new PlainBrowser("http://localhost:" + this.port).open(page)))
				.containsKeys("content-type", "content-language", "vary");
		}
	}

	@Test
	void everyVisitorGetsATokenThatIsTheirs() {
		PlainBrowser one = new PlainBrowser("http://localhost:" + this.port).open("/exams/mla-c01/mock-exam");
		PlainBrowser other = new PlainBrowser("http://localhost:" + this.port).open("/exams/mla-c01/mock-exam");
		assertThat(token(one)).isNotEmpty().isNotEqualTo(token(other));
		assertThat(one.press("Start exam").status()).isEqualTo(200);
		assertThat(other.press("Start exam").status()).isEqualTo(200);
	}

	private static String body(Sitting sitting, String page) {
		return sitting.browser().open(sitting.address() + page).response().body();
	}

	private static Document room(Sitting sitting) {
		return sitting.browser().open(sitting.address()).page();
	}

	/** The room without items, and without what is the candidate's. */
	private static String frame(Sitting sitting) {
		Document room = room(sitting);
		String token = room.body().attr("data-csrf");
		room.select("section.item").remove();
		room.select("exam-clock").removeAttr("data-now").removeAttr("data-deadline").select(".time").empty();
		return room.html().replace(sitting.attempt().toString(), "…").replace(token, "…");
	}

	private static String token(PlainBrowser browser) {
		return browser.page().select("form.start input[name=_csrf]").attr("value");
	}

	private static Map<String, List<String>> headers(PlainBrowser browser) {
		HttpResponse<String> response = browser.response();
		Map<String, List<String>> headers = new TreeMap<>(response.headers().map());
		headers.keySet().removeIf((name) -> DIFFERS.contains(name.toLowerCase(java.util.Locale.ROOT)));
		return headers;
	}

}
