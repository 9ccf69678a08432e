package dev.rehearsal.browser;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dev.rehearsal.BrowserTest;
import dev.rehearsal.Keys;
import dev.rehearsal.Viewing;
import dev.rehearsal.bank.Bank;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Exams as a person sits them. */
class ExamRoomIT extends BrowserTest {

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
	void aFullMockExamFromItsRulesToTheScore() {
		ExamPage exam = ExamPage.start(open(Viewing.DESKTOP, "/exams/mla-c01/mock-exam"));
		for (int position = 1; position <= 65; position++) {
			assertThat(exam.position()).isEqualTo(position);
			exam.answer(this.keys.key(exam.attempt(), position));
			if (position < 65) {
				exam.press("Next");
			}
		}
		exam.waitUntilSaved();
		exam.end();
		assertThat(exam.page().locator("h1")).hasText("Your score");
		assertThat(exam.page().locator(".big-score")).containsText("1000");
	}

	@Test
	void aWholeExamOnAPhone() {
		ExamPage exam = ExamPage.start(open(Viewing.PHONE, "/exams/mla-c01/quick"));
		for (int position = 1; position <= 20; position++) {
			exam.answer(this.keys.key(exam.attempt(), position));
			assertThat((Integer) exam.page().evaluate("document.documentElement.scrollWidth")).as("item %d", position)
				.isLessThanOrEqualTo(390);
			if (position < 20) {
				exam.press("Next");
			}
		}
		exam.waitUntilSaved();
		exam.end();
		assertThat(exam.page().locator(".big-score")).containsText("1000");
	}

	@Test
	void aWholeExamWithoutJavaScript() {
		Page page = open(Viewing.DESKTOP.withoutScript(), "/exams/mla-c01/quick");
		ExamPage exam = ExamPage.start(page);
		for (int position = 1; position <= 20; position++) {
			for (String part : this.keys.key(exam.attempt(), position)) {
				plainAnswer(exam, part, this.keys.key(exam.attempt(), position).indexOf(part));
			}
			exam.press((position < 20) ? "Next" : "Review");
		}
		exam.press("End exam");
		exam.press("Yes, end exam");
		assertThat(page.locator("h1")).hasText("Your score");
		assertThat(page.locator(".big-score")).containsText("1000");
	}

	private static void plainAnswer(ExamPage exam, String part, int index) {
		switch (exam.item().getAttribute("data-type")) {
			case "ordering" -> exam.item().locator("select").nth(index).selectOption(part);
			case "matching" -> exam.item().locator("select:has(option[value='" + part + "'])").selectOption(part);
			default -> exam.item().locator("input[value='" + part + "']").check();
		}
	}

	@Test
	void aWholeExamByKeyboardAlone() {
		Page page = open(Viewing.DESKTOP, "/exams/mla-c01/quick");
		Keyboard keyboard = new Keyboard(page);
		keyboard.press("Start exam");
		page.waitForURL("**/attempts/*");
		ExamPage exam = ExamPage.at(page);
		for (int position = 1; position <= 20; position++) {
			assertThat(exam.position()).isEqualTo(position);
			keyboard.answer(exam.item(), this.keys.key(exam.attempt(), position));
			keyboard.press((position < 20) ? "Next" : "Review");
		}
		exam.waitUntilSaved();
		keyboard.press("End exam");
		keyboard.press("Yes, end exam");
		page.waitForURL("**/result");
		assertThat(page.locator(".big-score")).containsText("1000");
	}

	@Test
	void stepsAreDraggedToTheirPlacesAndOutOfThem() {
		ExamPage exam = ExamPage.start(open(Viewing.DESKTOP, "/exams/mla-c01/quick"));
		int position = exam.first("ordering");
		exam.go(position);
		List<String> key = this.keys.key(exam.attempt(), position);
		Locator places = exam.item().locator("li.slot");
		for (int place = key.size() - 1; place >= 0; place--) {
			exam.item().locator("button.step[data-id='" + key.get(place) + "']").dragTo(places.nth(place));
		}
		assertThat(steps(exam)).isEqualTo(key);
		places.nth(0).locator(".text").dragTo(places.nth(2));
		assertThat(steps(exam)).as("the others make room")
			.startsWith(key.get(1), key.get(2), key.get(0))
			.hasSameSizeAs(key);
		places.nth(1).locator(".grip").dragTo(exam.item().locator(".stem"));
		assertThat(steps(exam)).as("taken out").startsWith(key.get(1), "", key.get(0));
		exam.item().locator("button.step[data-id='" + key.get(2) + "']").dragTo(places.nth(0));
		assertThat(steps(exam)).as("the gap closes").startsWith(key.get(2), key.get(1), key.get(0));
		exam.item().locator("button[data-do=down][data-id='" + key.get(2) + "']").click();
		exam.waitUntilSaved();
		exam.page().reload();
		assertThat(steps(exam)).startsWith(key.get(1), key.get(2), key.get(0));
	}

