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
		Page page = start(browser, profile);
		page.navigate(QUICK);
		ExamPage exam = ExamPage.start(page);
		until(page, KEPT);
		int position = choices(exam).getFirst();
		exam.go(position);
		exam.waitUntilSaved();
		network(exam, false);
		answer(exam, position);
		exam.press("Note");
		exam.item().locator("textarea").fill("Look again.");
		assertThat(page.locator("saved-state")).containsText("Not saved yet: 2");
		kill(page, profile);

		Page restored = start(browser, profile);
		restored.context().setOffline(true);
		restored.navigate("/attempts/" + exam.attempt() + "?item=" + position);
		ExamPage back = ExamPage.at(restored);
		assertThat(back.item().locator(":checked")).hasCount(1);
		assertThat(back.item().locator("textarea")).hasValue("Look again.");
		restored.waitForTimeout(WRITTEN);
		restored.context().setOffline(false);
		back.waitUntilSaved();
		assertThat(stored(back, position)).isEqualTo(this.keys.key(exam.attempt(), position).getFirst());
		if (back.item().locator("textarea").isHidden()) {
			back.press("Note (written)");
		}
		back.item().locator("textarea").fill("I have.");
		back.waitUntilSaved();
		back.end();
		until(restored, FORGOTTEN);
		until(restored, COPY_FORGOTTEN);
		kill(restored, profile);

		// Its localStorage is what it was before all was saved.
		Page result = start(browser, profile);
		result.navigate("/attempts/" + exam.attempt() + "/result");
		result.waitForTimeout(2_000);
		until(result, FORGOTTEN);
		assertThat(result.locator(".warning")).hasCount(0);
		assertThat(this.jdbc.sql("select note from annotation where attempt_id = ?")
			.param(exam.attempt())
			.query(String.class)
			.list()).containsExactly("I have.");
		result.context().close();
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
