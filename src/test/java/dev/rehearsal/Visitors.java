package dev.rehearsal;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;

/** The visitors of one browser test, and what went wrong in their browsers. */
final class Visitors implements AutoCloseable {

	private static final Duration CLOSING = Duration.ofSeconds(20);

	/**
	 * What Chromium says of an answer such as 404 or of a lost connection, which are the
	 * tests' own affair. A connection is lost too when a container beside the test starts
	 * or ends, which changes the machine's networks.
	 */
	private static final List<String> LOST = List.of("Failed to load resource",
			"An unknown error occurred when fetching the script.");

	private final Browser browser;

	private final Map<BrowserContext, Viewing> visitors = new HashMap<>();

	private final List<String> troubles = new ArrayList<>();

	Visitors(Browser browser) {
		this.browser = browser;
	}

	Page newcomer(Viewing viewing, URI baseUrl) {
		BrowserContext context = this.browser.newContext(viewing.options(baseUrl.toString()));
		context.setDefaultTimeout(BrowserTest.PATIENCE);
		this.visitors.put(context, viewing);
		context.onWebError((error) -> this.troubles.add("script failed: " + error.error()));
		context.onConsoleMessage((message) -> {
			if (message.type().equals("error") && LOST.stream().noneMatch(message.text()::startsWith)) {
				this.troubles.add("console: " + message.text());
			}
		});
		context.onRequest((request) -> {
			URI uri = URI.create(request.url());
			if (uri.getAuthority() != null && !uri.getAuthority().equals(baseUrl.getAuthority())) {
				this.troubles.add("request to another host: " + request.url());
			}
		});
		return context.newPage();
	}

	Viewing viewing(Page page) {
		return this.visitors.get(page.context());
	}

	List<String> troubles() {
		return this.troubles;
	}

	@Override
	public void close() {
		this.visitors.keySet().forEach(Visitors::close);
	}

	/**
	 * A context with a page that is just on its way somewhere was seen never to close: it
	 * is left to the end of the browser.
	 */
	private static void close(BrowserContext context) {
		Thread waiting = Thread.currentThread();
		try (ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor()) {
			Future<?> enough = timer.schedule(waiting::interrupt, CLOSING.toSeconds(), TimeUnit.SECONDS);
			try {
				context.close();
			}
			catch (PlaywrightException ex) {
				if (!enough.isDone()) {
					throw ex;
				}
				System.out.println("[browser] a context was not closed after " + CLOSING);
			}
			enough.cancel(false);
			Thread.interrupted();
		}
	}

}
