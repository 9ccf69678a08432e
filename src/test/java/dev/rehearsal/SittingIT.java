package dev.rehearsal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.rehearsal.bank.Bank;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Whole exams, by links and forms alone. */
@DatabaseTest
class SittingIT {

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Bank bank;

	private Keys keys;

	@BeforeEach
	void lookKeysUp() {
		this.keys = new Keys(this.jdbc, this.bank);
	}

	@Test
	void whoKnowsEverythingGetsAThousand() {
		Sitting sitting = Sitting.start(this.port, "mla-c01/mock-exam").go(1);
		for (int position = 1; position <= 65; position++) {
			String button = (position < 65) ? "Next" : "Review";
			sitting.answer(this.keys.key(sitting.attempt(), position), button);
		}
		assertThat(sitting.browser().page().select(".entries [data-status=answered]")).hasSize(65);
		sitting.end();
		assertThat(sitting.browser().page().select("h1").text()).isEqualTo("Your score");
		assertThat(sitting.browser().page().select(".big-score").text()).isEqualTo("1000 Pass");
		assertThat(sitting.browser().page().select(".domains .num:not(.optional):not(th)").eachText())
			.containsExactly("18 of 18", "17 of 17", "14 of 14", "16 of 16");
	}

	@Test
	void whoAnswersNothingGetsTheLowestScore() {
		Sitting sitting = Sitting.start(this.port, "mla-c01/quick").end();
		assertThat(sitting.browser().page().select(".big-score").text()).isEqualTo("100 Not passed");
		sitting.browser().open(sitting.address() + "/review?show=unanswered");
		assertThat(sitting.browser().page().select("article.reviewed")).hasSize(20);
	}

	@Test
	void theReviewShowsResponseKeyRationalesAndReferencesOfEveryItem() {
		Sitting sitting = Sitting.start(this.port, "mla-c01/mock-exam");
		sitting.go(2).answer(this.keys.key(sitting.attempt(), 2), "Flag for review");
		sitting.end().browser().open(sitting.address() + "/review");
		var items = sitting.browser().page().select("article.reviewed");
		assertThat(items).hasSize(65);
		items.forEach((item) -> {
			assertThat(item.select(".rationale").size()).as(item.id()).isGreaterThanOrEqualTo(3);
			assertThat(item.select(".references a")).as(item.id()).isNotEmpty();
			assertThat(item.select(".tag.key")).as(item.id()).isNotEmpty();
		});
		sitting.browser().open(sitting.address() + "/review?show=flagged");
		assertThat(sitting.browser().page().select("article.reviewed").eachAttr("id")).containsExactly("item-2");
		sitting.browser().open(sitting.address() + "/review?show=right");
		assertThat(sitting.browser().page().select("article.reviewed").eachAttr("id")).containsExactly("item-2");
		sitting.browser().open(sitting.address() + "/review?domain=deployment");
		assertThat(sitting.browser().page().select("article.reviewed")).hasSize(14);
		sitting.browser().open(sitting.address() + "/review?type=case-study");
		assertThat(sitting.browser().page().select("article.reviewed")).hasSize(4);
	}

	@Test
	void aSecondSittingBringsOtherItems() {
		PlainBrowser candidate = new PlainBrowser("http://localhost:" + this.port);
		Set<String> first = items(Sitting.start(candidate, "mla-c01/mock-exam").end());
		Set<String> second = items(Sitting.start(candidate, "mla-c01/mock-exam").end());
		assertThat(first).hasSize(65);
		second.retainAll(first);
		assertThat(second).hasSizeLessThan(5);
	}

	@Test
	void pressingStartTwiceGivesOneExam() {
		PlainBrowser candidate = new PlainBrowser("http://localhost:" + this.port);
		Sitting first = Sitting.start(candidate, "mla-c01/quick");
		Sitting second = Sitting.start(candidate, "mla-c01/quick");
		assertThat(second.attempt()).isEqualTo(first.attempt());
	}

	@Test
	void anExamGoesOnOnAnotherDevice() {
		Sitting sitting = Sitting.start(this.port, "mla-c01/quick");
		List<String> answer = this.keys.key(sitting.attempt(), 3);
		sitting.go(3).answer(answer, "Save");
		String code = sitting.browser().open("/device").press("Get a code").page().select("output").text();
		PlainBrowser phone = new PlainBrowser("http://localhost:" + this.port);
		phone.open("/device").page().select("input[name=code]").attr("value", code.toLowerCase().replace("-", " "));
		phone.press("Continue here");
		assertThat(phone.address()).isEqualTo("/");
		phone.open(sitting.address());
		assertThat(phone.page().select("section.item:not([hidden])").attr("data-position")).isEqualTo("3");
		assertThat(
				phone.open(sitting.address() + "/items/3").page().select("[checked], option[selected]:not([value=''])"))
			.hasSize(answer.size());
	}

	@Test
	void aCodeForAnotherDeviceWorksOnce() {
		PlainBrowser owner = new PlainBrowser("http://localhost:" + this.port);
		String code = owner.open("/device").press("Get a code").page().select("output").text();
		for (boolean works : new boolean[] { true, false }) {
			PlainBrowser other = new PlainBrowser("http://localhost:" + this.port);
			other.open("/device").page().select("input[name=code]").attr("value", code);
			other.press("Continue here");
			assertThat(other.page().select("[role=alert]").isEmpty()).isEqualTo(works);
			assertThat(other.status()).isEqualTo(works ? 200 : 400);
		}
	}

	@Test
	void theUnscoredItemsOfTheRealPaceDoNotMoveTheScore() {
		Sitting sitting = Sitting.start(this.port, "mla-c01/real-pace");
		Integer[] unscored = (Integer[]) this.jdbc
			.sql("select f.unscored from attempt a join form f on f.id = a.form_id where a.id = ?")
			.param(sitting.attempt())
			.query((row, number) -> row.getArray(1).getArray())
			.single();
		assertThat(unscored).hasSize(15);
		for (int position : unscored) {
			sitting.go(position).answer(this.keys.key(sitting.attempt(), position), "Save");
		}
		sitting.end();
		assertThat(sitting.browser().page().select(".big-score").text()).isEqualTo("100 Not passed");
		assertThat(sitting.browser().page().select(".figures dd").first().text()).isEqualTo("0 of 50");
	}

	private Set<String> items(Sitting sitting) {
		Set<String> items = new HashSet<>();
		for (int position = 1; position <= 65; position++) {
			items.add(this.keys.item(sitting.attempt(), position).item());
		}
		return items;
	}

}
