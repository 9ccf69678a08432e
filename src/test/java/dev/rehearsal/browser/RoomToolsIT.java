package dev.rehearsal.browser;

import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import dev.rehearsal.Viewing;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Strike-outs, highlights, notes, reports, display and keys. */
class RoomToolsIT extends RoomTest {

	private static final String SELECT = """
			(section) => {
			  const text = document.createTreeWalker(section.querySelector('.stem'), NodeFilter.SHOW_TEXT).nextNode();
			  getSelection().setBaseAndExtent(text, 2, text, 12);
			}""";

	private static final String HIGHLIGHTED = "[...(CSS.highlights.get('candidate') ?? [])].map(String).join('|')";

	@Test
	void whatIsStruckOutHighlightedAndNotedIsKeptAndShownAgain() {
		ExamPage exam = atAChoice(open(Viewing.DESKTOP, QUICK));
		int position = exam.position();
		Locator strike = exam.item().locator("button.strike").nth(1);
		strike.click();
		assertThat(strike).hasAttribute("aria-pressed", "true");
		exam.item().evaluate(SELECT);
		exam.press("Highlight");
		String highlighted = (String) exam.page().evaluate(HIGHLIGHTED);
		assertThat(highlighted).hasSize(10);
		exam.press("Note");
		exam.item().locator("textarea").fill("Look at the retention first.");
		exam.waitUntilSaved();
		exam.page().waitForTimeout(800);
		exam.waitUntilSaved();

		exam.page().reload();
		assertThat(exam.item().locator("button.strike").nth(1)).hasAttribute("aria-pressed", "true");
		assertThat(exam.item().locator("textarea")).hasValue("Look at the retention first.");
		assertThat(exam.page().evaluate(HIGHLIGHTED)).isEqualTo(highlighted);

		exam.end();
		exam.page().navigate("/attempts/" + exam.attempt() + "/review");
		Locator reviewed = exam.page().locator("#item-" + position);
		assertThat(reviewed).containsText("1 option was struck out");
		assertThat(reviewed.locator(".verdicts > li").nth(1)).containsText("Struck out by you");
		assertThat(reviewed.locator(".verdicts")).not().containsText(Pattern.compile("Struck out by you.*Struck out"));
		assertThat(reviewed).containsText("Look at the retention first.");
		assertThat(exam.page().evaluate(HIGHLIGHTED)).isEqualTo(highlighted);
	}

	@Test
	void aHighlightIsTakenAwayAsItWasGiven() {
		ExamPage exam = atAChoice(open(Viewing.DESKTOP, QUICK));
		for (String expected : List.of("10", "0")) {
			exam.item().evaluate(SELECT);
			exam.press("Highlight");
			assertThat(((String) exam.page().evaluate(HIGHLIGHTED)).length()).isEqualTo(Integer.parseInt(expected));
		}
	}

	@Test
	void textIsHighlightedByKeyboardAlone() {
		ExamPage exam = atAChoice(open(Viewing.DESKTOP, QUICK));
		var keyboard = exam.page().keyboard();
		String stem = exam.item().locator(".stem").textContent().strip();
		keyboard.press("h");
		assertThat(exam.page().locator("#notice")).containsText("the arrow keys");
		String sentence = selection(exam);
		assertThat(stem).startsWith(sentence);
		keyboard.press("ArrowRight");
		assertThat(selection(exam)).isEqualTo(stem.split("\\W")[0]);
		keyboard.press("Shift+ArrowRight");
		keyboard.press("Shift+ArrowRight");
		keyboard.press("Shift+ArrowLeft");
		String chosen = selection(exam);
		assertThat(chosen.split(" ")).hasSize(2);
		keyboard.press("Enter");
		assertThat(exam.page().evaluate(HIGHLIGHTED)).isEqualTo(chosen);
		assertThat(exam.item().locator(":checked")).hasCount(0);
		// It goes on where it was, from a word to its sentence.
		keyboard.press("ArrowDown");
		assertThat(selection(exam)).isEqualTo(sentence);
		keyboard.press("h");
		assertThat(exam.page().evaluate(HIGHLIGHTED)).isEqualTo(sentence);
		keyboard.press("Enter");
		assertThat((String) exam.page().evaluate(HIGHLIGHTED)).as("off again").isEmpty();
		keyboard.press("Escape");
		assertThat(selection(exam)).isEmpty();
		assertThat(exam.page().locator("#notice")).isEmpty();
		// From the button, with an option that has the focus before and afterwards.
		ExamPage.button(exam.page(), "Highlight").focus();
		keyboard.press("Enter");
		assertThat(selection(exam)).isEqualTo(sentence);
		keyboard.press("Tab");
		assertThat(selection(exam)).isEmpty();
		exam.item().locator("input[type=radio]").first().focus();
		keyboard.press("h");
		keyboard.press("Enter");
		keyboard.press("ArrowRight");
		assertThat(exam.item().locator(":checked")).hasCount(0);
		keyboard.press("Escape");
		// Keys go to the field that has the focus.
		keyboard.press("h");
		keyboard.press("m");
		keyboard.type("a b");
		assertThat(exam.item().locator("textarea")).hasValue("a b");
		exam.item().locator("input[type=radio]").first().focus();
		keyboard.press("2");
		assertThat(exam.item().locator("input[type=radio]").nth(1)).isChecked();
	}

