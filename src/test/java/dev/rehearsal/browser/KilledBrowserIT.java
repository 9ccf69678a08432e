package dev.rehearsal.browser;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import dev.rehearsal.SystemChromium;
import dev.rehearsal.WaitingTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The browser itself dies, with all that it has not yet written to the disk. */
@WaitingTest
class KilledBrowserIT extends LostNetworkTest {

	private static final String COPY_FORGOTTEN = """
			() => new Promise((resolve) => {
			  indexedDB.open('rehearsal').onsuccess = ({ target: { result } }) => {
			    result.transaction('change').objectStore('change').getAll().onsuccess = ({ target }) =>
			      resolve(target.result.every(({ name }) => name === 'change'));
			  };
			})""";

	/** Milliseconds after which Chromium has written localStorage. */
	private static final int WRITTEN = 6_000;

	/** Which Chromium writes to the disk late, and a site can't help it. */
	private List<Cookie> cookies = List.of();

	@Test
	void whatWaitedForTheNetworkIsThereWhenTheBrowserIsStartedAgain(Browser browser, @TempDir Path profile) {
		ExamPage exam = withoutANetwork(browser, profile);
		int position = exam.position();
		kill(exam.page(), profile);

		Page page = start(browser, profile);
		page.context().setOffline(true);
		page.navigate("/attempts/" + exam.attempt() + "?item=" + position);
		ExamPage again = ExamPage.at(page);
		assertThat(again.item().locator(":checked")).hasCount(1);
		assertThat(again.item().locator("textarea")).hasValue("Look again.");
		page.context().setOffline(false);
		again.waitUntilSaved();
		assertThat(stored(again, position)).isEqualTo(this.keys.key(exam.attempt(), position).getFirst());
		page.context().close();
	}

	/**
	 * Of localStorage the browser has on the disk what was in it before all was saved.
	 */
	@Test
	void whatWasSavedMeanwhileIsNotUndone(Browser browser, @TempDir Path profile) {
		ExamPage exam = withoutANetwork(browser, profile);
		int position = exam.position();
		exam.page().waitForTimeout(WRITTEN);
		network(exam, true);
		exam.waitUntilSaved();
		exam.press("Flag for review");
		write(exam, "I have.");
		exam.waitUntilSaved();
		kill(exam.page(), profile);

		Page page = start(browser, profile);
		page.navigate("/attempts/" + exam.attempt() + "?item=" + position);
		ExamPage again = ExamPage.at(page);
		again.waitUntilSaved();
		assertThat(ExamPage.button(page, "Flag for review")).hasAttribute("aria-pressed", "false");
		page.context().setOffline(true);
		again.press("Clear answer");
		page.waitForTimeout(WRITTEN);
		page.context().setOffline(false);
		again.waitUntilSaved();
		answer(again, position);
		again.waitUntilSaved();
		again.end();
		until(page, FORGOTTEN);
		until(page, COPY_FORGOTTEN);
		kill(page, profile);

		Page result = start(browser, profile);
		result.navigate("/attempts/" + exam.attempt() + "/result");
		result.waitForTimeout(2_000);
		until(result, FORGOTTEN);
		assertThat(result.locator(".warning, .note")).hasCount(0);
		assertThat(result.locator(".figures dd").first()).hasText("1 of 20");
		assertThat(this.jdbc.sql("select note from annotation where attempt_id = ?")
			.param(exam.attempt())
			.query(String.class)
			.list()).containsExactly("I have.");
		result.context().close();
	}

	/** An answer, a flag and a note wait. */
	private ExamPage withoutANetwork(Browser browser, Path profile) {
		Page page = start(browser, profile);
		page.navigate(QUICK);
		ExamPage exam = ExamPage.start(page);
		until(page, KEPT);
		int position = choices(exam).getFirst();
		exam.go(position);
		exam.waitUntilSaved();
		network(exam, false);
		answer(exam, position);
		exam.press("Flag for review");
		exam.press("Note");
		write(exam, "Look again.");
		assertThat(page.locator("saved-state")).containsText("Not saved yet: 2");
		return exam;
	}

	private static void write(ExamPage exam, String note) {
		exam.item().locator("textarea").fill(note);
		exam.item().locator("textarea").blur();
	}

	private Page start(Browser browser, Path profile) {
		BrowserContext context = SystemChromium.withProfile(browser.browserType(), profile, baseUrl());
		context.addCookies(this.cookies.stream().map(BrowserCookies::copy).toList());
		return context.newPage();
	}

	private void kill(Page page, Path profile) {
		this.cookies = page.context().cookies();
		kill(profile);
	}

	/**
	 * The first process before its children, whose end would let it write what it has.
	 */
	private static void kill(Path profile) {
		List<ProcessHandle> processes = ProcessHandle.allProcesses()
			.filter((process) -> commandLine(process).contains(profile.toString()))
			.sorted(Comparator.comparing((process) -> commandLine(process).contains("--type=")))
			.toList();
		assertThat(processes).isNotEmpty();
		processes.forEach(ProcessHandle::destroyForcibly);
		processes.forEach((process) -> process.onExit().join());
	}

	private static String commandLine(ProcessHandle process) {
		return process.info().commandLine().orElse("");
	}

}