	@Test
	void stepsAreTappedAndDraggedByAFinger() {
		ExamPage exam = ExamPage.start(open(Viewing.PHONE, "/exams/mla-c01/quick"));
		int position = exam.first("ordering");
		exam.go(position);
		List<String> key = this.keys.key(exam.attempt(), position);
		Locator places = exam.item().locator("li.slot");
		exam.item().locator("button.step[data-id='" + key.get(0) + "']").tap();
		assertThat(steps(exam)).startsWith(key.get(0), "");
		Locator free = exam.item().locator("button.step").first();
		String step = free.getAttribute("data-id");
		Finger finger = new Finger(exam.page());
		finger.drag(free.locator(".grip"), places.nth(key.size() - 1));
		assertThat(steps(exam)).startsWith(key.get(0), "").endsWith(step);
		finger.drag(places.nth(0).locator(".grip"), places.nth(1));
		assertThat(steps(exam)).startsWith("", key.get(0)).endsWith(step);
		exam.item().locator("button[data-do=remove][data-id='" + step + "']").tap();
		assertThat(exam.item().locator("li.slot.empty")).hasCount(key.size() - 1);
		assertThat(steps(exam)).startsWith("", key.get(0)).endsWith("");
		// Beside the grip a finger scrolls the page.
		finger.drag(places.nth(1).locator(".text"), places.nth(2));
		assertThat(steps(exam)).startsWith("", key.get(0)).endsWith("");
	}

	@SuppressWarnings("unchecked")
	private static List<String> steps(ExamPage exam) {
		return (List<String>) exam.item().locator("select").evaluateAll("(all) => all.map((select) => select.value)");
	}

	@Test
	void aReloadLosesNothingAndShowsTheSameItem() {
		ExamPage exam = ExamPage.start(open(Viewing.DESKTOP, "/exams/mla-c01/quick"));
		exam.go(7);
		List<String> answer = this.keys.key(exam.attempt(), 7);
		exam.answer(answer);
		exam.press("Flag for review");
		exam.waitUntilSaved();
		exam.page().reload();
		assertThat(exam.position()).isEqualTo(7);
		assertThat(exam.item().locator(":checked:not([value=''])")).hasCount(answer.size());
		assertThat(ExamPage.button(exam.page(), "Flag for review")).hasAttribute("aria-pressed", "true");
		exam.page().navigate(baseUrl() + "/attempts/" + exam.attempt());
		assertThat(exam.position()).isEqualTo(7);
	}

	@Test
	void whatCannotBeSentIsSentWhenTheNetworkIsBack() {
		ExamPage exam = ExamPage.start(open(Viewing.DESKTOP, "/exams/mla-c01/quick"));
		BrowserContext context = exam.page().context();
		int position = exam.first("multiple-choice");
		exam.go(position);
		exam.waitUntilSaved();
		context.setOffline(true);
		exam.answer(this.keys.key(exam.attempt(), position));
		assertThat(exam.page().locator("saved-state")).containsText("Not saved yet: 1");
		exam.go(position == 1 ? 2 : 1);
		context.setOffline(false);
		exam.waitUntilSaved();
		assertThat(stored(exam, position)).isEqualTo(this.keys.key(exam.attempt(), position).getFirst());
		troubles().clear();
	}

	@Test
	void whoChangesTheirMindWhileAnswersWaitGoesOn() {
		ExamPage exam = ExamPage.start(open(Viewing.DESKTOP, "/exams/mla-c01/quick"));
		int position = exam.first("multiple-choice");
		exam.go(position);
		exam.waitUntilSaved();
		exam.page().context().setOffline(true);
		exam.answer(this.keys.key(exam.attempt(), position));
		exam.press("Review");
		exam.press("End exam");
		assertThat(ExamPage.button(exam.page(), "No, go back")).isFocused();
		exam.press("Yes, end exam");
		assertThat(exam.page().locator("#end-waiting")).containsText("not saved yet");
		exam.press("No, go back");
		exam.page().context().setOffline(false);
		exam.waitUntilSaved();
		exam.page().waitForTimeout(500);
		assertThat(exam.page().locator("#overview")).isVisible();
		exam.press("End exam");
		exam.press("Yes, end exam");
		exam.page().waitForURL("**/result");
		troubles().clear();
	}