	@Test
	void aClickThatEndsTheChoosingOfTextFindsWhatItWasMeantFor() {
		ExamPage exam = atAChoice(open(Viewing.PHONE, QUICK));
		exam.page().keyboard().press("h");
		assertThat(exam.page().locator("#notice")).containsText("the arrow keys");
		Locator last = exam.item().locator(".option-row label").last();
		last.scrollIntoViewIfNeeded();
		exam.page().evaluate("scrollTo(0, document.documentElement.scrollHeight)");
		last.click();
		assertThat(exam.item().locator("input[type=radio]").last()).isChecked();
		assertThat((Double) exam.page().evaluate("scrollY + 0.5")).isGreaterThan(1);
	}

	@Test
	void aHighlightInAScenarioIsShownAtEachItemOfItsCase() {
		ExamPage exam = ExamPage.start(open(Viewing.DESKTOP, "/exams/mla-c01/mock-exam"));
		Locator second = exam.page().locator("section.with-scenario").nth(1);
		int position = Integer.parseInt(second.getAttribute("data-position"));
		int first = Integer.parseInt(second.locator(".scenario").getAttribute("data-first"));
		exam.go(position);
		exam.page().keyboard().press("h");
		exam.page().keyboard().press("ArrowUp");
		String sentence = selection(exam);
		exam.page().keyboard().press("Enter");
		exam.waitUntilSaved();
		exam.end();
		exam.page().navigate("/attempts/" + exam.attempt() + "/review");
		for (int item : List.of(first, position)) {
			exam.page().locator("#item-" + item + " .scenario summary").click();
			assertThat(exam.page().locator("#item-" + item)).hasAttribute("data-highlights",
					Pattern.compile("scenario:\\d+-\\d+"));
		}
		assertThat((String) exam.page().evaluate(HIGHLIGHTED)).startsWith(sentence + "|" + sentence);
	}

	@Test
	void aPointerSelectsTextBeforeItHighlights() {
		ExamPage exam = atAChoice(open(Viewing.DESKTOP, QUICK));
		for (int i = 0; i < 2; i++) {
			exam.press("Highlight");
			assertThat(exam.page().locator("#notice")).containsText("Select text first");
			assertThat(exam.page().evaluate(HIGHLIGHTED)).isEqualTo("");
		}
	}

	private static String selection(ExamPage exam) {
		return (String) exam.page().evaluate("getSelection().toString()");
	}

	@Test
	void aNoteThatIsTooLongIsSaidToBeFull() {
		ExamPage exam = atAChoice(open(Viewing.DESKTOP, QUICK));
		exam.press("Note");
		exam.page().keyboard().insertText("x".repeat(4_001));
		assertThat(exam.page().locator("#notice")).containsText("This note is full");
		assertThat(exam.item().locator("textarea")).hasValue("x".repeat(4_000));
	}

	@Test
	void aReportReachesTheAuthorOnceThoughItWasSentOffline() {
		ExamPage exam = atAChoice(open(Viewing.PHONE, QUICK));
		exam.page().context().setOffline(true);
		// As where there is no TLS.
		exam.page().evaluate("Crypto.prototype.randomUUID = undefined");
		exam.press("Report this question");
		exam.page().locator("#report-dialog textarea").fill("The second option is right as well.");
		exam.press("Send");
		assertThat(exam.page().locator("saved-state")).containsText("Not saved yet");
		exam.page().context().setOffline(false);
		assertThat(exam.page().locator("#notice")).hasText("Thank you: your report has been kept for the author.");
		assertThat(this.jdbc.sql("select text from item_report where attempt_id = ? and position = ?")
			.params(exam.attempt(), exam.position())
			.query(String.class)
			.list()).containsExactly("The second option is right as well.");
		troubles().clear();
	}

