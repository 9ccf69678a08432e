package dev.rehearsal.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dev.rehearsal.Viewing;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Practice, drills, pauses and extra time. */
class StudyModesIT extends RoomTest {

	@Test
	void practiceShowsKeyAndRationalesOnceAnAnswerIsFixed() {
		ExamPage exam = practice(open(Viewing.DESKTOP, QUICK));
		int position = exam.first("multiple-choice");
		exam.go(position);
		exam.press("Check answer");
		assertThat(exam.page().locator("#notice")).containsText("Answer all parts of the item first");
		exam.answer(this.keys.key(exam.attempt(), position));
		exam.press("Check answer");
		assertThat(exam.item().locator(".solution .outcome")).hasText("Right");
		assertThat(exam.item().locator(".solution .rationale").first()).isVisible();
		assertThat(exam.item().locator("input[type=radio]").first()).isDisabled();
		assertAccessible(exam.page());
		screenshot(exam.page(), "practice-checked");
		exam.page().reload();
		assertThat(exam.item().locator(".solution .outcome")).hasText("Right");
		exam.press("Flag for review");
		exam.waitUntilSaved();
		exam.end();
		assertThat(exam.page().locator(".figures dd").first()).hasText("1 of 20");
	}

	@Test
	void anAnswerThatWasCheckedCannotBeChanged() {
		Page page = open(Viewing.DESKTOP, QUICK);
		ExamPage exam = practice(page);
		int position = exam.first("multiple-choice");
		exam.go(position);
		exam.answer(this.keys.key(exam.attempt(), position));
		exam.press("Check answer");
		exam.item().locator(".solution .outcome").waitFor();
		Object outcome = page.evaluate(
				"""
						async (position) => {
						  const { address, csrf } = document.body.dataset;
						  const saved = await fetch(`${address}/items/${position}`, { method: 'POST', body: new URLSearchParams({ sequence: 99 }),
						    headers: { Accept: 'application/json', 'X-XSRF-TOKEN': csrf } });
						  return (await saved.json()).outcome;
						}""",
				position);
		assertThat(outcome).isEqualTo("already-checked");
	}

