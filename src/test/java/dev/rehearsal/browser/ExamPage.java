package dev.rehearsal.browser;

import java.util.List;
import java.util.UUID;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;

/** The exam room as a candidate uses it: by what buttons are called. */
final class ExamPage {

	private final Page page;

	private final UUID attempt;

	private ExamPage(Page page) {
		this.page = page;
		this.attempt = UUID.fromString(page.url().replaceAll(".*/attempts/([0-9a-f-]+).*", "$1"));
	}

	static ExamPage start(Page page) {
		button(page, "Start exam").click();
		page.waitForURL("**/attempts/*");
		return new ExamPage(page);
	}

	static ExamPage at(Page page) {
		return new ExamPage(page);
	}

	UUID attempt() {
		return this.attempt;
	}

	Page page() {
		return this.page;
	}

	Locator item() {
		return this.page.locator("section.item:not([hidden])");
	}

	int position() {
		return Integer.parseInt(item().getAttribute("data-position"));
	}

	void press(String button) {
		button(this.page, button).click();
	}

	void go(int position) {
		press("Navigator");
		this.page.locator("#navigator [data-entry='" + position + "'] a").click();
	}

	int first(String type) {
		return Integer.parseInt(this.page.locator("section.item[data-type='" + type + "']:not(.with-scenario)")
			.first()
			.getAttribute("data-position"));
	}

	/** Answers the item that is shown, by whatever its type offers. */
	void answer(List<String> answer) {
		switch (item().getAttribute("data-type")) {
			case "ordering" ->
				answer.forEach((step) -> item().locator("button[data-do=add][data-id='" + step + "']").click());
			case "matching" ->
				answer.forEach((pair) -> item().locator("select:has(option[value='" + pair + "'])").selectOption(pair));
			default -> answer.forEach((option) -> item().locator("input[value='" + option + "']").check());
		}
	}

	void waitUntilSaved() {
		this.page.locator("saved-state:has-text('All answers saved')").waitFor();
	}

	void end() {
		end("exam");
	}

	void endDrill() {
		end("drill");
	}

	private void end(String what) {
		press("Review");
		press("End " + what);
		press("Yes, end " + what);
		this.page.waitForURL("**/result");
	}

	static Locator button(Page page, String name) {
		return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
	}

}