	@Test
	void aRefusedAnswerIsNeverCalledSaved() {
		ExamPage exam = ExamPage.start(open(Viewing.DESKTOP, "/exams/mla-c01/quick"));
		int position = exam.first("multiple-choice");
		exam.go(position);
		Locator option = exam.item().locator("input[type=radio]").first();
		option.evaluate("(option) => { option.value = '0badcafe'; }");
		option.check();
		assertThat(exam.page().locator("#notice"))
			.containsText("Your answer to item " + position + " could not be saved");
		assertThat(exam.page().locator("saved-state")).containsText("Not saved: 1");
		exam.press("Review");
		assertThat(exam.page().locator("#overview [data-entry='" + position + "'] .status")).hasText("Incomplete");
	}

	@Test
	void aRefusalThatIsNotTheApplicationsOwnIsTriedAgain() {
		ExamPage exam = ExamPage.start(open(Viewing.DESKTOP, "/exams/mla-c01/quick"));
		int position = exam.first("multiple-choice");
		exam.go(position);
		exam.waitUntilSaved();
		AtomicInteger refusals = new AtomicInteger();
		exam.page().route("**/items/" + position, (route) -> {
			if (refusals.incrementAndGet() <= 2) {
				route.fulfill(new Route.FulfillOptions().setStatus(404).setBody("<h1>captive portal</h1>"));
			}
			else {
				route.resume();
			}
		});
		exam.answer(this.keys.key(exam.attempt(), position));
		exam.waitUntilSaved();
		assertThat(refusals.get()).isEqualTo(3);
		assertThat(stored(exam, position)).isEqualTo(this.keys.key(exam.attempt(), position).getFirst());
	}

	@Test
	void endingWaitsForTheNetwork() {
		ExamPage exam = ExamPage.start(open(Viewing.DESKTOP, "/exams/mla-c01/quick"));
		exam.press("Review");
		exam.waitUntilSaved();
		exam.page().context().setOffline(true);
		exam.press("End exam");
		exam.press("Yes, end exam");
		assertThat(exam.page().locator("#end-waiting")).containsText("Waiting for the server");
		exam.page().context().setOffline(false);
		exam.page().waitForURL("**/result");
		troubles().clear();
	}

	@Test
	void focusIsNeverHiddenBehindTheBars() {
		ExamPage exam = ExamPage.start(open(Viewing.PHONE, "/exams/mla-c01/quick"));
		exam.go(exam.first("multi-response"));
		for (int i = 0; i < 12; i++) {
			exam.page().keyboard().press("Tab");
			assertThat((Boolean) exam.page().evaluate("""
					() => {
					  const focused = document.activeElement;
					  if (!focused.closest('section.item')) return true;
					  const bar = document.querySelector('.room-moves').getBoundingClientRect();
					  return focused.getBoundingClientRect().bottom <= bar.top;
					}""")).as("tab %d", i).isTrue();
		}
	}

	@Test
	void twoTabsShowTheSameAnswer() {
		ExamPage first = ExamPage.start(open(Viewing.DESKTOP, "/exams/mla-c01/quick"));
		int position = first.first("multiple-choice");
		first.go(position);
		Page tab = first.page().context().newPage();
		tab.navigate(first.page().url());
		ExamPage second = ExamPage.at(tab);
		Locator options = first.item().locator("input[type=radio]");
		options.nth(0).check();
		assertThat(second.item().locator("input[type=radio]").nth(0)).isChecked();
		second.item().locator("input[type=radio]").nth(1).check();
		assertThat(options.nth(1)).isChecked();
	}

	@Test
	void anAnswerFromAnotherDeviceIsShownInsteadOfOverwritten() {
		ExamPage desk = ExamPage.start(open(Viewing.DESKTOP, "/exams/mla-c01/quick"));
		int position = desk.first("multiple-choice");
		desk.go(position);
		String url = desk.page().url();
		Page phone = open(Viewing.PHONE, "/device");
		phone.context().clearCookies();
		phone.context().addCookies(desk.page().context().cookies().stream().map(BrowserCookies::copy).toList());
		phone.navigate(url);
		ExamPage there = ExamPage.at(phone);
		there.item().locator("input[type=radio]").nth(2).check();
		there.waitUntilSaved();
		// Not check(), which insists on what the server is about to take back.
		desk.item().locator("input[type=radio]").nth(0).click();
		assertThat(desk.page().locator("#notice")).containsText("on another device");
		assertThat(desk.item().locator("input[type=radio]").nth(2)).isChecked();
		desk.item().locator("input[type=radio]").nth(0).check();
		desk.waitUntilSaved();
		assertThat(stored(desk, position))
			.isEqualTo(desk.item().locator("input[type=radio]").nth(0).getAttribute("value"));
	}

