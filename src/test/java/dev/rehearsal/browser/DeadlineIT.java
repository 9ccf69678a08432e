package dev.rehearsal.browser;

import java.util.List;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dev.rehearsal.Viewing;
import dev.rehearsal.WaitingTest;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The end of the time and of its grace, with and without a network. */
@WaitingTest
class DeadlineIT extends LostNetworkTest {

	@Test
	void whatWasGivenInTimeCountsThoughItArrivesAfterTheDeadline() {
		ExamPage exam = startedAtChoice();
		int position = exam.position();
		network(exam, false);
		answer(exam, position);
		exam.page().waitForTimeout(1_500);
		deadline(exam, "now() - interval '1 second'", 15);
		network(exam, true);
		exam.page().waitForURL("**/result");
		assertThat(exam.page().locator(".figures dd").first()).hasText("1 of 20");
		assertThat(exam.page().locator(".warning")).hasCount(0);
	}

	@Test
	void whatIsLongOnItsWayCountsIfItWasGivenInTime() {
		ExamPage exam = startedAtChoice();
		int position = exam.position();
		exam.page().route("**/items/" + position, (route) -> {
			exam.page().waitForTimeout(5_000);
			route.resume();
		});
		tellDeadline(exam, "now() + interval '4 seconds'", 30);
		answer(exam, position);
		exam.press("Show my score now");
		exam.page().waitForURL("**/result");
		assertThat(exam.page().locator(".figures dd").first()).hasText("1 of 20");
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
		answer(exam, positions.get(0));
		tellDeadline(exam, "now() + interval '2 seconds'", 15);
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
		tellDeadline(exam, "now() + interval '8 seconds'", 30);
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
	void aScoreThatIsAskedForWithoutANetworkComesWhenItIsBack() {
		ExamPage exam = started();
		exam.waitUntilSaved();
		deadline(exam, "now() - interval '1 second'", 600);
		exam.page().reload();
		assertThat(exam.page().locator("[data-leftovers]")).isVisible();
		network(exam, false);
		exam.press("Show my score now");
		assertThat(exam.page().locator("#closing-waiting")).containsText("which can't be reached");
		network(exam, true);
		exam.page().waitForURL("**/result");
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
		page.waitForURL("**/result");
	}

	@Test
	void whatArrivesAfterTheGraceIsListedAsNotCounted() {
		ExamPage exam = startedAtChoice();
		int position = exam.position();
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
		ExamPage exam = startedAtChoice();
		int position = exam.position();
		network(exam, false);
		answer(exam, position);
		exam.page().evaluate("""
				() => {
				  const state = document.querySelector('saved-state');
				  new MutationObserver(() => {
				    const told = sessionStorage.getItem('told') ?? '';
				    sessionStorage.setItem('told', told + state.textContent.trim() + '|');
				  }).observe(state, { subtree: true, childList: true, characterData: true });
				}""");
		deadline(exam, "now() - interval '10 seconds'", 5);
		network(exam, true);
		exam.page().waitForURL("**/result");
		assertThat((String) exam.page().evaluate("sessionStorage.getItem('told')")).contains("Too late to be saved: 1")
			.doesNotContain("All answers saved");
	}

	@Test
	void aFlagAfterTheDeadlineTakesNoAnswerWithIt() {
		ExamPage exam = startedAtChoice();
		int position = exam.position();
		tellDeadline(exam, "now() + interval '5 seconds'", 8);
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
		tellDeadline(exam, "now() + interval '1 second'", 60);
		network(exam, false);
		assertThat(exam.page().locator("#notice")).containsText("The time is up");
		// As another tab's answer makes it.
		exam.item().locator("item-ordering").evaluate("(steps) => steps.draw()");
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
		tellDeadline(exam, "now() + interval '3 seconds'", 60);
		exam.page().evaluate("""
				() => {
				  const real = performance.now.bind(performance);
				  performance.now = () => real() + 150;
				}""");
		assertThat(exam.page().locator("[data-leftovers]")).isVisible();
	}

	@Test
	void anOutageOverTheDeadlineReopensThePage() {
		ExamPage exam = startedAtChoice();
		int position = exam.position();
		tellDeadline(exam, "now() + interval '1 second'", 60);
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
	void thePageEndsWithTheTime() {
		ExamPage exam = ExamPage.start(open(Viewing.DESKTOP, QUICK));
		exam.waitUntilSaved();
		tellDeadline(exam, "now() + interval '1 second'", 5);
		assertThat(exam.page().locator("main.narrow h1")).hasText("The time is up");
		assertAccessible(exam.page());
		screenshot(exam.page(), "closing");
		exam.page().waitForURL("**/result");
		assertThat(exam.page().locator("main")).containsText("The time ran out");
	}

}
