package dev.rehearsal.browser;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dev.rehearsal.Viewing;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The network, the cookies or the storage go away, at every bad moment. */
class OfflineIT extends LostNetworkTest {

	@Test
	void aReloadWithoutANetworkShowsTheSameExamAndLosesNothing() {
		ExamPage exam = started();
		List<Integer> positions = choices(exam);
		answer(exam, positions.get(0));
		exam.waitUntilSaved();
		network(exam, false);
		answer(exam, positions.get(1));
		exam.press("Flag for review");
		String left = exam.page().locator("exam-clock .time").textContent();
		exam.page().reload();
		assertThat(exam.position()).isEqualTo(positions.get(1));
		assertThat(exam.item().locator(":checked")).hasCount(1);
		assertThat(ExamPage.button(exam.page(), "Flag for review")).hasAttribute("aria-pressed", "true");
		assertThat(seconds(left) - seconds(exam.page().locator("exam-clock .time").textContent())).isBetween(-2, 15);
		exam.go(positions.get(0));
		// Acknowledged, but only after the page was made.
		assertThat(exam.item().locator(":checked")).hasCount(1);
		answer(exam, positions.get(2));
		assertThat(exam.page().locator("saved-state")).containsText("Not saved yet: 2");
		network(exam, true);
		exam.waitUntilSaved();
		positions.subList(0, 3)
			.forEach((position) -> assertThat(stored(exam, position)).as("item %d", position)
				.isEqualTo(this.keys.key(exam.attempt(), position).getFirst()));
	}

	@Test
	void aNoteIsNotReplacedWithoutAWord() {
		ExamPage exam = started();
		exam.waitUntilSaved();
		int position = exam.position();
		Page other = otherDevice(exam);
		note(ExamPage.at(other), "From the phone.");
		note(exam, "From the desk.");
		assertThat(exam.page().locator("#notice"))
			.containsText("changed in another tab or on another device meanwhile");
		assertThat(exam.item().locator("textarea")).hasValue("From the phone.\nFrom the desk.");
		exam.waitUntilSaved();
		// What is written on there is put below once more, and nothing twice.
		note(ExamPage.at(other), "From the phone. And more.");
		ExamPage.at(other).waitUntilSaved();
		note(exam, "From the phone.\nFrom the desk. And the last.");
		assertThat(exam.item().locator("textarea"))
			.hasValue("From the phone.\nFrom the desk.\nAnd more.\nAnd the last.");
		exam.waitUntilSaved();
		// Another tab of the same browser hears of it before it can happen.
		Page tab = exam.page().context().newPage();
		tab.navigate("/attempts/" + exam.attempt() + "?item=" + position);
		ExamPage second = ExamPage.at(tab);
		note(exam, "From the desk after all.");
		assertThat(second.item().locator("textarea")).hasValue("From the desk after all.");
		// Also where the field has the focus, so that nothing old is written over it.
		note(second, "From the desk after all, and from the tab.");
		assertThat(exam.item().locator("textarea")).hasValue("From the desk after all, and from the tab.");
	}

	@Test
	void whatWasNotedInSeveralGoesWithoutANetworkReplacesNothing() {
		ExamPage desk = started();
		desk.waitUntilSaved();
		int position = desk.position();
		network(desk, false);
		note(desk, "At the desk.");
		note(desk, "At the desk, later.");
		note(desk, "At the desk, last.");
		ExamPage phone = ExamPage.at(otherDevice(desk));
		note(phone, "On the phone.");
		phone.waitUntilSaved();
		network(desk, true);
		assertThat(desk.page().locator("#notice")).containsText("notes and strike-outs of item " + position);
		assertThat(desk.item().locator("textarea")).hasValue("On the phone.\nAt the desk, last.");
		desk.waitUntilSaved();
		assertThat(noted(desk, position)).isEqualTo("On the phone.\nAt the desk, last.");
	}

