package dev.rehearsal.account;

import java.net.HttpCookie;
import java.util.UUID;

import dev.rehearsal.DatabaseTest;
import dev.rehearsal.People;
import dev.rehearsal.PlainBrowser;
import dev.rehearsal.Sitting;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of a guest's attempts when the guest has an account. */
@DatabaseTest
class GuestAccountIT {

	@LocalServerPort
	private int port;

	private final String login = "guest-" + UUID.randomUUID();

	@Test
	void aGuestKeepsResultsAndARunningExamByMakingAnAccount() {
		Sitting ended = Sitting.start(this.port, "mla-c01/quick").end();
		PlainBrowser browser = ended.browser();
		Sitting running = Sitting.start(browser, "mla-c01/quick");
		assertThat(browser.post(running.address() + "/items/1", "sequence=1").statusCode()).isEqualTo(200);
		People.register(browser, this.login);
		assertThat(browser.get(ended.address() + "/result").statusCode()).isEqualTo(200);
		browser.open("/account");
		assertThat(browser.post(running.address() + "/items/1", "sequence=2").statusCode()).isEqualTo(200);
		PlainBrowser elsewhere = People.signIn(People.guest(this.port), this.login, People.PASSWORD);
		assertThat(elsewhere.open(ended.address() + "/result").status()).isEqualTo(200);
		assertThat(elsewhere.open(running.address()).status()).isEqualTo(200);
	}

	@Test
	void theGuestsOldCookieOpensNothingOfTheAccount() {
		Sitting ended = Sitting.start(this.port, "mla-c01/quick").end();
		PlainBrowser browser = ended.browser();
		HttpCookie old = browser.cookies()
			.getCookieStore()
			.getCookies()
			.stream()
			.filter((cookie) -> cookie.getName().equals("rehearsal_guest"))
			.findFirst()
			.orElseThrow();
		People.register(browser, this.login);
		PlainBrowser thief = new PlainBrowser("http://localhost:" + this.port);
		thief.cookies().getCookieStore().add(browser.response().uri(), old);
		assertThat(thief.open(ended.address() + "/result").status()).isEqualTo(404);
		browser.open("/account").press("Sign out");
		assertThat(browser.open(ended.address() + "/result").status()).isEqualTo(404);
	}

	@Test
	void whoeverSignsInIsAskedWhetherTheGuestWasThem() {
		People.register(People.guest(this.port), this.login);
		Sitting guest = Sitting.start(this.port, "mla-c01/quick").end();
		PlainBrowser browser = People.signIn(guest.browser(), this.login, People.PASSWORD);
		assertThat(browser.page().select("h1").text()).isEqualTo("Are these yours?");
		assertThat(browser.page().select(".lead").text()).startsWith("One attempt was made");
		assertThat(browser.get(guest.address() + "/result").statusCode()).isEqualTo(404);
		browser.press("Add to my account");
		assertThat(browser.address()).isEqualTo("/");
		assertThat(browser.get(guest.address() + "/result").statusCode()).isEqualTo(200);
	}

	@Test
	void anExamThatRunsInBothStaysWithTheGuest() {
		PlainBrowser mine = People.register(People.guest(this.port), this.login);
		Sitting running = Sitting.start(mine, "mla-c01/quick");
		Sitting ended = Sitting.start(this.port, "mla-c01/quick").end();
		PlainBrowser browser = ended.browser();
		Sitting second = Sitting.start(browser, "mla-c01/quick");
		People.signIn(browser, this.login, People.PASSWORD).press("Add to my account");
		assertThat(browser.page().select(".lead").text()).startsWith("One exam was left");
		assertThat(browser.get(ended.address() + "/result").statusCode()).isEqualTo(200);
		assertThat(browser.get(running.address()).statusCode()).isEqualTo(200);
		assertThat(browser.get(second.address()).statusCode()).isEqualTo(404);
		running.end();
		browser.open("/account/attempts").press("Add to my account");
		assertThat(browser.get(second.address()).statusCode()).isEqualTo(200);
	}

	@Test
	void noCodeTakesAnAccountToAnotherDevice() {
		PlainBrowser browser = People.register(People.guest(this.port), this.login);
		browser.open("/device");
		assertThat(browser.page().text()).doesNotContain("Get a code").contains("Sign in on the other device too");
		browser.open("/account");
		assertThat(browser.post("/device/code", "").statusCode()).isEqualTo(302);
	}

}
