package dev.rehearsal.browser;

import java.util.List;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import dev.rehearsal.BrowserTest;
import dev.rehearsal.Keys;
import dev.rehearsal.Viewing;
import dev.rehearsal.bank.Bank;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/** The network goes away, at every bad moment. */
class OfflineIT extends BrowserTest {

	private static final String KEPT = """
			async () => navigator.serviceWorker.controller !== null
			    && (await (await caches.open('rehearsal:' + document.body.dataset.address)).keys()).length > 5""";

	private static final String FORGOTTEN = "!Object.keys(localStorage).some((key) => key.includes('attempts'))";

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Bank bank;

	private Keys keys;

	@BeforeEach
	void lookKeysUp() {
		this.keys = new Keys(this.jdbc, this.bank);
	}

	/** A lost network is what these tests are about. */
	@AfterEach
	void lostConnectionsAreNoTrouble() {
		troubles().clear();
	}

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
	void whatWasGivenInTimeCountsThoughItArrivesAfterTheDeadline() {
		ExamPage exam = started();
		int position = choices(exam).getFirst();
		exam.go(position);
		exam.waitUntilSaved();
		network(exam, false);
		answer(exam, position);
		exam.page().waitForTimeout(1_500);
		deadline(exam, "now() - interval '1 second'", 8);
		network(exam, true);
		exam.page().waitForURL("**/result");
		assertThat(exam.page().locator(".figures dd").first()).hasText("1 of 20");
		assertThat(exam.page().locator(".warning")).hasCount(0);
	}

	@Test
	void aPageThatReachesTheDeadlineLeavesTheGraceToAnotherOne() {
		ExamPage exam = started();
		List<Integer> positions = choices(exam);
		exam.go(positions.get(0));
		exam.waitUntilSaved();
		Page other = otherDevice(exam);
		ExamPage elsewhere = ExamPage.at(other);
		network(elsewhere, false);
		answer(elsewhere, positions.get(1));
		deadline(exam, "now() + interval '2 seconds'", 7);
		exam.page().reload();
		answer(exam, positions.get(0));
		assertThat(exam.page().locator("[data-leftovers]")).containsText("by itself in 0:");
		exam.page().waitForTimeout(2_000);
		network(elsewhere, true);
		exam.page().waitForURL("**/result");
		other.waitForURL("**/result");
		for (Page page : List.of(exam.page(), other)) {
			assertThat(page.locator(".figures dd").first()).hasText("2 of 20");
			assertThat(page.locator(".warning")).hasCount(0);
		}
	}

	@Test
	void whoAsksForTheScoreAfterTheDeadlineGetsItAtOnce() {
		ExamPage exam = started();
		exam.waitUntilSaved();
		deadline(exam, "now() - interval '1 second'", 600);
		exam.page().reload();
		exam.press("Show my score now");
		exam.page().waitForURL("**/result");
		assertThat(exam.page().locator(".note")).containsText("The time ran out");
	}

	@Test
	void whatWasGivenBeforeTheMachineSleptOverTheDeadlineCounts() {
		ExamPage exam = started();
		int position = choices(exam).getFirst();
		exam.waitUntilSaved();
		deadline(exam, "now() + interval '8 seconds'", 30);
		exam.page().reload();
		exam.page().waitForTimeout(300);
		network(exam, false);
		answer(exam, position);
		exam.page().waitForTimeout(4_000);
		// Asleep, the clock that a page counts with stands still.
		exam.page().evaluate("""
				() => {
				  const real = performance.now.bind(performance);
				  performance.now = () => real() - 12_000;
				}""");
		this.jdbc.sql("update attempt set deadline = now() - interval '2 seconds' where id = ?")
			.param(exam.attempt())
			.update();
		network(exam, true);
		assertThat(exam.page().locator("[data-leftovers]")).isVisible();
		exam.press("Show my score now");
		exam.page().waitForURL("**/result");
		assertThat(exam.page().locator(".figures dd").first()).hasText("1 of 20");
		assertThat(exam.page().locator(".warning")).hasCount(0);
	}

