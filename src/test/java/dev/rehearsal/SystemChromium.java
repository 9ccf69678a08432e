package dev.rehearsal;

import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The Chromium that is installed on this machine, or the one that the system property
 * {@code rehearsal.test.chromium} names; nothing is downloaded. Where there is none,
 * browser tests are skipped loudly, or fail if {@code rehearsal.test.browser} is
 * {@code required}.
 */
public class SystemChromium implements ExecutionCondition, ParameterResolver {

	private static final Namespace NAMESPACE = Namespace.create(SystemChromium.class);

	private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome",
			"google-chrome-stable");

	private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
			"--disable-background-networking", "--disable-component-update", "--disable-default-apps", "--disable-sync",
			"--no-first-run", "--no-default-browser-check", "--font-render-hinting=none");

	private static boolean noticed;

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		if (executable().isPresent()) {
			return ConditionEvaluationResult.enabled("there is a Chromium");
		}
		if ("required".equals(System.getProperty("rehearsal.test.browser"))) {
			throw new IllegalStateException("rehearsal.test.browser is \"required\", and there is no Chromium: none of "
					+ NAMES + " is on the PATH, and rehearsal.test.chromium names none.");
		}
		notice();
		return ConditionEvaluationResult.disabled("no Chromium on this machine");
	}

	private static synchronized void notice() {
		if (!noticed) {
			noticed = true;
			System.err.println("""

					==============================================================================
					  BROWSER TESTS ARE SKIPPED: there is no Chromium on this machine.
					  What a candidate sees is NOT tested by this run.

					  Install one (Debian, Ubuntu: apt-get install chromium) or name one with
					  -Drehearsal.test.chromium=/path/to/chromium, and run the tests again.
					==============================================================================
					""");
		}
	}

	/**
	 * For what is no browser test and uses a Chromium if there is one.
	 * @return what drives it, or empty, loudly, where there is none
	 */
	public static Optional<Playwright> driver() {
		if (executable().isEmpty()) {
			notice();
			return Optional.empty();
		}
		return Optional.of(Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))));
	}

	/**
	 * Starts the Chromium of this machine.
	 * @param playwright that drives it
	 * @return a browser of its own
	 */
	public static Browser launch(Playwright playwright) {
		return playwright.chromium()
			.launch(new BrowserType.LaunchOptions().setExecutablePath(executable().orElseThrow())
				.setHeadless(true)
				.setArgs(ARGUMENTS));
	}

	/**
	 * Starts the Chromium of this machine once more, with a profile that stays.
	 * @param chromium how to start it
	 * @param profile a folder
	 * @param baseUrl of the application
	 * @return its only context
	 */
	public static BrowserContext withProfile(BrowserType chromium, Path profile, URI baseUrl) {
		return chromium.launchPersistentContext(profile,
				new BrowserType.LaunchPersistentContextOptions().setExecutablePath(executable().orElseThrow())
					.setHeadless(true)
					.setArgs(ARGUMENTS)
					.setBaseURL(baseUrl.toString()));
	}

	private static Optional<Path> executable() {
		Optional<Path> named = Optional.ofNullable(System.getProperty("rehearsal.test.chromium"))
			.filter((path) -> !path.isBlank())
			.map(Path::of);
		return named.or(() -> onPath()).filter(Files::isExecutable);
	}

	private static Optional<Path> onPath() {
		List<Path> folders = Arrays.stream(System.getenv("PATH").split(File.pathSeparator)).map(Path::of).toList();
		Stream<Path> candidates = NAMES.stream()
			.flatMap((name) -> folders.stream().map((folder) -> folder.resolve(name)));
		return Stream
			.concat(candidates, Stream.of(Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")))
			.filter(Files::isExecutable)
			.findFirst();
	}

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == Browser.class;
	}

	/**
	 * The browser of this thread, started on first use: what drives it is not made for
	 * several.
	 */
	@Override
	public Browser resolveParameter(ParameterContext parameter, ExtensionContext context) {
		return context.getRoot()
			.getStore(NAMESPACE)
			.computeIfAbsent(Thread.currentThread().threadId(), (_) -> Running.start(), Running.class)
			.browser();
	}

	/** Closed by JUnit at the end of the run. */
	private record Running(Playwright playwright, Browser browser) implements AutoCloseable {

		static Running start() {
			Playwright playwright = driver().orElseThrow();
			return new Running(playwright, launch(playwright));
		}

		@Override
		public void close() {
			this.browser.close();
			this.playwright.close();
		}

	}

}
