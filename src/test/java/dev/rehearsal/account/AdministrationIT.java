package dev.rehearsal.account;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import dev.rehearsal.DatabaseTest;
import dev.rehearsal.People;
import dev.rehearsal.PlainBrowser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Administrators: the first one, invitations, roles. */
@DatabaseTest
@ExtendWith(OutputCaptureExtension.class)
class AdministrationIT {

	@LocalServerPort
	private int port;

	@Autowired
	private Clock clock;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private Accounts accounts;

	@Autowired
	private SignIn signIn;

	@Autowired
	private Roles roles;

	private final String login = "person-" + UUID.randomUUID();

	@Test
	void theFirstStartPrintsAPasswordThatWorksAndTheSecondNone(CapturedOutput output) {
		inAnEmptyService(() -> {
			new FirstAdministrator(this.clock, this.jdbc, this.accounts, new AdministratorProperties(null)).run(null);
			String password = output.getOut().replaceAll("(?s).*with the password (\\S+) .*", "$1");
			assertThat(password).hasSize(24);
			assertThat(this.accounts.withLogin("administrator").orElseThrow().role()).isEqualTo(Role.ADMINISTRATOR);
			assertThat(this.signIn.attempt("administrator", password, "192.0.2.20", Instant.now()))
				.isInstanceOf(SignIn.Outcome.Accepted.class);
			int printed = output.getOut().length();
			new FirstAdministrator(this.clock, this.jdbc, this.accounts, new AdministratorProperties(null)).run(null);
			assertThat(output.getOut()).hasSize(printed);
		});
	}

	@Test
	void aConfiguredPasswordIsPrintedNowhereAndABadOneStopsTheStart(CapturedOutput output) {
		inAnEmptyService(() -> {
			assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
				.isThrownBy(() -> new FirstAdministrator(this.clock, this.jdbc, this.accounts,
						new AdministratorProperties("eleven char"))
					.run(null))
				.matches((refused) -> !refused.toString().contains("eleven char"));
			new FirstAdministrator(this.clock, this.jdbc, this.accounts,
					new AdministratorProperties("set by configuration"))
				.run(null);
			assertThat(this.signIn.attempt("administrator", "set by configuration", "192.0.2.21", Instant.now()))
				.isInstanceOf(SignIn.Outcome.Accepted.class);
			assertThat(output.getAll()).doesNotContain("set by configuration");
		});
	}

	@Test
	void anInvitationMakesAnInstructorOnce() {
		PlainBrowser administrator = People.administrator(this.port).open("/administration");
		administrator.type("invitee", this.login).press("Make a link");
		String link = administrator.page().select(".link-to-send").text();
		assertThat(link).startsWith("http://localhost:" + this.port + "/invitations/");
		assertThat(administrator.open("/administration").page().text()).contains(this.login)
			.doesNotContain(link.substring(link.lastIndexOf('/')));
		PlainBrowser invited = People.guest(this.port).open(link);
		assertThat(invited.page().select("main").text()).contains(this.login, "An account is needed");
		String makeAccount = invited.page().select("main a:contains(Create an account)").attr("href");
		invited.open(makeAccount)
			.type("name", "Grace")
			.type("login", this.login)
			.type("password", People.PASSWORD)
			.press("Create account");
		assertThat(invited.address()).startsWith("/invitations/");
		invited.press("Accept as Grace");
		assertThat(invited.page().select(".lead").text()).contains("an instructor");
		PlainBrowser second = People.candidate(this.port).open(link);
		assertThat(second.status()).isEqualTo(404);
		assertThat(second.page().select("h1").text()).isEqualTo("This invitation does not work");
		assertThat(second.post(link.substring(link.indexOf("/invitations")), "").statusCode()).isEqualTo(404);
		assertThat(second.open("/account").page().select(".lead").text()).contains("a candidate");
	}

	@Test
	void whoIsAnAdministratorNoLongerHasNoWayBack() {
		SignedIn other = SignedIn.as(Role.ADMINISTRATOR, this.jdbc, this.clock);
		PlainBrowser browser = other.browser(this.port).open("/administration");
		browser.type("invitee", this.login).press("Make a link");
		String link = browser.page().select(".link-to-send").text();
		assertThat(People.candidate(this.port).open(link).status()).isEqualTo(200);
		assertThat(People.administrator(this.port)
			.open("/administration")
			.post("/administration/accounts/" + other.candidate().value() + "/role", "role=candidate")
			.statusCode()).isEqualTo(302);
		assertThat(People.candidate(this.port).open(link).status()).isEqualTo(404);
	}

