package dev.rehearsal.browser;

import java.util.List;
import java.util.UUID;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ViewportSize;
import dev.rehearsal.People;
import dev.rehearsal.Viewing;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every page in every viewing: pictures for people, axe for what a program can find, and
 * no sideways scroll.
 */
class PagesIT extends RoomTest {

	@Test
	void everyPageInEveryViewing() {
		for (Viewing viewing : Viewing.ALL) {
			Page page = open(viewing, "/");
			check(page, "home");
			page.navigate(QUICK);
			ExamPage exam = ExamPage.start(page);
			room(exam);
			exam.end();
			check(page, "result");
			for (String path : List.of("/review", "/review?show=unanswered&type=matching", "/review?type=ordering")) {
				page.navigate("/attempts/" + exam.attempt() + path);
				check(page, "review" + path.replaceAll("\\W+", "-").replace("-review", ""));
			}
			page.navigate("/history");
			check(page, "history");
			page.navigate("/exams/mla-c01/real-pace");
			check(page, "start");
			ExamPage second = ExamPage.start(page);
			page.navigate("/");
			check(page, "home-again");
			page.navigate("/attempts/" + second.attempt() + "/end");
			check(page, "end");
			page.navigate("/attempts/" + second.attempt() + "/overview");
			check(page, "overview");
			page.navigate("/coverage/mla-c01");
			check(page, "coverage");
			page.navigate("/device");
			ExamPage.button(page, "Get a code").click();
			check(page, "device");
			page.navigate("/nothing-is-here");
			check(page, "not-found");
			assertThat(page.title()).isEqualTo("Nothing is here – Rehearsal");
		}
	}

	@Test
	void thePagesOfAccountsInEveryViewing() {
		for (Viewing viewing : Viewing.ALL) {
			String login = "page-" + UUID.randomUUID();
			Page page = open(viewing, "/sign-in");
			page.getByLabel("User name or e-mail address").fill(login);
			page.getByLabel("Password").fill("not the password");
			press(page, "Sign in");
			check(page, "sign-in");
			ExamPage.start(goTo(page, QUICK)).end();
			page.navigate("/account/new");
			check(page, "account-new");
			register(page, "Ada Lovelace, Countess of a Rather Long Name", login);
			page.navigate("/account");
			page.locator(".menu summary").click();
			check(page, "account");
			page.locator(".menu-sheet").getByText("Sign out").click();
			ExamPage.start(goTo(page, QUICK));
			signIn(goTo(page, "/sign-in"), login, People.PASSWORD);
			check(page, "account-attempts");
			page.navigate("/device");
			check(page, "device-with-account");
			page.navigate("/administration");
			check(page, "denied");
			invitation(viewing, page);
		}
	}

	private void invitation(Viewing viewing, Page invited) {
		Page page = open(viewing, "/sign-in?then=/administration");
		signIn(page, "administrator", People.ADMINISTRATORS_PASSWORD);
		page.getByLabel("Who is it for?").fill("Grace Hopper");
		press(page, "Make a link");
		String link = page.locator(".link-to-send").textContent();
		check(page, "administration");
		invited.navigate(link);
		check(invited, "invitation");
		page.navigate("/administration?words=countess");
		check(page, "administration-found");
		press(page, "New password");
		invited.navigate(page.locator(".link-to-send").textContent());
		check(invited, "new-password");
		check(open(viewing, link), "invitation-guest");
		check(open(viewing, "/invitations/nonsense"), "invitation-gone");
		page.locator("button[aria-label='Withdraw the invitation of Grace Hopper']").first().click();
	}

	private static Page goTo(Page page, String path) {
		page.navigate(path);
		return page;
	}

	private static void press(Page page, String button) {
		page.waitForResponse((response) -> response.request().isNavigationRequest() && response.status() / 100 != 3,
				() -> page.locator("main button", new Page.LocatorOptions().setHasText(button)).last().click());
		page.waitForLoadState();
	}

	private static void register(Page page, String name, String login) {
		page.getByLabel("Your name").fill(name);
		page.getByLabel("User name or e-mail address").fill(login);
		page.getByLabel("Password").fill(People.PASSWORD);
		press(page, "Create account");
	}

	private static void signIn(Page page, String login, String password) {
		page.getByLabel("User name or e-mail address").fill(login);
		page.getByLabel("Password").fill(password);
		press(page, "Sign in");
	}

	private void room(ExamPage exam) {
		for (String type : List.of("multiple-choice", "multi-response", "ordering", "matching")) {
			int position = exam.first(type);
			exam.go(position);
			check(exam.page(), "room-" + type);
			exam.answer(this.keys.key(exam.attempt(), position));
			check(exam.page(), "room-" + type + "-answered");
		}
		exam.go(Integer.parseInt(exam.page().locator("section.with-scenario").first().getAttribute("data-position")));
		check(exam.page(), "room-case-study");
		exam.press("Flag for review");
		exam.press("Navigator");
		check(exam.page(), "navigator");
		exam.press("Close");
		exam.press("Review");
		check(exam.page(), "review-screen");
		exam.press("End exam");
		check(exam.page(), "end-dialog");
		exam.press("No, go back");
		ExamPage.button(exam.page(), "Navigator").click();
		exam.page().locator("#navigator [data-entry='1'] a").click();
	}

	@Test
	void withoutJavaScriptToo() {
		Page page = open(Viewing.DESKTOP.withoutScript(), QUICK);
		ExamPage exam = ExamPage.start(page);
		exam.press("Next");
		screenshot(page, "plain-item");
		exam.press("Navigator");
		screenshot(page, "plain-overview");
		exam.press("End exam");
		screenshot(page, "plain-end");
		assertThat(page.locator("h1").textContent()).isEqualTo("End the exam?");
	}

	@Test
	void nothingMovesWhileThePageLoadsOnASlowMachine() {
		Page page = open(Viewing.DESKTOP, "/exams/mla-c01/mock-exam");
		JsonObject slowness = new JsonObject();
		slowness.addProperty("rate", 8);
		page.context().newCDPSession(page).send("Emulation.setCPUThrottlingRate", slowness);
		page.context()
			.addInitScript("window.shifts = 0; new PerformanceObserver((list) => list.getEntries()"
					+ ".forEach((entry) => { window.shifts += entry.value; }))"
					+ ".observe({ type: 'layout-shift', buffered: true });");
		ExamPage exam = ExamPage.start(page);
		page.waitForTimeout(500);
		assertThat(((Number) page.evaluate("window.shifts")).doubleValue()).isZero();
		exam.end();
		page.waitForTimeout(300);
		assertThat(((Number) page.evaluate("window.shifts")).doubleValue()).isZero();
	}

	private void check(Page page, String name) {
		assertThat(page.evaluate("document.compatMode")).as("with a DOCTYPE").isEqualTo("CSS1Compat");
		screenshot(page, name);
		// As tall as the document, so that nothing is halfway behind the bars while axe
		// measures it.
		ViewportSize usual = page.viewportSize();
		page.setViewportSize(usual.width,
				Math.min(TALLEST, (Integer) page.evaluate("document.documentElement.scrollHeight")));
		assertAccessible(page);
		page.setViewportSize(usual.width, usual.height);
		int width = page.viewportSize().width;
		assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).as("width of %s", name)
			.isLessThanOrEqualTo(width);
	}

}