	@Test
	void afterAReportByKeyboardTheFocusIsInSight() {
		Page page = open(Viewing.DESKTOP, QUICK);
		page.setViewportSize(1280, 400);
		ExamPage exam = atAChoice(page);
		ExamPage.button(page, "Report this question").focus();
		page.keyboard().press("Enter");
		page.keyboard().type("Two of them are right.");
		page.keyboard().press("Tab");
		page.keyboard().press("Enter");
		assertThat(page.locator("#notice")).hasText("Thank you: your report has been kept for the author.");
		exam.waitUntilSaved();
		assertThat(ExamPage.button(page, "Report once more")).isFocused();
		assertThat(page.evaluate("""
				() => {
				  const { top, bottom } = document.activeElement.getBoundingClientRect();
				  return top >= 0 && bottom <= document.querySelector('.room-moves').getBoundingClientRect().top;
				}""")).isEqualTo(true);
	}

	@Test
	void withoutJavaScriptThereAreNotesAndReportsToo() {
		ExamPage exam = ExamPage.start(open(Viewing.DESKTOP.withoutScript(), QUICK));
		exam.press("Notes, strike-outs and reports");
		exam.page().locator(".plain-notes textarea").fill("Come back to this.");
		exam.press("Save notes and answer");
		assertThat(exam.page().locator(".plain-notes textarea")).hasValue("Come back to this.");
		assertThat(exam.page().locator("#notice")).hasText("Saved.");
		exam.press("Report this question");
		exam.page().locator("textarea").fill("Unclear.");
		exam.press("Send");
		assertThat(exam.page().locator("main")).containsText("your report has been kept");
	}

	@Test
	void withoutJavaScriptAnswerAndNotesAreSavedTogether() {
		ExamPage exam = ExamPage.start(open(Viewing.DESKTOP.withoutScript(), QUICK));
		Page plain = exam.page();
		int position = exam.first("multiple-choice");
		String item = "/attempts/" + exam.attempt() + "/items/" + position;
		plain.navigate(item);
		assertThat(plain).hasTitle(Pattern.compile("Item " + position + " of 20 – .*"));
		plain.locator("input[type=radio]").nth(1).check();
		plain.locator(".plain-notes summary").click();
		plain.locator("input[name=struck]").nth(2).check();
		plain.locator(".plain-notes textarea").fill("Surely not the third.");
		exam.press("Review");
		plain.navigate(item);
		assertThat(plain.locator("input[type=radio]").nth(1)).isChecked();
		assertThat(plain.locator(".option-row").nth(2)).hasClass("option-row struck");
		assertThat(plain.locator(".plain-notes textarea")).hasValue("Surely not the third.");
		assertThat(plain.locator(".spacer")).containsText("UTC, save 1");
		// Moving on alone writes no new note.
		exam.press("Review");
		assertThat(this.jdbc.sql("select sequence from annotation where attempt_id = ? and position = ?")
			.params(exam.attempt(), position)
			.query(Integer.class)
			.single()).isEqualTo(1);
	}

	@Test
	void withoutJavaScriptAnAnswerThatIsRefusedIsNotCalledSavedBecauseItsNoteWas() {
		ExamPage exam = ExamPage.start(open(Viewing.DESKTOP.withoutScript(), QUICK));
		String item = "/attempts/" + exam.attempt() + "/items/" + exam.first("multiple-choice");
		Page stale = exam.page().context().newPage();
		stale.navigate(item);
		exam.page().navigate(item);
		exam.page().locator("input[type=radio]").nth(0).check();
		exam.press("Save");
		assertThat(exam.page().locator("#notice")).hasText("Saved.");
		stale.locator("input[type=radio]").nth(2).check();
		stale.locator(".plain-notes summary").click();
		stale.locator(".plain-notes textarea").fill("The third, surely.");
		ExamPage.button(stale, "Save notes and answer").click();
		assertThat(stale.locator("#notice")).containsText("was answered in another tab");
		assertThat(stale.locator("input[type=radio]").nth(0)).isChecked();
		assertThat(stale.locator(".plain-notes textarea")).hasValue("The third, surely.");
	}

	@Test
	void withoutJavaScriptANoteOfAnotherPageIsNotReplaced() {
		ExamPage exam = ExamPage.start(open(Viewing.DESKTOP.withoutScript(), QUICK));
		String item = "/attempts/" + exam.attempt() + "/items/" + exam.first("multiple-choice");
		Page stale = exam.page().context().newPage();
		stale.navigate(item);
		exam.page().navigate(item);
		write(exam.page(), "On this page.");
		write(stale, "On the other.");
		assertThat(stale.locator("#notice")).containsText("what you wrote here stands below");
		assertThat(stale.locator(".plain-notes textarea")).hasValue("On this page.\nOn the other.");
		write(exam.page(), "x".repeat(3_990));
		assertThat(exam.page().locator("#notice")).containsText("is not saved: go back in the browser");
		assertThat(exam.page().locator(".plain-notes textarea")).hasValue("On this page.\nOn the other.");
	}

