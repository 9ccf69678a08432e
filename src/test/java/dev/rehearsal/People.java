package dev.rehearsal;

import java.util.UUID;

/** Visitors of each role, in browsers without JavaScript, who got it as people do. */
public final class People {

	/** What everyone here signs in with. */
	public static final String PASSWORD = "correct horse battery";

	/** As the tests' configuration has it. */
	public static final String ADMINISTRATORS_PASSWORD = "the tests know it";

	private People() {
	}

	public static PlainBrowser guest(int port) {
		return new PlainBrowser("http://localhost:" + port).open("/device");
	}

	/** Somebody new with an account. */
	public static PlainBrowser candidate(int port) {
		return register(guest(port), "candidate-" + UUID.randomUUID());
	}

	/** Somebody new whom the administrator has invited. */
	public static PlainBrowser instructor(int port) {
		String link = administrator(port).open("/administration")
			.type("invitee", "A new instructor")
			.press("Make a link")
			.page()
			.select(".link-to-send")
			.text();
		PlainBrowser instructor = register(guest(port), "instructor-" + UUID.randomUUID());
		return instructor.open(link).press("Accept as " + name(instructor));
	}

	public static PlainBrowser administrator(int port) {
		return signIn(guest(port), "administrator", ADMINISTRATORS_PASSWORD);
	}

	public static PlainBrowser register(PlainBrowser browser, String login) {
		return browser.open("/account/new")
			.type("name", "Ada " + login.substring(0, Math.min(16, login.length())))
			.type("login", login)
			.type("password", PASSWORD)
			.press("Create account");
	}

	public static PlainBrowser signIn(PlainBrowser browser, String login, String password) {
		return browser.open("/sign-in").type("login", login).type("password", password).press("Sign in");
	}

	/** Whom the header says to be signed in; empty for guests. */
	public static String name(PlainBrowser browser) {
		return browser.page().select(".site-header .who").text();
	}

}
