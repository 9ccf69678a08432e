package dev.rehearsal.account;

import java.net.HttpCookie;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import dev.rehearsal.DatabaseTest;
import dev.rehearsal.People;
import dev.rehearsal.PlainBrowser;
import dev.rehearsal.Statements;
import dev.rehearsal.account.SignIn.Outcome;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Accounts as people meet them: making one, signing in and out, passwords, guessing. */
@DatabaseTest
class SignInIT {

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private SignIn signIn;

	@Autowired
	private Accounts accounts;

	private final String login = "ada-" + UUID.randomUUID();

	@Test
	void whoMakesAnAccountIsSignedInAndCanSignInElsewhere() {
		PlainBrowser browser = People.register(People.guest(this.port), this.login);
		assertThat(People.name(browser)).startsWith("Ada");
		PlainBrowser other = People.signIn(People.guest(this.port), this.login.toUpperCase(), People.PASSWORD);
		assertThat(People.name(other)).isEqualTo(People.name(browser));
		assertThat(this.jdbc.sql("select password_hash from account where login = ?")
			.param(this.login)
			.query(String.class)
			.single()).startsWith("{bcrypt}");
	}

	@Test
	void signingInChangesSessionAndTokenAndSigningOutEndsThem() {
		PlainBrowser browser = People.register(People.guest(this.port), this.login);
		String first = cookie(browser, "rehearsal_session");
		browser.press("Sign out");
		assertThat(People.name(browser)).isEmpty();
		assertThat(sessions(first)).isZero();
		browser.open("/sign-in");
		String before = cookie(browser, "rehearsal_csrf");
		People.signIn(browser, this.login, People.PASSWORD);
		assertThat(cookie(browser, "rehearsal_session")).isNotEqualTo(first);
		assertThat(cookie(browser, "rehearsal_csrf")).isNotEqualTo(before);
	}

	@Test
	void aSessionThatNobodyOpenedIsNone() {
		PlainBrowser browser = People.guest(this.port);
		HttpCookie forged = new HttpCookie("rehearsal_session", "A".repeat(43));
		forged.setPath("/");
		browser.cookies().getCookieStore().add(browser.response().uri(), forged);
		assertThat(People.name(browser.open("/"))).isEmpty();
		assertThat(browser.get("/account").statusCode()).isEqualTo(302);
	}

	@Test
	void anIdleSessionEnds() {
		PlainBrowser browser = People.register(People.guest(this.port), this.login);
		String seen = "update sign_in set seen_at = now() - interval '%s' from account "
				+ "where account.candidate_id = sign_in.candidate_id and login = ?";
		this.jdbc.sql(seen.formatted("6 days")).param(this.login).update();
		assertThat(People.name(browser.open("/"))).isNotEmpty();
		this.jdbc.sql(seen.formatted("7 days")).param(this.login).update();
		assertThat(People.name(browser.open("/"))).isEmpty();
	}

	@Test
	void aWrongPasswordAndAnUnknownNameLookTheSame() {
		People.register(People.guest(this.port), this.login);
		PlainBrowser wrong = People.signIn(People.guest(this.port), this.login, "not the password");
		PlainBrowser unknown = People.signIn(People.guest(this.port), "nobody-" + this.login, "not the password");
		assertThat(wrong.status()).isEqualTo(unknown.status()).isEqualTo(400);
		assertThat(wrong.page().select("main").text()).isEqualTo(unknown.page().select("main").text())
			.contains("User name or password is not right");
	}

