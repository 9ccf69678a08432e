package dev.rehearsal.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;

/** A candidate in a real browser, with one tab or two. */
final class Visitor {

	private static final Duration PATIENCE = Duration.ofSeconds(120);

	private static final String ANSWER = """
			({ position, answer }) => {
			  const controls = [...document.querySelectorAll(`section.item[data-position="${position}"] [name=answer]`)];
			  if (!controls.length || controls.some((control) => control.disabled)) return;
			  controls.forEach((control, place) => {
			    if (control.tagName !== 'SELECT') control.checked = answer.includes(control.value);
			    else if (control.closest('item-ordering')) control.value = answer[place] ?? '';
			    else control.value = [...control.options].map((option) => option.value).find((value) => value && answer.includes(value)) ?? '';
			  });
			  controls[0].dispatchEvent(new Event('change', { bubbles: true }));
			}""";

	private final World world;

	private final Random chance;

	private final Tally tally;

	private final BrowserContext context;

	private final List<Page> tabs = new ArrayList<>();

	private final int wantedTabs;

	private final List<String> notes = new ArrayList<>();

	private final List<String> violations = new ArrayList<>();

	/** All that was shown since the page and the database were last seen to agree. */
	private final List<Map<Integer, Shown.Given>> since = new ArrayList<>();

	private Booklet booklet;

	private History.Entry entry;

	private Instant giveUntil;

	private Instant patience;

	private boolean offline;

	private boolean done;

	Visitor(World world, Browser browser, long seed, Tally tally) {
		this.world = world;
		this.chance = new Random(seed);
		this.tally = tally;
		this.wantedTabs = (this.chance.nextInt(3) == 0) ? 2 : 1;
		this.context = browser
			.newContext(new Browser.NewContextOptions().setBaseURL(world.address().toString()).setLocale("en-GB"));
		this.context.setDefaultTimeout(8_000);
		this.context.addInitScript(Pages.network(this.chance));
	}

	/** Called again and again until it is done. */
	void step() {
		try {
			if (Instant.now().isBefore(this.giveUntil)) {
				act(this.tabs.get(this.chance.nextInt(this.tabs.size())));
			}
			else {
				finish();
			}
		}
		catch (PlaywrightException ex) {
			note("the browser says " + ex.getMessage().lines().findFirst().orElse(""));
		}
		if (this.patience != null && Instant.now().isAfter(this.patience)) {
			this.violations.add("the page never came to the result: " + this.tabs.getFirst().url());
			this.done = true;
		}
	}

	void enter() {
		Page page = this.context.newPage();
		this.tabs.add(page);
		page.navigate("/exams/chaos/exam");
		page.locator("form[action='/exams/chaos/exam'] button").first().click();
		page.waitForURL("**/attempts/*");
		this.booklet = Booklet.of(page.content());
		long limit = 8_000 + this.chance.nextInt(10_000);
		this.entry = Candidate.shorten(this.world,
				UUID.fromString(page.url().replaceAll(".*/attempts/([0-9a-f-]+).*", "$1")), limit);
		note("entered " + this.entry.attempt() + " with " + this.wantedTabs + " tabs");
		this.giveUntil = Instant.now().plusMillis(6_000 + this.chance.nextInt((int) limit));
		this.since.add(Shown.stored(record()));
		page.reload(); // which brings the new deadline
		for (int i = 1; i < this.wantedTabs; i++) {
			this.tabs.add(this.context.newPage());
			this.tabs.get(i).navigate("/attempts/" + this.entry.attempt());
		}
	}

	private void act(Page page) {
		int drawn = this.chance.nextInt(100);
		if (drawn < 55) {
			for (int i = this.chance.nextInt(3); i >= 0; i--) {
				answer(page);
			}
		}
		else if (drawn < 63) {
			press(page, "flag");
		}
		else if (drawn < 70) {
			press(page, this.chance.nextBoolean() ? "next" : "previous");
		}
		else if (drawn < 75) {
			note("reload");
			this.tally.count("reloads");
			page.reload();
		}
		else if (drawn < 80) {
			this.offline = !this.offline;
			note(this.offline ? "offline" : "online");
			this.context.setOffline(this.offline);
			this.tally.count("networks lost or found");
		}
		else if (drawn < 83) {
			note("the browser's clock is set");
			page.evaluate("(by) => { window.chaosClock += by; }", (this.chance.nextInt(21) - 10) * 600_000);
		}
		else {
			page.waitForTimeout(this.chance.nextInt(400));
		}
		look(page);
	}

