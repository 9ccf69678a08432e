package dev.rehearsal.browser;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;

/** A finger on a phone, which Playwright has for taps only. */
final class Finger {

	private static final int MOVES = 10;

	/** Milliseconds after which a tap is no part of the same gesture for Chromium. */
	private static final int SETTLED = 600;

	private final Page page;

	private final CDPSession browser;

	Finger(Page page) {
		this.page = page;
		this.browser = page.context().newCDPSession(page);
	}

	/**
	 * From the middle of one element to that of another, both of which must fit between
	 * the bars.
	 */
	void drag(Locator from, Locator to) {
		from.evaluate("(element) => element.scrollIntoView({ block: 'center' })");
		this.page.waitForTimeout(SETTLED);
		BoundingBox start = from.boundingBox();
		BoundingBox end = to.boundingBox();
		double x = start.x + start.width / 2;
		double y = start.y + start.height / 2;
		touch("touchStart", point(x, y));
		for (int i = 1; i <= MOVES; i++) {
			touch("touchMove",
					point(x + (end.x + end.width / 2 - x) * i / MOVES, y + (end.y + end.height / 2 - y) * i / MOVES));
		}
		touch("touchEnd", new JsonArray());
		this.page.waitForTimeout(SETTLED);
	}

	private void touch(String type, JsonArray points) {
		JsonObject event = new JsonObject();
		event.addProperty("type", type);
		event.add("touchPoints", points);
		this.browser.send("Input.dispatchTouchEvent", event);
	}

	private static JsonArray point(double x, double y) {
		JsonObject point = new JsonObject();
		point.addProperty("x", x);
		point.addProperty("y", y);
		JsonArray points = new JsonArray();
		points.add(point);
		return points;
	}

}