	@Test
	void thePageEndsWithTheTime() {
		ExamPage exam = ExamPage.start(open(Viewing.DESKTOP, "/exams/mla-c01/quick"));
		this.jdbc.sql("update attempt set deadline = now() + interval '3 seconds', grace_seconds = 5 where id = ?")
			.param(exam.attempt())
			.update();
		exam.page().reload();
		assertThat(exam.page().locator("main.narrow h1")).hasText("The time is up");
		assertAccessible(exam.page());
		screenshot(exam.page(), "closing");
		exam.page().waitForURL("**/result");
		assertThat(exam.page().locator("main")).containsText("The time ran out");
	}

	@Test
	void whatComesTooLateIsToldAndNotCounted() {
		ExamPage exam = ExamPage.start(open(Viewing.DESKTOP, "/exams/mla-c01/quick"));
		int position = exam.first("multiple-choice");
		exam.go(position);
		exam.waitUntilSaved();
		exam.page().context().setOffline(true);
		exam.answer(this.keys.key(exam.attempt(), position));
		this.jdbc.sql("update attempt set deadline = now() - interval '1 minute' where id = ?")
			.param(exam.attempt())
			.update();
		exam.page().context().setOffline(false);
		exam.page().waitForURL("**/result");
		assertThat(exam.page().locator("main")).containsText("1 answer reached the server too late");
		assertThat(exam.page().locator(".figures dd").first()).hasText("0 of 20");
		troubles().clear();
	}

	@Test
	void theClockCanBeHiddenAndComesBackForTheLastFiveMinutes() {
		ExamPage exam = ExamPage.start(open(Viewing.DESKTOP, "/exams/mla-c01/quick"));
		exam.press("Hide clock");
		assertThat(exam.page().locator("exam-clock .time")).isHidden();
		exam.press("Show clock");
		assertThat(exam.page().locator("exam-clock .time")).isVisible();
		this.jdbc.sql("update attempt set deadline = now() + interval '308 seconds' where id = ?")
			.param(exam.attempt())
			.update();
		exam.page().reload();
		exam.press("Hide clock");
		assertThat(exam.page().locator("exam-clock .time")).isHidden();
		exam.page().locator("exam-clock .time").waitFor();
		assertThat(exam.page().locator("exam-clock [role=status]")).hasText("5 minutes left");
	}

	@Test
	void theReviewScreenListsAndFiltersAndGoesBack() {
		ExamPage exam = ExamPage.start(open(Viewing.DESKTOP, "/exams/mla-c01/quick"));
		exam.answer(this.keys.key(exam.attempt(), 1));
		exam.press("Next");
		exam.press("Flag for review");
		exam.press("Review");
		Locator entries = exam.page().locator("#overview .entries li:visible");
		assertThat(entries).hasCount(20);
		exam.page().locator(".filters a:has-text('Incomplete')").click();
		assertThat(entries).hasCount(19);
		exam.page().locator(".filters a:has-text('Unseen')").click();
		assertThat(entries).hasCount(18);
		exam.page().locator(".filters a:has-text('Flagged')").click();
		assertThat(entries).hasCount(1);
		exam.press("End exam");
		assertThat(exam.page().locator("#end-dialog")).containsText("19 of 20 unanswered");
		exam.press("No, go back");
		entries.first().locator("a").click();
		assertThat(exam.position()).isEqualTo(2);
		exam.page().goBack();
		assertThat(exam.page().locator("#overview")).isVisible();
	}

	@Test
	void focusIsOnTheItemAfterEveryMove() {
		ExamPage exam = ExamPage.start(open(Viewing.DESKTOP, "/exams/mla-c01/quick"));
		exam.press("Next");
		assertThat(exam.page().locator("#title-2")).isFocused();
		exam.press("Previous");
		assertThat(exam.page().locator("#title-1")).isFocused();
		exam.go(9);
		assertThat(exam.page().locator("#title-9")).isFocused();
		exam.press("Review");
		assertThat(exam.page().locator("#overview-title")).isFocused();
	}

	private String stored(ExamPage exam, int position) {
		return this.jdbc.sql("select answer[1] from response where attempt_id = ? and position = ?")
			.params(exam.attempt(), position)
			.query(String.class)
			.single();
	}

}
