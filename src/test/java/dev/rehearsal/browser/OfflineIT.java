package dev.rehearsal.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import com.microsoft.playwright.Locator;
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
	void aPageThatCouldNotBeKeptForAReloadIsTriedAgain() {
		Page page = open(Viewing.DESKTOP, QUICK);
		page.route("**/attempts/*?keep=true", Route::abort, new Page.RouteOptions().setTimes(1));
		ExamPage exam = ExamPage.start(page);
		until(page, KEPT);
		network(exam, false);
		page.reload();
		assertThat(exam.item()).isVisible();
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
	void aBrowserThatKeepsNothingSitsAnExamAllTheSame() {
		Page page = open(Viewing.DESKTOP, QUICK);
		page.context().addInitScript("""
				for (const name of ['localStorage', 'sessionStorage']) {
				  Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError'); } });
				}""");
		page.reload();
		ExamPage exam = ExamPage.start(page);
		answer(exam, choices(exam).getFirst());
		exam.waitUntilSaved();
		exam.press("Hide clock");
		assertThat(page.locator("exam-clock .time")).isHidden();
		exam.end();
		assertThat(page.locator(".figures dd").first()).hasText("1 of 20");
	}

	@Test
	void whatIsAnsweredBeforeTheScriptsHaveRunIsSaved() {
		Page page = open(Viewing.DESKTOP, QUICK);
		List<Route> late = new ArrayList<>();
		page.route("**/js/room.js", late::add);
		ExamPage.button(page, "Start exam").click(new Locator.ClickOptions().setNoWaitAfter(true));
		until(page, "document.querySelector('section.item [type=radio]') !== null");
		ExamPage exam = ExamPage.at(page);
		int position = exam.first("multiple-choice");
		String option = this.keys.key(exam.attempt(), position).getFirst();
		page.evaluate("(option) => document.querySelector(`[type=radio][value='${option}']`).click()", option);
		assertThat(page.locator("saved-state")).hasText("");
		late.forEach(Route::resume);
		exam.waitUntilSaved();
		assertThat(stored(exam, position)).isEqualTo(option);
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