	@Test
	void whatAClosedTabCouldNotSendIsSentBeforeAnotherOneEndsTheExam() {
		ExamPage exam = leftBehind();
		Page other = exam.page().context().newPage();
		other.route("**/items/**", Route::abort);
		network(exam, true);
		other.navigate("/attempts/" + exam.attempt());
		ExamPage.button(other, "Review").click();
		ExamPage.button(other, "End exam").click();
		assertThat(other.locator("#end-count")).containsText("19 of 20");
		ExamPage.button(other, "Yes, end exam").click();
		assertThat(other.locator("#end-waiting")).containsText("some answers may be not saved yet");
		other.unroute("**/items/**");
		other.waitForURL("**/result", new Page.WaitForURLOptions().setTimeout(30_000));
		assertThat(other.locator(".figures dd").first()).hasText("1 of 20");
	}

	@Test
	void whatAClosedTabCouldNotSendIsListedIfTheExamEndedElsewhere() {
		ExamPage exam = started();
		exam.waitUntilSaved();
		Page other = exam.page().context().newPage();
		other.navigate("/attempts/" + exam.attempt());
		network(exam, false);
		answer(exam, choices(exam).getFirst());
		exam.page().waitForTimeout(1_000);
		exam.page().close();
		this.jdbc.sql("update attempt set deadline = now() - interval '10 seconds', grace_seconds = 5 where id = ?")
			.param(exam.attempt())
			.update();
		network(exam, true);
		other.waitForURL("**/result", new Page.WaitForURLOptions().setTimeout(30_000));
		assertThat(other.locator(".warning")).containsText("1 answer reached the server too late");
	}

	@Test
	void aNoteIsNotReplacedWithoutAWord() {
		ExamPage exam = started();
		exam.waitUntilSaved();
		int position = exam.position();
		Page other = otherDevice(exam);
		note(ExamPage.at(other), "From the phone.");
		note(exam, "From the desk.");
		assertThat(exam.page().locator("#notice")).containsText("were changed in another tab or on another device");
		assertThat(exam.item().locator("textarea")).hasValue("From the phone.\nFrom the desk.");
		exam.waitUntilSaved();
		// Another tab of the same browser hears of it before it can happen.
		Page tab = exam.page().context().newPage();
		tab.navigate("/attempts/" + exam.attempt() + "?item=" + position);
		ExamPage second = ExamPage.at(tab);
		note(exam, "From the desk after all.");
		assertThat(second.item().locator("textarea")).hasValue("From the desk after all.");
	}

	private static void note(ExamPage exam, String text) {
		if (!exam.item().locator("textarea").isVisible()) {
			exam.press("Note");
		}
		exam.item().locator("textarea").fill(text);
		exam.page().waitForTimeout(1_000);
	}

	@Test
	void aScoreThatIsAskedForWithoutANetworkComesWhenItIsBack() {
		ExamPage exam = started();
		exam.waitUntilSaved();
		deadline(exam, "now() - interval '1 second'", 600);
		exam.page().reload();
		exam.page().waitForTimeout(300);
		network(exam, false);
		exam.press("Show my score now");
		assertThat(exam.page().locator("#closing-waiting")).containsText("can't be reached");
		network(exam, true);
		exam.page().waitForURL("**/result");
	}

	/** A tab that was closed before the network came back. */
	private ExamPage leftBehind() {
		ExamPage exam = started();
		exam.waitUntilSaved();
		network(exam, false);
		answer(exam, choices(exam).getFirst());
		exam.page().waitForTimeout(1_000);
		exam.page().close();
		return exam;
	}