	@Test
	void guessingIsSlowedDownEvenWithTheRightPassword() {
		People.register(People.guest(this.port), this.login);
		PlainBrowser browser = People.guest(this.port);
		for (int i = 0; i < 5; i++) {
			assertThat(People.signIn(browser, this.login, "guess number " + i).status()).isEqualTo(400);
		}
		People.signIn(browser, this.login, People.PASSWORD);
		assertThat(browser.status()).isEqualTo(429);
		assertThat(browser.page().select("[role=alert]").text()).contains("Wait one minute");
		assertThat(browser.response().headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(20L, 31L);
		Instant later = Instant.now().plusSeconds(40);
		assertThat(this.signIn.attempt(this.login, People.PASSWORD, "127.0.0.1", later))
			.isInstanceOf(Outcome.Accepted.class);
		// Who has remembered it starts anew.
		assertThat(this.signIn.attempt(this.login, "wrong again", "127.0.0.1", later))
			.isInstanceOf(Outcome.Refused.class);
	}

	@Test
	void guessingAHundredTimesAtOnceGainsNothing() throws Exception {
		this.accounts.create("Ada", this.login, People.PASSWORD, Role.CANDIDATE, Instant.now());
		Instant now = Instant.now();
		List<Callable<Outcome>> guesses = java.util.stream.IntStream.range(0, 40)
			.mapToObj((i) -> (Callable<Outcome>) () -> this.signIn.attempt(this.login, "guess " + i, "192.0.2.7", now))
			.toList();
		try (var guessers = Executors.newFixedThreadPool(8)) {
			long looked = guessers.invokeAll(guesses)
				.stream()
				.filter((guess) -> guess.resultNow() instanceof Outcome.Refused)
				.count();
			assertThat(looked).isEqualTo(5);
		}
		// Others, and those at other places, are not kept out by it.
		assertThat(this.signIn.attempt(this.login, People.PASSWORD, "192.0.2.8", now))
			.isInstanceOf(Outcome.Accepted.class);
	}

	@Test
	void anOldHashIsReplacedWhenItsOwnerSignsIn() {
		People.register(People.guest(this.port), this.login);
		String old = "{pbkdf2}"
				+ org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_5()
					.encode(People.PASSWORD);
		this.jdbc.sql("update account set password_hash = ? where login = ?").params(old, this.login).update();
		assertThat(People.name(People.signIn(People.guest(this.port), this.login, People.PASSWORD))).isNotEmpty();
		assertThat(this.jdbc.sql("select password_hash from account where login = ?")
			.param(this.login)
			.query(String.class)
			.single()).startsWith("{bcrypt}");
	}

	@Test
	void aChangedPasswordSignsOutEveryOtherBrowser() {
		PlainBrowser here = People.register(People.guest(this.port), this.login);
		PlainBrowser there = People.signIn(People.guest(this.port), this.login, People.PASSWORD);
		here.open("/account")
			.type("present", "not this one")
			.type("wanted", "another password")
			.press("Change password");
		assertThat(here.page().select("[role=alert]").text()).contains("present password is not right");
		here.type("present", People.PASSWORD).type("wanted", "another password").press("Change password");
		assertThat(here.page().select("[role=status]").text()).contains("Your password is changed");
		assertThat(People.name(here.open("/"))).isNotEmpty();
		assertThat(People.name(there.open("/"))).isEmpty();
		assertThat(People.signIn(there, this.login, People.PASSWORD).status()).isEqualTo(400);
	}

	@Test
	void signingOutEverywhereIsMeantEverywhere() {
		PlainBrowser here = People.register(People.guest(this.port), this.login);
		PlainBrowser there = People.signIn(People.guest(this.port), this.login, People.PASSWORD);
		here.open("/account").press("Sign out everywhere");
		assertThat(here.address()).isEqualTo("/sign-in");
		assertThat(People.name(there.open("/"))).isEmpty();
	}

	@Test
	void aTakenNameIsRefusedInAnyCase() {
		People.register(People.guest(this.port), this.login);
		PlainBrowser second = People.register(People.guest(this.port), this.login.toUpperCase());
		assertThat(second.status()).isEqualTo(400);
		assertThat(second.page().select("[role=alert]").text()).contains("has an account already");
		assertThat(second.page().select("input[name=login]").attr("value")).isEqualToIgnoringCase(this.login);
		assertThat(second.page().select("input[name=password]").attr("value")).isEmpty();
	}

	@Test
	void whoIsSignedInCostsOneReadARequest() {
		PlainBrowser browser = People.register(People.guest(this.port), this.login);
		browser.open("/exams/mla-c01/quick").press("Start exam");
		String save = browser.address() + "/items/1";
		browser.post(save, "sequence=1");
		List<String> sent = Statements
			.during(() -> assertThat(browser.post(save, "sequence=2").statusCode()).isEqualTo(200));
		assertThat(sent).hasSize(2);
		assertThat(sent.getFirst()).startsWith("select account.*");
		assertThat(sent.getLast()).contains("insert into response");
	}

	private static String cookie(PlainBrowser browser, String name) {
		return browser.cookies()
			.getCookieStore()
			.getCookies()
			.stream()
			.filter((cookie) -> cookie.getName().equals(name))
			.findFirst()
			.orElseThrow()
			.getValue();
	}

	private int sessions(String token) {
		return this.jdbc.sql("select count(*) from sign_in where token_hash = ?")
			.param(Secrets.sha256(token))
			.query(Integer.class)
			.single();
	}

}