	@Test
	void aNoteThatWasNotSentIsThereAgainThoughAnotherDeviceHasSavedMore() {
		ExamPage desk = started();
		desk.waitUntilSaved();
		int position = desk.position();
		network(desk, false);
		note(desk, "At the desk.");
		ExamPage phone = ExamPage.at(otherDevice(desk));
		note(phone, "On the phone.");
		note(phone, "On the phone, twice.");
		phone.waitUntilSaved();
		Page again = desk.page().context().newPage();
		desk.page().close();
		network(desk, true);
		again.navigate("/attempts/" + desk.attempt() + "?item=" + position);
		ExamPage back = ExamPage.at(again);
		assertThat(back.item().locator("textarea")).hasValue("On the phone, twice.\nAt the desk.");
		back.waitUntilSaved();
		assertThat(noted(desk, position)).isEqualTo("On the phone, twice.\nAt the desk.");
	}

	@Test
	void twoTabsKeepTheirNotesApartWithoutANetworkAndJoinThemLater() {
		ExamPage one = started();
		one.waitUntilSaved();
		int position = one.position();
		ExamPage two = secondTab(one);
		network(one, false);
		note(one, "In one tab.");
		note(one, "In one tab, longer.");
		note(two, "In the other.");
		two.page().reload();
		assertThat(two.item().locator("textarea")).hasValue(Pattern.compile("In the other"));
		network(one, true);
		until(one.page(), "[...document.querySelectorAll('textarea')].some((text) => text.value.includes('other'))");
		one.waitUntilSaved();
		two.waitUntilSaved();
		assertThat(noted(one, position).split("\n")).containsExactlyInAnyOrder("In one tab, longer.", "In the other.");
	}

	@Test
	void strikeOutsOfTwoDevicesAreJoined() {
		ExamPage desk = startedAtChoice();
		int position = desk.position();
		ExamPage phone = ExamPage.at(otherDevice(desk));
		phone.go(position);
		phone.item().locator("button.strike").nth(0).click();
		phone.waitUntilSaved();
		desk.item().locator("button.strike").nth(1).click();
		assertThat(desk.page().locator("#notice")).containsText("together with what you did here");
		assertThat(desk.item().locator("button.strike[aria-pressed=true]")).hasCount(2);
		desk.waitUntilSaved();
		assertThat(this.jdbc.sql("select cardinality(struck) from annotation where attempt_id = ? and position = ?")
			.params(desk.attempt(), position)
			.query(Integer.class)
			.single()).isEqualTo(2);
	}

	@Test
	void ofTwoTabsWithoutANetworkTheLaterAnswerCounts() {
		ExamPage one = startedAtChoice();
		int position = one.position();
		ExamPage two = secondTab(one);
		network(one, false);
		one.item().locator("input[type=radio]").nth(0).check();
		one.item().locator("input[type=radio]").nth(1).check();
		one.page().waitForTimeout(300);
		two.item().locator("input[type=radio]").nth(2).check();
		two.page().reload();
		assertThat(two.item().locator("input[type=radio]").nth(2)).isChecked();
		network(one, true);
		two.waitUntilSaved();
		assertThat(one.item().locator("input[type=radio]").nth(2)).isChecked();
		one.waitUntilSaved();
		assertThat(stored(one, position))
			.isEqualTo(two.item().locator("input[type=radio]").nth(2).getAttribute("value"));
	}

	private static ExamPage secondTab(ExamPage first) {
		Page tab = first.page().context().newPage();
		tab.navigate("/attempts/" + first.attempt() + "?item=" + first.position());
		return ExamPage.at(tab);
	}

	private String noted(ExamPage exam, int position) {
		return this.jdbc.sql("select note from annotation where attempt_id = ? and position = ?")
			.params(exam.attempt(), position)
			.query(String.class)
			.single();
	}

	private static void note(ExamPage exam, String text) {
		if (!exam.item().locator("textarea").isVisible()) {
			exam.press("Note");
		}
		exam.item().locator("textarea").fill(text);
		exam.page().waitForTimeout(1_000);
	}

	@Test
	void whichItemsWereSeenIsRememberedOverAReloadWithoutANetwork() {
		ExamPage exam = started();
		exam.waitUntilSaved();
		network(exam, false);
		exam.go(7);
		exam.go(3);
		exam.page().reload();
		exam.press("Navigator");
		assertThat(exam.page().locator("#navigator [data-entry='7']")).hasAttribute("data-status", "incomplete");
		network(exam, true);
		for (int i = 0; i < 100 && visited(exam) < 3; i++) {
			exam.page().waitForTimeout(100);
		}
		assertThat(visited(exam)).isEqualTo(3);
	}