	@Test
	void anEndThatWasStoppedOnItsWayDoesNotKeepThePage() {
		ExamPage exam = started();
		exam.waitUntilSaved();
		Page page = exam.page();
		page.route("**/end", (route) -> route.fulfill(new Route.FulfillOptions().setStatus(204)));
		exam.press("Review");
		exam.press("End exam");
		exam.press("Yes, end exam");
		page.waitForTimeout(1_000);
		assertThat(page.locator("#end-dialog")).isVisible();
		page.unroute("**/end");
		Page other = page.context().newPage();
		other.navigate("/attempts/" + exam.attempt());
		ExamPage.at(other).end();
		page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
		page.waitForURL("**/result");
	}

	@Test
	void whatIsGivenUpIsForgottenByTheBrowserAndSaidToBe() {
		ExamPage exam = started();
		exam.waitUntilSaved();
		network(exam, false);
		answer(exam, choices(exam).getFirst());
		exam.page().close();
		BrowserContext context = exam.page().context();
		network(exam, true);
		Page later = context.newPage();
		later.navigate(baseUrl() + "/attempts/" + exam.attempt() + "/abandon");
		later.locator("button.danger").click();
		assertThat(later.locator("[data-forget]")).containsText("has been given up");
		until(later, FORGOTTEN);
		assertThat(later.evaluate("async () => (await caches.keys()).length")).isEqualTo(0);
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
	void whatArrivesAfterTheGraceIsListedAsNotCounted() {
		ExamPage exam = started();
		int position = choices(exam).getFirst();
		exam.go(position);
		exam.waitUntilSaved();
		network(exam, false);
		answer(exam, position);
		deadline(exam, "now() - interval '10 seconds'", 5);
		network(exam, true);
		exam.page().waitForURL("**/result");
		assertThat(exam.page().locator(".warning")).containsText("1 answer reached the server too late");
		assertThat(exam.page().locator(".figures dd").first()).hasText("0 of 20");
		exam.page().locator(".warning a").click();
		assertThat(exam.page().locator(".late")).containsText("Item " + position);
	}

	@Test
	void whatCameTooLateIsNeverCalledSaved() {
		ExamPage exam = started();
		int position = choices(exam).getFirst();
		exam.go(position);
		exam.waitUntilSaved();
		network(exam, false);
		answer(exam, position);
		exam.page()
			.evaluate(
					"""
							() => new MutationObserver(() => {
							  const told = sessionStorage.getItem('told') ?? '';
							  sessionStorage.setItem('told', told + document.querySelector('saved-state').textContent.trim() + '|');
							}).observe(document.querySelector('saved-state'), { subtree: true, childList: true, characterData: true })""");
		deadline(exam, "now() - interval '10 seconds'", 5);
		network(exam, true);
		exam.page().waitForURL("**/result");
		assertThat((String) exam.page().evaluate("sessionStorage.getItem('told')")).contains("Too late to be saved: 1")
			.doesNotContain("All answers saved");
	}

	@Test
	void whatWasLeftInTheBrowserIsListedWhenTheResultIsLookedAtLater() {
		ExamPage exam = started();
		BrowserContext context = exam.page().context();
		int position = choices(exam).getFirst();
		exam.go(position);
		exam.waitUntilSaved();
		network(exam, false);
		answer(exam, position);
		exam.page().close();
		deadline(exam, "now() - interval '10 seconds'", 5);
		network(exam, true);
		Page later = context.newPage();
		later.navigate(baseUrl() + "/attempts/" + exam.attempt());
		assertThat(later.locator(".warning")).containsText("1 answer reached the server too late");
		// A page of its own: the first one reloads itself, and that may take a while.
		Page again = context.newPage();
		again.navigate(baseUrl() + "/attempts/" + exam.attempt());
		assertThat(again.locator(".warning")).containsText("1 answer");
		// The browser forgets an exam that has ended, as soon as the page has heard so.
		until(again, FORGOTTEN);
	}

	@Test
	void whatWasLeftInTheBrowserCountsIfThePageIsOpenedAgainWithinTheGrace() {
		ExamPage exam = started();
		BrowserContext context = exam.page().context();
		int position = choices(exam).getFirst();
		exam.go(position);
		exam.waitUntilSaved();
		network(exam, false);
		answer(exam, position);
		exam.press("Report this question");
		exam.page().locator("#report-dialog textarea").fill("Two of them are right.");
		exam.press("Send");
		exam.page().waitForTimeout(1_500);
		exam.page().close();
		deadline(exam, "now() - interval '1 second'", 60);
		network(exam, true);
		Page later = context.newPage();
		later.navigate(baseUrl() + "/attempts/" + exam.attempt());
		assertThat(later.locator("h1")).hasText("The time is up");
		later.locator("main button").click();
		later.waitForURL("**/result");
		assertThat(later.locator(".figures dd").first()).hasText("1 of 20");
		assertThat(later.locator(".warning")).hasCount(0);
		assertThat(reports(exam)).containsExactly("Two of them are right.");
	}

	@Test
	void aReportThatWasLeftInTheBrowserIsSentWhenTheResultIsLookedAt() {
		ExamPage exam = started();
		BrowserContext context = exam.page().context();
		exam.waitUntilSaved();
		network(exam, false);
		exam.press("Report this question");
		exam.page().locator("#report-dialog textarea").fill("None of them is right.");
		exam.press("Send");
		exam.page().close();
		deadline(exam, "now() - interval '10 seconds'", 5);
		network(exam, true);
		Page later = context.newPage();
		later.navigate(baseUrl() + "/attempts/" + exam.attempt());
		until(later, FORGOTTEN);
		assertThat(reports(exam)).containsExactly("None of them is right.");
	}

	@Test
	void aFlagAfterTheDeadlineTakesNoAnswerWithIt() {
		ExamPage exam = started();
		int position = choices(exam).getFirst();
		exam.go(position);
		exam.waitUntilSaved();
		deadline(exam, "now() + interval '5 seconds'", 8);
		exam.page().reload();
		exam.page().waitForTimeout(300);
		network(exam, false);
		answer(exam, position);
		assertThat(exam.page().locator("#notice")).containsText("The time is up");
		assertThat(ExamPage.button(exam.page(), "Flag for review")).isDisabled();
		exam.page().keyboard().press("f");
		network(exam, true);
		exam.page().waitForURL("**/result");
		assertThat(exam.page().locator(".figures dd").first()).hasText("1 of 20");
	}

	@Test
	void anOrderingIsClosedWithTheTime() {
		ExamPage exam = started();
		exam.go(exam.first("ordering"));
		exam.waitUntilSaved();
		deadline(exam, "now() + interval '3 seconds'", 60);
		exam.page().reload();
		exam.page().waitForTimeout(300);
		network(exam, false);
		assertThat(exam.page().locator("#notice")).containsText("The time is up");
		exam.item().locator("item-ordering").evaluate("(steps) => steps.draw()"); // as
																					// another
																					// tab's
																					// answer
																					// makes
																					// it
		assertThat(exam.item().locator("item-ordering button:enabled")).hasCount(0);
		exam.item()
			.locator("item-ordering [data-step]")
			.first()
			.dragTo(exam.item().locator("item-ordering .slot").last());
		assertThat(exam.item().locator("item-ordering .slot.empty")).hasCount(exam.item().locator(".slot").count());
	}

	@Test
	void aBrowsersClockThatIsALittleAheadClosesTheRoomAllTheSame() {
		ExamPage exam = started();
		exam.waitUntilSaved();
		deadline(exam, "now() + interval '3 seconds'", 60);
		exam.page().reload();
		exam.page().evaluate("""
				() => {
				  const real = performance.now.bind(performance);
				  performance.now = () => real() + 150;
				}""");
		assertThat(exam.page().locator("[data-leftovers]")).isVisible();
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

	private List<String> reports(ExamPage exam) {
		return this.jdbc.sql("select text from item_report where attempt_id = ?")
			.param(exam.attempt())
			.query(String.class)
			.list();
	}

	@Test
	void anOutageOverTheDeadlineReopensThePage() {
		ExamPage exam = started();
		int position = choices(exam).getFirst();
		exam.go(position);
		exam.waitUntilSaved();
		deadline(exam, "now() + interval '2 seconds'", 60);
		exam.page().reload();
		exam.page().waitForTimeout(300);
		network(exam, false);
		assertThat(exam.page().locator("#notice")).containsText("The time is up");
		assertThat(exam.item().locator("input[type=radio]").first()).isDisabled();
		deadline(exam, "now() + interval '10 minutes'", 60);
		network(exam, true);
		assertThat(exam.item().locator("input[type=radio]").first()).isEnabled();
		answer(exam, position);
		exam.waitUntilSaved();
		assertThat(stored(exam, position)).isEqualTo(this.keys.key(exam.attempt(), position).getFirst());
	}

	@Test
	void theClockIsTheServersThoughTheBrowsersIsWrong() {
		Page page = open(Viewing.DESKTOP, "/exams/mla-c01/quick");
		page.context().addInitScript("const real = Date.now; Date.now = () => real() + 3 * 3600_000;");
		ExamPage exam = ExamPage.start(page);
		assertThat(seconds(page.locator("exam-clock .time").textContent())).isBetween(2_385, 2_400);
		int position = choices(exam).getFirst();
		answer(exam, position);
		exam.waitUntilSaved();
		page.reload();
		assertThat(seconds(page.locator("exam-clock .time").textContent())).isBetween(2_370, 2_400);
	}

	private int visited(ExamPage exam) {
		return this.jdbc.sql("select count(*) from response where attempt_id = ? and visited_at is not null")
			.param(exam.attempt())
			.query(Integer.class)
			.single();
	}

	/** The same candidate with another browser. */
	private Page otherDevice(ExamPage exam) {
		Page other = open(Viewing.DESKTOP, "/device");
		other.context().clearCookies();
		other.context().addCookies(exam.page().context().cookies().stream().map(BrowserCookies::copy).toList());
		other.navigate("/attempts/" + exam.attempt());
		return other;
	}

	private ExamPage started() {
		ExamPage exam = ExamPage.start(open(Viewing.DESKTOP, "/exams/mla-c01/quick"));
		until(exam.page(), KEPT);
		return exam;
	}

	/** Not waitForFunction, which the Content-Security-Policy forbids to look again. */
	private static void until(Page page, String condition) {
		for (int i = 0; i < 100; i++) {
			try {
				if ((Boolean) page.evaluate(condition)) {
					return;
				}
			}
			catch (PlaywrightException ex) {
				// The page is just being left for another one.
			}
			page.waitForTimeout(100);
		}
		fail("never: " + condition);
	}

	/**
	 * What a page that is just being closed sends slips past a network that is only
	 * switched off.
	 */
	private static void network(ExamPage exam, boolean there) {
		BrowserContext context = exam.page().context();
		context.setOffline(!there);
		if (there) {
			context.unroute("**/items/**");
		}
		else {
			context.route("**/items/**", Route::abort);
		}
	}

	private static List<Integer> choices(ExamPage exam) {
		return exam.page()
			.locator("section.item[data-type=multiple-choice]")
			.all()
			.stream()
			.map((section) -> Integer.valueOf(section.getAttribute("data-position")))
			.toList();
	}

	private void answer(ExamPage exam, int position) {
		exam.go(position);
		exam.answer(this.keys.key(exam.attempt(), position));
	}

	private void deadline(ExamPage exam, String deadline, int grace) {
		this.jdbc.sql("update attempt set deadline = " + deadline + ", grace_seconds = ? where id = ?")
			.params(grace, exam.attempt())
			.update();
	}

	private String stored(ExamPage exam, int position) {
		return this.jdbc.sql("select answer[1] from response where attempt_id = ? and position = ?")
			.params(exam.attempt(), position)
			.query(String.class)
			.single();
	}

	private static int seconds(String time) {
		String[] parts = time.split(":");
		return Integer.parseInt(parts[0]) * 3600 + Integer.parseInt(parts[1]) * 60 + Integer.parseInt(parts[2]);
	}

}
