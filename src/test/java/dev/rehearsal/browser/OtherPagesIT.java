package dev.rehearsal.browser;

import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.rehearsal.WaitingTest;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** One exam in two tabs or on two devices, with and without a network. */
@WaitingTest
class OtherPagesIT extends LostNetworkTest {

	@Test
	void twoTabsShowTheSameAnswer() {
		ExamPage first = started();
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
	void ofTwoDevicesTheLaterAnswerCountsAndBothAreTold() {
		ExamPage desk = startedAtChoice();
		int position = desk.position();
		ExamPage phone = ExamPage.at(otherDevice(desk));
		phone.go(position);
		choose(phone, 2);
		phone.waitUntilSaved();
		desk.page().waitForTimeout(1_000);
		// Not check(), which insists on what may be taken back.
		desk.item().locator("input[type=radio]").nth(0).click();
		assertThat(desk.page().locator("#notice")).containsText("What you gave here came later, and counts");
		desk.waitUntilSaved();
		assertThat(stored(desk, position)).isEqualTo(option(desk, 0));
		tellDeadline(phone, "now() + interval '30 minutes'", 60); // as each minute
		assertThat(phone.item().locator("input[type=radio]").nth(0)).isChecked();
		assertThat(phone.page().locator("#notice")).containsText("Item " + position + " was answered in another tab");
	}

	@Test
	void anOlderAnswerThatComesLaterReplacesNothingHoweverOftenItWasChanged() {
		ExamPage desk = startedAtChoice();
		int position = desk.position();
		ExamPage phone = ExamPage.at(otherDevice(desk));
		phone.go(position);
		network(desk, false);
		choose(desk, 0);
		choose(desk, 1);
		desk.press("Flag for review");
		desk.page().waitForTimeout(1_000);
		choose(phone, 2);
		phone.waitUntilSaved();
		network(desk, true);
		assertThat(desk.item().locator("input[type=radio]").nth(2)).isChecked();
		assertThat(desk.page().locator("#notice")).containsText("was answered in another tab");
		assertThat(ExamPage.button(desk.page(), "Flag for review")).hasAttribute("aria-pressed", "true");
		desk.waitUntilSaved();
		assertThat(stored(desk, position)).isEqualTo(option(phone, 2));
	}

	@Test
	void aFlagTakesNoAnswerAwayThatItsPageDidNotKnow() {
		ExamPage desk = startedAtChoice();
		int position = desk.position();
		ExamPage phone = ExamPage.at(otherDevice(desk));
		phone.go(position);
		network(desk, false);
		choose(phone, 2);
		phone.waitUntilSaved();
		for (int i = 0; i < 3; i++) {
			desk.press("Flag for review");
		}
		network(desk, true);
		assertThat(desk.item().locator("input[type=radio]").nth(2)).isChecked();
		desk.waitUntilSaved();
		assertThat(stored(desk, position)).isEqualTo(option(phone, 2));
		desk.press("Review");
		assertThat(desk.page().locator("#overview [data-entry='" + position + "'] .status")).hasText("Answered");
	}

	@Test
	void aFlagMakesNoAnswerNewer() {
		ExamPage desk = startedAtChoice();
		int position = desk.position();
		ExamPage phone = ExamPage.at(otherDevice(desk));
		phone.go(position);
		choose(desk, 0);
		desk.waitUntilSaved();
		network(phone, false);
		phone.page().waitForTimeout(1_000);
		choose(phone, 1);
		phone.page().waitForTimeout(1_000);
		desk.press("Flag for review");
		desk.waitUntilSaved();
		network(phone, true);
		phone.waitUntilSaved();
		assertThat(ExamPage.button(phone.page(), "Flag for review")).hasAttribute("aria-pressed", "true");
		assertThat(stored(desk, position)).isEqualTo(option(desk, 1));
	}

	@Test
	void whatWasTakenBackLastStaysBlank() {
		ExamPage desk = startedAtChoice();
		int position = desk.position();
		ExamPage phone = ExamPage.at(otherDevice(desk));
		phone.go(position);
		network(phone, false);
		choose(phone, 1);
		phone.page().waitForTimeout(1_000);
		choose(desk, 0);
		desk.waitUntilSaved();
		desk.press("Clear answer");
		desk.waitUntilSaved();
		network(phone, true);
		assertThat(phone.item().locator(":checked")).hasCount(0);
		phone.waitUntilSaved();
		assertThat(stored(desk, position)).isNull();
	}

	@Test
	void aCorrectionSurvivesALostAcknowledgementAndAReload() {
		ExamPage exam = startedAtChoice();
		int position = exam.position();
		choose(exam, 0);
		exam.waitUntilSaved();
		exam.page().route("**/items/" + position, (route) -> {
			route.fetch();
			route.abort();
		});
		choose(exam, 1);
		exam.page().waitForTimeout(1_000);
		network(exam, false);
		exam.page().unroute("**/items/" + position);
		choose(exam, 0);
		exam.page().reload();
		assertThat(exam.item().locator("input[type=radio]").nth(0)).isChecked();
		network(exam, true);
		exam.waitUntilSaved();
		assertThat(stored(exam, position)).isEqualTo(option(exam, 0));
		assertThat(exam.page().locator("#notice")).isEmpty();
	}

	@Test
	void eachItemThatWasAnsweredElsewhereIsTold() {
		ExamPage desk = started();
		ExamPage phone = ExamPage.at(otherDevice(desk));
		List<Integer> positions = choices(desk).subList(0, 2);
		positions.forEach((position) -> answer(phone, position));
		note(phone, "On the phone.");
		phone.waitUntilSaved();
		tellDeadline(desk, "now() + interval '30 minutes'", 60);
		assertThat(desk.page().locator("#notice"))
			.containsText("Items " + positions.get(0) + ", " + positions.get(1) + " were answered in another tab");
		assertThat(desk.page().locator("#notice")).containsText("strike-outs of item " + positions.get(1));
	}

	@Test
	void aLaterAnswerOfAClosedTabIsNotLostByAFlagThatIsSetWhileItIsSent() {
		ExamPage exam = startedAtChoice();
		ExamPage other = ExamPage.at(otherDevice(exam));
		other.go(exam.position());
		choose(other, 1);
		other.waitUntilSaved();
		network(exam, false);
		exam.page().waitForTimeout(1_000);
		choose(exam, 0);
		Page page = exam.page().context().newPage();
		exam.page().close();
		page.context().setOffline(false);
		page.context().unroute("**/items/**");
		page.route(Pattern.compile(".*/items/\\d+$"), (route) -> {
			page.waitForTimeout(2_000);
			route.resume();
		}, new Page.RouteOptions().setTimes(1));
		page.navigate("/attempts/" + exam.attempt());
		ExamPage again = ExamPage.at(page);
		again.go(other.position());
		again.press("Flag for review");
		again.waitUntilSaved();
		assertThat(again.item().locator("input[type=radio]").first()).isChecked();
		assertThat(ExamPage.button(page, "Flag for review")).hasAttribute("aria-pressed", "true");
		assertThat(stored(again, other.position())).isEqualTo(option(again, 0));
	}

	@Test
	void whatAClosedTabHadLeftDoesNotReplaceALaterAnswer() {
		ExamPage one = startedAtChoice();
		int position = one.position();
		ExamPage two = secondTab(one);
		network(one, false);
		choose(one, 0);
		one.press("Flag for review");
		one.page().waitForTimeout(1_000);
		one.page().close();
		network(two, true);
		choose(two, 2);
		two.waitUntilSaved();
		two.press("Review");
		two.waitUntilSaved();
		two.page().reload();
		two.waitUntilSaved();
		two.go(position);
		assertThat(two.item().locator("input[type=radio]").nth(2)).isChecked();
		assertThat(ExamPage.button(two.page(), "Flag for review")).hasAttribute("aria-pressed", "true");
		assertThat(stored(two, position)).isEqualTo(option(two, 2));
	}

	@Test
	void whoIsAskedWhetherToEndHearsOfAnswersOfAnotherDevice() {
		ExamPage desk = startedAtChoice();
		ExamPage phone = ExamPage.at(otherDevice(desk));
		answer(phone, choices(phone).getFirst());
		phone.waitUntilSaved();
		desk.press("Review");
		desk.press("End exam");
		assertThat(desk.page().locator("#end-count")).containsText("19 of 20");
	}

	private static void choose(ExamPage exam, int option) {
		exam.item().locator("input[type=radio]").nth(option).check();
	}

	private static String option(ExamPage exam, int option) {
		return exam.item().locator("input[type=radio]").nth(option).getAttribute("value");
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
		one.page().waitForTimeout(1_000);
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

}
