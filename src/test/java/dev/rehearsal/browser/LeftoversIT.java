package dev.rehearsal.browser;

import java.util.List;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitUntilState;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What a page that was closed could not send. */
class LeftoversIT extends LostNetworkTest {

	private static final String SLOW_DATABASE = """
			const open = IDBFactory.prototype.open;
			IDBFactory.prototype.open = function (...wanted) {
			  const late = {};
			  setTimeout(() => {
			    const request = open.apply(this, wanted);
			    for (const event of ['onupgradeneeded', 'onsuccess', 'onerror']) {
			      request[event] = () => {
			        if (event !== 'onerror') late.result = request.result;
			        late[event]?.();
			      };
			    }
			  }, 1_500);
			  return late;
			};""";

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
		other.waitForURL("**/result");
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
		other.waitForURL("**/result");
		assertThat(other.locator(".warning")).containsText("1 answer reached the server too late");
	}

	@Test
	void whatWasLeftInTheBrowserIsListedWhenTheResultIsLookedAtLater() {
		ExamPage exam = startedAtChoice();
		BrowserContext context = exam.page().context();
		int position = exam.position();
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
		ExamPage exam = startedAtChoice();
		BrowserContext context = exam.page().context();
		int position = exam.position();
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
		assertItCounted(later);
		assertThat(reports(exam)).containsExactly("Two of them are right.");
	}

	@Test
	void whoAsksForTheScoreBeforeThePageKnowsWhatWasLeftLosesNothing() {
		ExamPage exam = leftBehind();
		deadline(exam, "now() - interval '0.5 seconds'", 60);
		network(exam, true);
		Page later = exam.page().context().newPage();
		later.addInitScript(SLOW_DATABASE);
		later.route("**/js/closing.js", (route) -> {
			later.waitForTimeout(1_000);
			route.resume();
		});
		later.navigate(baseUrl() + "/attempts/" + exam.attempt(),
				new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
		later.locator("main button").click();
		assertItCounted(later);
	}

	@Test
	void whatWasLeftInTheBrowserCountsIfTheExamIsEndedOnAPageOfItsOwn() {
		ExamPage exam = leftBehind();
		Page later = exam.page().context().newPage();
		network(exam, true);
		later.addInitScript(SLOW_DATABASE);
		later.navigate(baseUrl() + "/attempts/" + exam.attempt() + "/end");
		ExamPage.button(later, "Yes, end exam").click();
		assertItCounted(later);
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

	private static void assertItCounted(Page page) {
		page.waitForURL("**/result");
		assertThat(page.locator(".figures dd").first()).hasText("1 of 20");
		assertThat(page.locator(".warning")).hasCount(0);
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

	private List<String> reports(ExamPage exam) {
		return this.jdbc.sql("select text from item_report where attempt_id = ?")
			.param(exam.attempt())
			.query(String.class)
			.list();
	}

}
