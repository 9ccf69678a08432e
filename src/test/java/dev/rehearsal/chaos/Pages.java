package dev.rehearsal.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import dev.rehearsal.SystemChromium;

import org.springframework.core.io.ClassPathResource;

/**
 * Candidates in a real browser, all moved by one thread; none where there is no browser.
 */
final class Pages implements AutoCloseable {

	private static final int[] CLOCKS = { 0, 0, 3_600_000, -3_600_000 };

	private final ExecutorService thread = Executors.newSingleThreadExecutor();

	private Optional<Playwright> playwright = Optional.empty();

	private Browser browser;

	Pages() {
		Round.await(this.thread.submit(() -> this.playwright = SystemChromium.driver()));
	}

	/** Visitors of a round, who sit down while everything still runs. */
	List<Visitor> seat(World world, int visitors, long seed, Tally tally) {
		return Round.await(this.thread.submit(() -> {
			if (this.playwright.isEmpty()) {
				return List.of();
			}
			this.browser = SystemChromium.launch(this.playwright.get());
			Random seeds = new Random(seed);
			List<Visitor> all = Stream.generate(() -> new Visitor(world, this.browser, seeds.nextLong(), tally))
				.limit(visitors)
				.toList();
			all.forEach(Visitor::enter);
			return all;
		}));
	}

	/** Done when all have come to an end. */
	Future<?> sit(List<Visitor> visitors) {
		return this.thread.submit(() -> {
			while (!visitors.stream().allMatch(Visitor::isDone)) {
				visitors.stream().filter((visitor) -> !visitor.isDone()).forEach(Visitor::step);
			}
			closeBrowser();
		});
	}

	/** What lies under each page of a visitor. */
	static String network(Random chance) {
		try {
			String script = new ClassPathResource("chaos/network.js").getContentAsString(StandardCharsets.UTF_8);
			return script.replace("CONFIG", "{ seed: %d, trouble: %s, clock: %d }".formatted(chance.nextInt(),
					(10 + chance.nextInt(40)) / 100.0, CLOCKS[chance.nextInt(CLOCKS.length)]));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		Round.await(this.thread.submit(() -> {
			closeBrowser();
			this.playwright.ifPresent(Playwright::close);
		}));
		this.thread.shutdown();
	}

	/**
	 * As a whole, by the thread: to close the context of a page that still asks for
	 * something was seen to take for ever, and a browser is killed where it does not go.
	 */
	private void closeBrowser() {
		if (this.browser != null) {
			this.browser.close();
			this.browser = null;
		}
	}

}
