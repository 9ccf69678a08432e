package dev.rehearsal.browser;

import java.util.List;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.rehearsal.Viewing;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Moves, tabs, devices, clock and review of a running exam. */
class ExamRoomIT extends RoomTest {

	@Test
	void aReloadLosesNothingAndShowsTheSameItem() {
		ExamPage exam = ExamPage.start(open(Viewing.DESKTOP, QUICK));
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
	void aRefusedAnswerIsNeverCalledSaved() {
		ExamPage exam = ExamPage.start(open(Viewing.DESKTOP, QUICK));
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
	void focusIsNeverHiddenBehindTheBars() {
		ExamPage exam = ExamPage.start(open(Viewing.PHONE, QUICK));
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
	void theClockCanBeHiddenAndComesBackForTheLastFiveMinutes() {
		ExamPage exam = ExamPage.start(open(Viewing.DESKTOP, QUICK));
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
		ExamPage exam = ExamPage.start(open(Viewing.DESKTOP, QUICK));
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
		ExamPage exam = ExamPage.start(open(Viewing.DESKTOP, QUICK));
		exam.press("Next");
		assertThat(exam.page().locator("#title-2")).isFocused();
		exam.press("Previous");
		assertThat(exam.page().locator("#title-1")).isFocused();
		exam.go(9);
		assertThat(exam.page().locator("#title-9")).isFocused();
		exam.press("Review");
		assertThat(exam.page().locator("#overview-title")).isFocused();
	}

	@Test
	void onAPhoneFocusIsOnTheScenarioWhereItIsOpenAndAboveTheItem() {
		ExamPage exam = ExamPage.start(open(Viewing.PHONE, QUICK));
		Locator cases = exam.page().locator("section.with-scenario");
		exam.go(Integer.parseInt(cases.first().getAttribute("data-position")));
		assertThat(exam.item().locator(".scenario summary")).isFocused();
		assertThat(exam.item().locator(".scenario summary")).isInViewport();
		exam.press("Next");
		assertThat(exam.item().locator(".scenario details")).not().hasAttribute("open", "");
		assertThat(exam.item().locator(".item-title")).isFocused();
		exam.page().setViewportSize(1280, 800);
		assertThat(exam.item().locator(".scenario .prose").first()).isVisible();
	}

}
