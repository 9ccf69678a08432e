package dev.rehearsal;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A test of the application through a real browser. Each {@link #open(Viewing, String)}
 * is a new visitor with cookies of its own. A script that fails, a blocked resource or a
 * request to any other host fails the test.
 */
@Tag("browser")
@Timeout(value = 5, unit = TimeUnit.MINUTES) // a page that hangs fails
@ExtendWith(SystemChromium.class)
@DatabaseTest
public abstract class BrowserTest {

	/**
	 * Pixels. A review of many items is many times as tall, and takes seconds to picture.
	 */
	protected static final int TALLEST = 3_000;

	/**
	 * Milliseconds for a page to become what a test expects. A busy machine takes a
	 * multiple of what an idle one does, and the grace of an exam runs out meanwhile.
	 */
	static final int PATIENCE = 30_000;

	@LocalServerPort
	private int port;

	private Visitors visitors;

	@BeforeEach
	void openBrowser(Browser browser) {
		PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
		this.visitors = new Visitors(browser);
	}

	@AfterEach
	void closeBrowser() {
		this.visitors.close();
		assertThat(this.visitors.troubles()).as("what went wrong in the browser").isEmpty();
	}

	/**
	 * Where the application answers.
	 * @return such as {@code http://localhost:40123}
	 */
	protected URI baseUrl() {
		return URI.create("http://localhost:" + this.port);
	}

	/**
	 * A new visitor opens a page.
	 * @param viewing how they look at it
	 * @param path such as {@code /}
	 * @return the page, loaded
	 */
	protected Page open(Viewing viewing, String path) {
		Page page = this.visitors.newcomer(viewing, baseUrl());
		page.navigate(path);
		return page;
	}

	/**
	 * What went wrong in the browser so far. A test that means a thing to go wrong clears
	 * the list.
	 * @return changeable
	 */
	protected List<String> troubles() {
		return this.visitors.troubles();
	}

	/**
	 * Saves the page, or as much of it as a person would look at, as
	 * {@code target/screenshots/<name>-<viewing>.png}.
	 * @param page what to picture
	 * @param name such as {@code score-report}
	 */
	protected void screenshot(Page page, String name) {
		boolean whole = (Integer) page.evaluate("document.documentElement.scrollHeight") <= TALLEST;
		page.screenshot(new Page.ScreenshotOptions().setFullPage(whole)
			.setPath(Path.of("target", "screenshots", name + "-" + this.visitors.viewing(page) + ".png")));
	}

	/**
	 * Fails where axe finds anything against WCAG 2.2 AA or its best practices.
	 * @param page what to check, opened with scripts: axe is one
	 */
	protected void assertAccessible(Page page) {
		assertThat(this.visitors.viewing(page).script()).as("axe is a script, and would wait for ever").isTrue();
		// There are no frames, for which axe would open a page of its own each time.
		AxeRunOptions options = new AxeRunOptions();
		// Else it describes every node that is right, at length.
		options.setResultTypes(List.of("violations"));
		List<Rule> violations = new AxeBuilder(page).options(options)
			.setLegacyMode(true)
			.withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
			// Axe finds nothing in what is hidden, and takes long over it.
			.exclude("section.item[hidden]")
			.analyze()
			.getViolations();
		assertThat(violations.stream().map(BrowserTest::describe).toList())
			.as("what axe finds on %s (%s)", page.url(), this.visitors.viewing(page))
			.isEmpty();
	}

	private static String describe(Rule rule) {
		return rule.getNodes()
			.stream()
			.map(BrowserTest::describe)
			.collect(
					Collectors.joining("", rule.getId() + " (" + rule.getImpact() + "): " + rule.getHelp() + "\n", ""));
	}

	private static String describe(CheckedNode node) {
		return "    " + node.getTarget() + "\n        " + node.getHtml() + "\n        "
				+ String.valueOf(node.getFailureSummary()).replace("\n", "\n        ") + "\n";
	}

}