	@Test
	void whoLostTheCookiesIsToldSo() {
		ExamPage exam = started();
		exam.waitUntilSaved();
		exam.page().context().clearCookies();
		answer(exam, choices(exam).getFirst());
		assertThat(exam.page().locator("#notice")).containsText("no longer the guest who started this exam");
	}

	@Test
	void aFullStorageIsSaid() {
		ExamPage exam = started();
		exam.waitUntilSaved();
		exam.page().evaluate("() => { Storage.prototype.setItem = () => { throw new Error('QuotaExceededError'); }; }");
		network(exam, false);
		answer(exam, choices(exam).getFirst());
		assertThat(exam.page().locator("saved-state")).containsText("Keep this page open");
	}

	@Test
	void aServerThatFailsIsAsGoodAsNoNetwork() {
		ExamPage exam = started();
		int position = choices(exam).getFirst();
		answer(exam, position);
		exam.waitUntilSaved();
		this.jdbc.sql("alter table annotation rename to gone").update();
		try {
			exam.page().reload();
			assertThat(exam.position()).isEqualTo(position);
			assertThat(exam.item().locator(":checked")).hasCount(1);
		}
		finally {
			this.jdbc.sql("alter table gone rename to annotation").update();
		}
	}

	@Test
	void aNoteIsKeptThoughThePageIsReloadedAtOnce() {
		ExamPage exam = started();
		exam.waitUntilSaved();
		exam.press("Note");
		exam.page().evaluate("""
				() => {
				  const text = [...document.querySelectorAll('.note-field textarea')].find((e) => e.checkVisibility());
				  text.value = 'Look again.';
				  text.dispatchEvent(new Event('input'));
				  location.reload();
				}""");
		exam.page().waitForLoadState();
		assertThat(exam.item().locator("textarea")).hasValue("Look again.");
	}

	@Test
	void theClockIsTheServersThoughTheBrowsersIsWrong() {
		Page page = open(Viewing.DESKTOP, QUICK);
		page.context().addInitScript("const real = Date.now; Date.now = () => real() + 3 * 3600_000;");
		ExamPage exam = ExamPage.start(page);
		assertThat(seconds(page.locator("exam-clock .time").textContent())).isBetween(2_385, 2_400);
		int position = choices(exam).getFirst();
		answer(exam, position);
		exam.waitUntilSaved();
		page.reload();
		assertThat(seconds(page.locator("exam-clock .time").textContent())).isBetween(2_370, 2_400);
	}

	@Test
	void whoChangesTheirMindWhileAnswersWaitGoesOn() {
		ExamPage exam = ExamPage.start(open(Viewing.DESKTOP, QUICK));
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
	}

	@Test
	void aRefusalThatIsNotTheApplicationsOwnIsTriedAgain() {
		ExamPage exam = ExamPage.start(open(Viewing.DESKTOP, QUICK));
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
	void whoTookTheEndBackIsNotTakenAtTheirWordLater() {
		ExamPage exam = startedAtChoice();
		network(exam, false);
		answer(exam, exam.position());
		exam.press("Review");
		exam.press("End exam");
		exam.press("Yes, end exam");
		assertThat(exam.page().locator("#end-waiting")).containsText("not saved yet");
		exam.press("No, go back");
		exam.press("End exam");
		network(exam, true);
		exam.waitUntilSaved();
		exam.page().waitForTimeout(3_000);
		assertThat(exam.page().locator("#end-dialog")).isVisible();
		assertThat(ExamPage.button(exam.page(), "Yes, end exam")).isEnabled();
	}

	@Test
	void endingWaitsForTheNetwork() {
		ExamPage exam = ExamPage.start(open(Viewing.DESKTOP, QUICK));
		exam.press("Review");
		exam.waitUntilSaved();
		exam.page().context().setOffline(true);
		exam.press("End exam");
		exam.press("Yes, end exam");
		assertThat(exam.page().locator("#end-waiting")).containsText("Waiting for the server");
		exam.page().context().setOffline(false);
		exam.page().waitForURL("**/result");
	}

	private int visited(ExamPage exam) {
		return this.jdbc.sql("select count(*) from response where attempt_id = ? and visited_at is not null")
			.param(exam.attempt())
			.query(Integer.class)
			.single();
	}

}
