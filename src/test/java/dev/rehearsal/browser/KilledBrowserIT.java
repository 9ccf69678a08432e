package dev.rehearsal.browser;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import dev.rehearsal.SystemChromium;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The browser itself dies, with all that it has not yet written to the disk. */
class KilledBrowserIT extends LostNetworkTest {

	private static final String COPY_FORGOTTEN = """
			() => new Promise((resolve) => {
			  indexedDB.open('rehearsal').onsuccess = ({ target: { result } }) => {
			    result.transaction('change').objectStore('change').count().onsuccess = ({ target }) => resolve(target.result === 0);
			  };
			})""";

	@Test
	void whatWaitedForTheNetworkIsThereWhenTheBrowserIsStartedAgain(Browser browser, @TempDir Path profile) {
		BrowserContext killed = SystemChromium.withProfile(browser.browserType(), profile, baseUrl());
		Page page = killed.newPage();
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
		List<Cookie> cookies = killed.cookies(); // which Chromium writes late, and a site
													// can't help
		kill(profile);

		try (BrowserContext again = SystemChromium.withProfile(browser.browserType(), profile, baseUrl())) {
			again.addCookies(cookies.stream().map(BrowserCookies::copy).toList());
			again.setOffline(true);
			Page restored = again.newPage();
			restored.navigate("/attempts/" + exam.attempt() + "?item=" + position);
			ExamPage back = ExamPage.at(restored);
			assertThat(back.item().locator(":checked")).hasCount(1);
			assertThat(back.item().locator("textarea")).hasValue("Look again.");
			again.setOffline(false);
			back.waitUntilSaved();
			assertThat(stored(back, position)).isEqualTo(this.keys.key(exam.attempt(), position).getFirst());
			back.end();
			until(back.page(), FORGOTTEN);
			until(back.page(), COPY_FORGOTTEN);
		}
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