	private void answer(Page page) {
		Booklet.Item item = this.booklet.items().get(this.chance.nextInt(this.booklet.items().size()));
		List<String> answer = item.answer(this.chance);
		note("tab " + this.tabs.indexOf(page) + " answers item " + item.stored().position() + " " + answer);
		page.evaluate(ANSWER, Map.of("position", item.stored().position(), "answer", answer));
		this.tally.count("answers in a page");
		Shown shown = Shown.on(page);
		if (shown != null) {
			this.since.add(shown.answers());
		}
	}

	private void press(Page page, String id) {
		page.evaluate("(id) => document.getElementById(id)?.click()", id);
	}

	/** If it says that all is saved, it is. */
	private void look(Page page) {
		Shown shown = Shown.on(page);
		if (shown == null) {
			if (!this.offline && !page.url().endsWith("/result")) {
				page.navigate("/attempts/" + this.entry.attempt());
			}
			return;
		}
		this.since.add(shown.answers());
		if (!shown.saved() || this.tabs.size() > 1) {
			return;
		}
		this.tally.count("pages that said all is saved");
		agree(shown, Shown.stored(record()));
	}

	private void agree(Shown shown, Map<Integer, Shown.Given> stored) {
		if (shown.answers().equals(stored)) {
			this.since.clear();
			this.since.add(stored);
			return;
		}
		shown.answers().forEach((position, given) -> {
			if (!given.equals(stored.get(position))) {
				this.violations.add("the page says that all is saved at " + Instant.now() + ", item " + position
						+ " shows " + given + ", and stored is " + stored.get(position));
			}
		});
	}

	private void finish() {
		if (this.patience == null) {
			this.patience = Instant.now().plus(PATIENCE);
			this.offline = false;
			this.context.setOffline(false);
			note("finishes");
		}
		Page page = this.tabs.getFirst();
		if (page.url().endsWith("/result")) {
			if (page.locator(".figures").count() > 0) {
				this.tally.count("pages that came to the result");
				this.done = true;
			}
			else {
				page.reload(); // nobody answered, or only to say so
			}
			return;
		}
		look(page);
		if (this.tabs.size() > 1) {
			settle();
		}
		if (this.chance.nextInt(4) == 0 && page.locator("#end-dialog").count() > 0) {
			page.evaluate("""
					() => {
					  if (!document.getElementById('end-dialog').open) document.getElementById('end-open').click();
					  document.querySelector('#end-form button:not([disabled])')?.click();
					}""");
		}
		page.waitForTimeout(200);
	}

	/** Tabs that both have nothing to send show the same, after a while. */
	private void settle() {
		Instant end = Instant.now().plusSeconds(5);
		while (Instant.now().isBefore(end)) {
			List<Shown> all = this.tabs.stream().map(Shown::on).toList();
			if (all.contains(null) || !all.stream().allMatch(Shown::saved)) {
				return; // somebody still sends; or it has ended
			}
			Map<Integer, Shown.Given> stored = Shown.stored(record());
			if (all.stream().allMatch((shown) -> shown.answers().equals(stored))) {
				this.tally.count("two tabs that agreed");
				this.since.clear();
				this.since.add(stored);
				return;
			}
			this.tabs.getFirst().waitForTimeout(200);
		}
		this.violations.add("both tabs say that all is saved, and show " + this.tabs.stream().map(Shown::on).toList()
				+ "; stored is " + Shown.stored(record()));
	}

	private Record record() {
		return this.world.ask((jdbc) -> Record.of(jdbc, this.entry.attempt()));
	}

	private void note(String text) {
		this.notes.add(Instant.now() + " " + text);
	}

	boolean isDone() {
		return this.done;
	}

	History.Entry entry() {
		return this.entry;
	}

	String told() {
		return String.join("\n", this.notes);
	}

	/** What was graded is what was last seen to be saved, or was given later. */
	List<String> verdict(Record record) {
		List<String> found = new ArrayList<>(this.violations);
		Shown.stored(record).forEach((position, given) -> {
			if (!wasShown(position, given)) {
				found.add("item " + position + " is stored as " + given
						+ ", and the page has shown none of that since it said that all is saved: "
						+ this.since.stream().map((shown) -> shown.get(position)).distinct().toList());
			}
		});
		return found;
	}

	/**
	 * Of two tabs one may have given the answer and the other the flag, and the exam have
	 * ended before either was seen to show both.
	 */
	private boolean wasShown(int position, Shown.Given given) {
		Stream<Shown.Given> shown = this.since.stream()
			.map((answers) -> answers.get(position))
			.filter(Objects::nonNull);
		if (this.wantedTabs == 1) {
			return shown.anyMatch(given::equals);
		}
		List<Shown.Given> all = shown.toList();
		return all.stream().anyMatch((one) -> one.answer().equals(given.answer()))
				&& all.stream().anyMatch((one) -> one.flagged() == given.flagged());
	}

}
