package dev.rehearsal.account;

import java.security.SecureRandom;
import java.time.Clock;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sees to it that somebody can invite the others. */
@Component
class FirstAdministrator implements ApplicationRunner {

	static final String LOGIN = "administrator";

	private static final String PROPERTY = "rehearsal.administrator.password";

	private final Clock clock;

	private final JdbcClient jdbc;

	private final Accounts accounts;

	private final AdministratorProperties properties;

	FirstAdministrator(Clock clock, JdbcClient jdbc, Accounts accounts, AdministratorProperties properties) {
		this.clock = clock;
		this.jdbc = jdbc;
		this.accounts = accounts;
		this.properties = properties;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		if (this.jdbc.sql("select exists (select from account where role = 'ADMINISTRATOR')")
			.query(Boolean.class)
			.single()) {
			return;
		}
		String configured = this.properties.password();
		boolean generated = configured == null || configured.isEmpty();
		String password = generated ? Secrets.token(new SecureRandom()).substring(0, 24) : String.valueOf(configured);
		AccountRules.problem(LOGIN, password).ifPresent((refusal) -> {
			throw new InvalidConfigurationPropertyValueException(PROPERTY, "(not shown)",
					"It is too short, too simple or too long: it needs at least " + AccountRules.SHORTEST_PASSWORD
							+ " characters and at most 72 bytes.");
		});
		try {
			this.accounts.create("Administrator", LOGIN, password, Role.ADMINISTRATOR, this.clock.instant());
		}
		catch (AccountRefusedException ex) {
			// Another node was faster, and has printed its password.
			return;
		}
		if (generated) {
			// Not by the log, which is kept: this is for whoever watches the first start.
			System.out.printf(
					"Rehearsal's first administrator: sign in as \"%s\" with the password %s (printed only now)%n",
					LOGIN, password);
		}
	}

}
