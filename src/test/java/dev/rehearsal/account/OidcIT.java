package dev.rehearsal.account;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.rehearsal.DatabaseTest;
import dev.rehearsal.People;
import dev.rehearsal.PlainBrowser;
import dev.rehearsal.Sitting;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** Sign-in by a provider that only the configuration names. */
@DatabaseTest
class OidcIT {

	private static final OidcProvider PROVIDER = new OidcProvider();

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcClient jdbc;

	private final String subject = UUID.randomUUID().toString();

	@DynamicPropertySource
	static void configuration(DynamicPropertyRegistry registry) {
		String client = "spring.security.oauth2.client.";
		registry.add(client + "registration.school.client-id", () -> "rehearsal");
		registry.add(client + "registration.school.client-secret", () -> "secret");
		registry.add(client + "registration.school.client-name", () -> "the school");
		registry.add(client + "registration.school.scope", () -> "openid,profile,email");
		registry.add(client + "provider.school.issuer-uri", PROVIDER::issuer);
	}

	@AfterAll
	static void stop() {
		PROVIDER.close();
	}

	@Test
	void whomTheProviderKnowsIsSignedInAndTheSameTheNextTime() {
		PROVIDER.knows(
				Map.of("sub", this.subject, "name", "Ada Lovelace", "email", "ada@example.org", "email_verified", true),
				"");
		PlainBrowser browser = signIn(People.guest(this.port), "/history");
		assertThat(browser.address()).isEqualTo("/history");
		assertThat(People.name(browser)).isEqualTo("Ada Lovelace");
		Sitting sitting = Sitting.start(browser, "mla-c01/quick");
		PlainBrowser elsewhere = signIn(People.guest(this.port), "/");
		assertThat(elsewhere.get(sitting.address()).statusCode()).isEqualTo(200);
		assertThat(accounts()).containsExactly("CANDIDATE ada@example.org");
	}

	@Test
	void anAddressThatTheProviderHasNotVerifiedIsNotKept() {
		PROVIDER.knows(Map.of("sub", this.subject, "email", "ada@example.org", "email_verified", false), "");
		assertThat(People.name(signIn(People.guest(this.port), "/"))).isEqualTo("Candidate");
		assertThat(accounts()).containsExactly("CANDIDATE none");
	}

	@Test
	void theSameAddressOpensNobodyElsesAccount() {
		String email = this.subject + "@example.org";
		People.register(People.guest(this.port), email);
		PROVIDER.knows(Map.of("sub", this.subject, "name", "Another", "email", email, "email_verified", true), "");
		PlainBrowser browser = signIn(People.guest(this.port), "/account");
		assertThat(People.name(browser)).isEqualTo("Another");
		assertThat(browser.page().text()).doesNotContain("Change password");
	}

	@Test
	void aGuestIsAskedForTheirAttemptsHereToo() {
		PROVIDER.knows(Map.of("sub", this.subject, "name", "Ada"), "");
		Sitting guest = Sitting.start(this.port, "mla-c01/quick").end();
		PlainBrowser browser = signIn(guest.browser(), "/");
		browser.press("Add to my account");
		assertThat(browser.get(guest.address() + "/result").statusCode()).isEqualTo(200);
	}

	@Test
	void whatIsNotTheProvidersOwnWordIsRefused() {
		for (String fault : List.of("denies", "forgets the state", "wrong nonce", "wrong audience", "wrong key")) {
			PROVIDER.knows(Map.of("sub", this.subject, "name", "Ada"), fault);
			PlainBrowser browser = signIn(People.guest(this.port), "/");
			assertThat(browser.address()).as(fault).isEqualTo("/sign-in");
			assertThat(browser.page().select("[role=alert]").text()).as(fault).contains("could not be signed in");
			assertThat(People.name(browser)).as(fault).isEmpty();
		}
		assertThat(accounts()).isEmpty();
	}

	@Test
	void anAnswerThatThisBrowserHasNotAskedForIsRefused() {
		PROVIDER.knows(Map.of("sub", this.subject, "name", "Mallory"), "");
		PlainBrowser attacker = People.guest(this.port);
		String authorize = attacker.get("/oauth2/authorization/school").headers().firstValue("Location").orElseThrow();
		String answer = attacker.get(authorize).headers().firstValue("Location").orElseThrow();
		PlainBrowser victim = People.guest(this.port).open(answer);
		assertThat(victim.address()).isEqualTo("/sign-in");
		assertThat(People.name(victim)).isEmpty();
	}

	private static PlainBrowser signIn(PlainBrowser browser, String then) {
		String link = browser.open("/sign-in?then=" + then).page().select("a:contains(the school)").attr("href");
		return browser.open(link);
	}

	private List<String> accounts() {
		return this.jdbc.sql("""
				select role || ' ' || coalesce(email, 'none') from account join account_identity using (candidate_id)
				where issuer = ? and subject = ?""").params(PROVIDER.issuer(), this.subject).query(String.class).list();
	}

}
