package dev.rehearsal.browser;

import com.microsoft.playwright.Page;
import dev.rehearsal.Viewing;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Exams from the first page to the score, as people sit them. */
class WholeExamIT extends RoomTest {

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
		ExamPage exam = ExamPage.start(open(Viewing.PHONE, QUICK));
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
		Page page = open(Viewing.DESKTOP.withoutScript(), QUICK);
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
		Page page = open(Viewing.DESKTOP, QUICK);
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

}