	@Test
	void anInvitationCanBeWithdrawnAndGrowsTooOld() {
		PlainBrowser administrator = People.administrator(this.port).open("/administration");
		administrator.type("invitee", this.login).press("Make a link");
		String link = administrator.page().select(".link-to-send").text();
		PlainBrowser candidate = People.candidate(this.port);
		this.jdbc.sql("update invitation set expires_at = now() where invitee = ?").param(this.login).update();
		assertThat(candidate.open(link).status()).isEqualTo(404);
		this.jdbc.sql("update invitation set expires_at = now() + interval '1 day' where invitee = ?")
			.param(this.login)
			.update();
		assertThat(candidate.open(link).status()).isEqualTo(200);
		UUID id = this.jdbc.sql("select id from invitation where invitee = ?")
			.param(this.login)
			.query(UUID.class)
			.single();
		assertThat(administrator.post("/administration/invitations/" + id + "/withdraw", "").statusCode())
			.isEqualTo(302);
		candidate.press("Accept as " + People.name(candidate));
		assertThat(candidate.status()).isEqualTo(404);
		assertThat(candidate.open("/account").page().select(".lead").text()).contains("a candidate");
	}

	@Test
	void aRoleThatIsTakenAwayIsGoneWithTheNextRequest() {
		PlainBrowser instructor = People.instructor(this.port);
		assertThat(instructor.get("/packs").statusCode()).isNotEqualTo(403);
		PlainBrowser administrator = People.administrator(this.port).open("/administration");
		UUID id = this.jdbc.sql("select candidate_id from account where name = ?")
			.param(People.name(instructor))
			.query(UUID.class)
			.single();
		administrator.post("/administration/accounts/" + id + "/role", "role=candidate");
		assertThat(instructor.get("/packs").statusCode()).isEqualTo(403);
		assertThat(instructor.open("/packs").page().select("h1").text()).isEqualTo("Your account may not do that");
	}

	@Test
	void whoHasForgottenThePasswordGetsALinkThatSetsANewOneOnce() {
		PlainBrowser known = People.register(People.guest(this.port), this.login);
		PlainBrowser administrator = People.administrator(this.port);
		administrator.open("/administration?words=" + this.login)
			.press("New password for " + People.name(known) + ": make a link to set one");
		String link = administrator.page().select(".link-to-send").text();
		PlainBrowser forgetful = People.guest(this.port).open(link);
		forgetful.type("wanted", "too short").press("Set password");
		assertThat(forgetful.page().select("[role=alert]").text()).contains("at least 12 characters");
		forgetful.type("wanted", "another password").press("Set password");
		assertThat(People.name(forgetful)).isNotEmpty();
		assertThat(People.name(known.open("/"))).isEmpty();
		assertThat(People.guest(this.port).open(link).status()).isEqualTo(404);
		assertThat(People.signIn(known, this.login, People.PASSWORD).status()).isEqualTo(400);
		assertThat(People.name(People.signIn(known, this.login, "another password"))).isNotEmpty();
	}

	@Test
	void nobodyLosesTheLastAdministrator() {
		PlainBrowser administrator = People.administrator(this.port).open("/administration");
		UUID own = this.accounts.withLogin("administrator").orElseThrow().id().value();
		assertThat(administrator.post("/administration/accounts/" + own + "/role", "role=candidate").statusCode())
			.isEqualTo(409);
		Account candidate = this.accounts.create("Ada", this.login, People.PASSWORD, Role.CANDIDATE, Instant.now());
		assertThatExceptionOfType(AccountRefusedException.class)
			.isThrownBy(() -> this.roles.give(new CandidateId(own), Role.CANDIDATE, candidate.id()));
		assertThat(this.accounts.withLogin("administrator").orElseThrow().role()).isEqualTo(Role.ADMINISTRATOR);
	}

	@Test
	void candidatesAreFoundByAPartOfTheirName() {
		this.accounts.create("Ada", this.login, People.PASSWORD, Role.CANDIDATE, Instant.now());
		PlainBrowser administrator = People.administrator(this.port);
		assertThat(administrator.open("/administration?words=" + this.login.substring(10).toUpperCase()).page().text())
			.contains(this.login);
		assertThat(administrator.open("/administration?words=%25nobody%00").page().text())
			.contains("No candidate has that in their name.");
	}

	/** As if nobody had ever been here; afterwards all is as it was. */
	private void inAnEmptyService(Runnable action) {
		this.transaction.executeWithoutResult((status) -> {
			status.setRollbackOnly();
			this.jdbc
				.sql("update account set role = 'CANDIDATE', login = 'former-' || login where role = 'ADMINISTRATOR'")
				.update();
			action.run();
		});
	}

}
