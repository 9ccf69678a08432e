package dev.rehearsal.browser;

import java.util.List;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** A person who uses Tab, the arrow keys, Space and Enter, and no pointer. */
final class Keyboard {

	private static final int PATIENCE = 300;

	private final Page page;

	Keyboard(Page page) {
		this.page = page;
	}

	/** Tabs to the button with that name and presses it. */
	void press(String button) {
		tabTo(ExamPage.button(this.page, button));
		this.page.keyboard().press("Enter");
	}

	void answer(Locator item, List<String> answer) {
		switch (item.getAttribute("data-type")) {
			case "multiple-choice" -> choose(item, answer.getFirst());
			case "multi-response" -> answer.forEach((option) -> {
				tabTo(item.locator("input[value='" + option + "']"));
				this.page.keyboard().press("Space");
			});
			case "ordering" -> answer.forEach((step) -> {
				tabTo(item.locator("button[data-do=add][data-id='" + step + "']"));
				this.page.keyboard().press("Space");
			});
			default -> answer.forEach((pair) -> select(item.locator("select:has(option[value='" + pair + "'])"), pair));
		}
	}

	private void choose(Locator item, String option) {
		Locator radios = item.locator("input[type=radio]");
		for (int i = 0; i < PATIENCE && !radioIsFocused(radios); i++) {
			this.page.keyboard().press("Tab");
		}
		this.page.keyboard().press("Space");
		Locator wanted = item.locator("input[value='" + option + "']");
		for (int i = 0; i < radios.count() && !wanted.isChecked(); i++) {
			this.page.keyboard().press("ArrowDown");
		}
	}

	private static boolean radioIsFocused(Locator radios) {
		return (Boolean) radios.evaluateAll("(radios) => radios.includes(document.activeElement)");
	}

	private void select(Locator select, String value) {
		tabTo(select);
		for (int i = 0; i < 10 && !value.equals(select.inputValue()); i++) {
			this.page.keyboard().press("ArrowDown");
		}
	}

	private void tabTo(Locator control) {
		for (int i = 0; i < PATIENCE; i++) {
			if ((Boolean) control.evaluate("(control) => control === document.activeElement")) {
				return;
			}
			this.page.keyboard().press("Tab");
		}
		throw new AssertionError("the keyboard does not reach " + control);
	}

}