	private static void write(Page plain, String note) {
		if (!plain.locator(".plain-notes textarea").isVisible()) {
			plain.locator(".plain-notes summary").click();
		}
		plain.locator(".plain-notes textarea").fill(note);
		ExamPage.button(plain, "Save notes and answer").click();
	}

	@Test
	void withoutJavaScriptAnAnswerThatCannotBeRightIsSaidToBeUnfinished() {
		ExamPage exam = ExamPage.start(open(Viewing.DESKTOP.withoutScript(), QUICK));
		Page page = exam.page();
		page.navigate("/attempts/" + exam.attempt() + "/items/" + exam.first("ordering"));
		for (Locator place : page.locator("select[name=answer]").all()) {
			place.selectOption(new SelectOption().setIndex(1));
		}
		exam.press("Save");
		assertThat(page.locator("#notice")).containsText("not complete");
		page.locator("#previous:enabled, #next:enabled").first().click();
		assertThat(page.locator("#notice")).containsText("that you have just left is saved, but not complete");
	}

	@Test
	void everythingHasAKeyAndNoKeyFiresWhileTyping() {
		ExamPage exam = atAChoice(open(Viewing.DESKTOP, QUICK));
		Page page = exam.page();
		int position = exam.position();
		page.keyboard().press("2");
		assertThat(exam.item().locator("input[type=radio]").nth(1)).isChecked();
		page.keyboard().press("Shift+Digit3");
		assertThat(exam.item().locator("button.strike").nth(2)).hasAttribute("aria-pressed", "true");
		page.keyboard().press("f");
		assertThat(ExamPage.button(page, "Flag for review")).hasAttribute("aria-pressed", "true");
		page.keyboard().press("c");
		assertThat(exam.item().locator("input[type=radio]").nth(1)).not().isChecked();
		page.keyboard().press("t");
		assertThat(page.locator("exam-clock .time")).isHidden();
		page.keyboard().press("m");
		page.keyboard().type("no npfr 123?");
		assertThat(exam.item().locator("textarea")).hasValue("no npfr 123?");
		assertThat(exam.position()).isEqualTo(position);
		exam.item().locator(".item-title").focus();
		page.keyboard().press((position < 20) ? "n" : "p");
		assertThat(exam.position()).isEqualTo((position < 20) ? position + 1 : position - 1);
		page.keyboard().press("g");
		assertThat(page.locator("#navigator")).isVisible();
		page.keyboard().press("Escape");
		page.keyboard().press("Shift+?");
		assertThat(page.locator("#shortcuts")).isVisible();
		page.locator("#shortcuts input").uncheck();
		page.keyboard().press("Escape");
		int now = exam.position();
		page.keyboard().press("p");
		assertThat(exam.position()).isEqualTo(now);
		page.keyboard().press("Shift+?");
		assertThat(page.locator("#shortcuts")).isHidden();
		page.locator("#shortcuts-open").click();
		page.locator("#shortcuts input").check();
		page.keyboard().press("Escape");
		page.keyboard().press("r");
		assertThat(page.locator("#overview")).isVisible();
		page.keyboard().press("e");
		assertThat(page.locator("#end-dialog")).isVisible();
	}

	@Test
	void textSizeColoursAndContrastStayInThisBrowser() {
		Page page = open(Viewing.DESKTOP, "/");
		ExamPage.button(page, "Display").click();
		page.locator("#display input[value=dark]").check();
		page.locator("#display input[value=largest]").check();
		page.locator("#display input[value=high]").check();
		page.keyboard().press("Escape");
		page.navigate("/history");
		assertThat((String) page.evaluate("getComputedStyle(document.documentElement).fontSize")).isEqualTo("24px");
		assertThat((String) page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))
			.isEqualTo("rgb(0, 0, 0)");
		assertAccessible(page);
		screenshot(page, "history-high-contrast");
		ExamPage exam = ExamPage.start(navigate(page, QUICK));
		exam.press("Flag for review");
		assertAccessible(page);
		screenshot(page, "room-high-contrast");
	}

	private static Page navigate(Page page, String path) {
		page.navigate(path);
		return page;
	}

	private static ExamPage atAChoice(Page page) {
		ExamPage exam = ExamPage.start(page);
		exam.go(exam.first("multiple-choice"));
		return exam;
	}

}
