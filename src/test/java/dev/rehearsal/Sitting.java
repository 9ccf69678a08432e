package dev.rehearsal;

import java.util.List;
import java.util.UUID;

import org.jsoup.nodes.Element;

/** A candidate who sits an exam in a browser without JavaScript. */
public class Sitting {

	private final PlainBrowser browser;

	private final UUID attempt;

	private Sitting(PlainBrowser browser) {
		this.browser = browser;
		this.attempt = UUID.fromString(browser.address().substring("/attempts/".length()));
	}

	/** Starts an exam as a guest who was never here. */
	public static Sitting start(int port, String blueprint) {
		return start(new PlainBrowser("http://localhost:" + port), blueprint);
	}

	public static Sitting start(PlainBrowser browser, String blueprint) {
		browser.open("/exams/" + blueprint).press("Start exam");
		return new Sitting(browser);
	}

	public UUID attempt() {
		return this.attempt;
	}

	public PlainBrowser browser() {
		return this.browser;
	}

	public String address() {
		return "/attempts/" + this.attempt;
	}

	public Sitting go(int position) {
		this.browser.open(address() + "/items/" + position);
		return this;
	}

	/** Answers the item on the page as a person would, and presses a button. */
	public Sitting answer(List<String> answer, String button) {
		Element section = this.browser.page().select("section.item").first();
		switch (section.attr("data-type")) {
			case "ordering" -> {
				for (int place = 0; place < answer.size(); place++) {
					this.browser.select(place, answer.get(place));
				}
			}
			case "matching" -> answer.forEach(this::match);
			default -> answer.forEach(this.browser::choose);
		}
		this.browser.press(button);
		return this;
	}

	private void match(String pair) {
		List<Element> selects = this.browser.page().select("select[name=answer]");
		for (int i = 0; i < selects.size(); i++) {
			if (selects.get(i).select("option[value=\"" + pair + "\"]").first() != null) {
				this.browser.select(i, pair);
				return;
			}
		}
		throw new AssertionError("nothing to match " + pair + " with");
	}

	public Sitting end() {
		this.browser.open(address() + "/overview").press("End exam").press("Yes, end exam");
		return this;
	}

}