	@Test
	void whatCouldNotBeCheckedIsNotSaidOfAnotherItem() {
		ExamPage exam = practice(open(Viewing.DESKTOP, QUICK));
		Page page = exam.page();
		int position = exam.first("multiple-choice");
		exam.go(position);
		exam.answer(this.keys.key(exam.attempt(), position));
		exam.waitUntilSaved();
		List<Route> asked = new ArrayList<>();
		page.route("**/check", asked::add);
		exam.press("Check answer");
		exam.go((position > 1) ? position - 1 : position + 1);
		asked.forEach((route) -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
		page.waitForTimeout(500);
		assertThat(asked).hasSize(1);
		assertThat(page.locator("#notice")).isEmpty();
		page.unroute("**/check");
		page.route("**/check", (route) -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
		exam.go(position);
		exam.press("Check answer");
		assertThat(page.locator("#notice")).containsText("can't be checked yet");
		troubles().clear();
	}

	@Test
	void withoutScriptsACheckedAnswerIsFixedAndItsKeyIsALinkAway() {
		Page plain = open(Viewing.DESKTOP.withoutScript(), QUICK);
		ExamPage exam = practice(plain);
		for (String type : List.of("multiple-choice", "matching", "ordering")) {
			plain.navigate("/attempts/" + exam.attempt());
			int position = exam.first(type);
			String item = "/attempts/" + exam.attempt() + "/items/" + position;
			plain.navigate(item);
			List<String> key = this.keys.key(exam.attempt(), position);
			if (type.equals("ordering")) {
				for (int place = 0; place < key.size(); place++) {
					exam.item().locator("select").nth(place).selectOption(key.get(place));
				}
			}
			else {
				exam.answer(key);
			}
			exam.press("Check answer");
			assertThat(plain.locator("main .outcome")).hasText("Right");
			plain.navigate(item);
			assertThat(exam.item()).containsText("The answer is fixed");
			assertThat(exam.item().locator("input:not([type=hidden]):enabled, select:enabled")).hasCount(0);
			ExamPage.button(plain, "Flag for review").click();
			assertThat(ExamPage.button(plain, "Flag for review")).hasAttribute("aria-pressed", "true");
			exam.press((position > 1) ? "Previous" : "Next");
			assertThat(plain).not().hasURL(Pattern.compile(".*/items/" + position + "\\b.*"));
			plain.navigate("/attempts/" + exam.attempt() + "?item=" + position);
			exam.item().locator("noscript a").click();
			assertThat(plain.locator("main .outcome")).hasText("Right");
		}
	}

	@Test
	void anExamShowsNoKeyWhateverIsAsked() {
		Page page = open(Viewing.DESKTOP, QUICK);
		ExamPage exam = ExamPage.start(page);
		assertThat(ExamPage.button(page, "Check answer")).hasCount(0);
		int position = exam.first("multiple-choice");
		exam.go(position);
		exam.answer(this.keys.key(exam.attempt(), position));
		exam.waitUntilSaved();
		Object status = page.evaluate(
				"""
						async (position) => {
						  const { address, csrf } = document.body.dataset;
						  return (await fetch(`${address}/items/${position}/check`, { method: 'POST', headers: { 'X-XSRF-TOKEN': csrf } })).status;
						}""",
				position);
		assertThat(status).isEqualTo(409);
		page.navigate("/attempts/" + exam.attempt() + "/items/" + position + "/solution");
		assertThat(page.locator(".rationale")).hasCount(0);
	}

	@Test
	void practiceCanBePausedAndTheClockStandsStill() {
		ExamPage exam = practice(open(Viewing.DESKTOP, QUICK));
		exam.press("Pause");
		assertThat(exam.page().locator("main.narrow h1")).hasText("The clock is paused");
		assertAccessible(exam.page());
		screenshot(exam.page(), "paused");
		this.jdbc.sql("update attempt set paused_at = now() - interval '50 minutes', "
				+ "deadline = deadline - interval '50 minutes', started_at = started_at - interval '50 minutes' where id = ?")
			.param(exam.attempt())
			.update();
		exam.page().navigate("/");
		assertThat(exam.page().locator(".running")).containsText("40 minutes left");
		exam.page().navigate("/attempts/" + exam.attempt());
		exam.press("Go on");
		assertThat(exam.page().locator("exam-clock .time")).containsText("0:39:");
	}

	@Test
	void anExamCannotBePaused() {
		ExamPage exam = ExamPage.start(open(Viewing.DESKTOP, QUICK));
		assertThat(ExamPage.button(exam.page(), "Pause")).hasCount(0);
	}

	@Test
	void extraTimeIsPartOfTheLimitAndCanBeGrantedWhileItRuns() {
		Page page = open(Viewing.DESKTOP, QUICK);
		page.locator(".terms summary").click();
		page.locator("select[name=extraTime]").selectOption("thirty-minutes");
		ExamPage exam = ExamPage.start(page);
		assertThat(page.locator("exam-clock .time")).containsText("1:09:");
		exam.press("Review");
		page.locator("#overview a:has-text('Extra time')").click();
		assertAccessible(page);
		page.locator("select[name=extraTime]").selectOption("double");
		ExamPage.button(page, "Grant").click();
		assertThat(page.locator("[role=status]")).containsText("Granted: 1:19:");
		page.locator("main a").click();
		assertThat(page.locator("exam-clock .time")).containsText("1:19:");
		page.navigate("/attempts/" + exam.attempt() + "/time");
		page.locator("select[name=extraTime]").selectOption("quarter");
		ExamPage.button(page, "Grant").click();
		assertThat(page.locator("main")).containsText("would not add any time");
		page.navigate("/attempts/" + exam.attempt());
		ExamPage.at(page).end();
		assertThat(page.locator("main")).containsText("The limit had extra time in it: Twice the time");
	}

	@Test
	void aDrillOfWhatWentWrong() {
		Page page = open(Viewing.PHONE, QUICK);
		ExamPage exam = ExamPage.start(page);
		for (int position = 1; position <= 3; position++) {
			exam.answer(this.keys.key(exam.attempt(), position));
			exam.press("Next");
		}
		exam.waitUntilSaved();
		exam.end();
		page.navigate("/drill/mla-c01");
		assertAccessible(page);
		screenshot(page, "drill");
		page.locator("input[value=wrong]").check();
		page.locator("input[name=items]").fill("5");
		ExamPage.button(page, "Start drill").click();
		page.waitForURL("**/attempts/*");
		ExamPage drill = ExamPage.at(page);
		// Only item 4 was seen and left blank.
		assertThat(page.locator("section.item")).hasCount(1);
		assertThat(page.locator("exam-clock")).isHidden();
		drill.answer(this.keys.key(drill.attempt(), 1));
		drill.press("Check answer");
		assertThat(drill.item().locator(".solution .outcome")).hasText("Right");
		page.navigate("/attempts/" + drill.attempt() + "/overview");
		assertThat(page.locator("main")).containsText("or end the drill");
		assertThat(page.locator("main")).not().containsText("left");
		page.navigate("/attempts/" + drill.attempt());
		drill.endDrill();
		assertThat(page.locator(".big-score")).containsText("100");
		page.navigate("/drill/mla-c01");
		page.locator("input[value=wrong]").check();
		ExamPage.button(page, "Start drill").click();
		assertThat(page.locator("main")).containsText("Nothing fits this choice");
	}

	@Test
	void aFlagIsNotLostBecauseADrillOnlyShowedTheItem() {
		Page page = open(Viewing.DESKTOP, QUICK);
		ExamPage exam = ExamPage.start(page);
		exam.press("Flag for review");
		exam.waitUntilSaved();
		page.navigate("/drill/mla-c01");
		assertThat(page.locator("main")).containsText("20 items are in an exam that goes on");
		page.navigate("/attempts/" + exam.attempt());
		ExamPage.at(page).end();
		page.navigate("/drill/mla-c01");
		page.locator("input[value=flagged]").check();
		ExamPage drill = ExamPage.at(start(page));
		assertThat(drill.item()).hasCount(1);
		page.navigate("/attempts/" + drill.attempt() + "/abandon");
		page.locator("button.danger").click();
		page.navigate("/drill/mla-c01");
		assertThat(page.locator("main")).containsText("Only those you last flagged (1)");
	}

	private static Page start(Page page) {
		ExamPage.button(page, "Start drill").click();
		page.waitForURL("**/attempts/*");
		return page;
	}

	@Test
	void anUnfinishedAttemptIsResumedOrGivenUp() {
		Page page = open(Viewing.DESKTOP, QUICK);
		ExamPage exam = practice(page);
		page.navigate("/");
		page.locator(".running a:has-text('Resume')").click();
		assertThat(exam.item()).hasCount(1);
		page.navigate("/");
		page.locator(".running a:has-text('Give up')").click();
		assertAccessible(page);
		ExamPage.button(page, "Yes, give up").click();
		assertThat(page.locator(".running")).hasCount(0);
		page.navigate("/history");
		assertThat(page.locator("tbody")).containsText("Given up");
		page.navigate("/attempts/" + exam.attempt());
		assertThat(page).hasURL(baseUrl() + "/?abandoned=" + exam.attempt());
		assertThat(page.locator("[data-forget]")).containsText("has been given up");
		page.navigate("/?abandoned=" + UUID.randomUUID());
		assertThat(page.locator("[data-forget]")).hasCount(0);
	}

	private static ExamPage practice(Page page) {
		page.locator(".terms summary").click();
		page.locator("input[value=practice]").check();
		return ExamPage.start(page);
	}

}
