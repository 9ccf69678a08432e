package dev.rehearsal.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.rehearsal.account.Failures.Counter;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Who can sign in. */
@Component
public class Accounts {

	/** From one place, where a whole school may sit. */
	private static final Throttle NEW = new Throttle(300, Throttle.SHORT);

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final Passwords passwords;

	private final Failures failures;

	Accounts(JdbcClient jdbc, TransactionTemplate transaction, Passwords passwords, Failures failures) {
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.passwords = passwords;
		this.failures = failures;
	}

	/**
	 * Finds the account of a candidate.
	 * @param candidate anyone
	 * @return empty for guests
	 */
	public Optional<Account> find(CandidateId candidate) {
		return this.jdbc.sql("select * from account where candidate_id = ?")
			.param(candidate.value())
			.query(Accounts::account)
			.optional();
	}

	Optional<Account> withLogin(String login) {
		return this.jdbc.sql("select * from account where login = ?").param(login).query(Accounts::account).optional();
	}

	/**
	 * Makes an account for somebody who asks for one.
	 * @param name as others shall see it
	 * @param login user name or e-mail address
	 * @param password the password
	 * @param address where the request came from
	 * @param now the time
	 * @return a candidate's account; its candidate is a new one
	 * @throws AccountRefusedException if something of it can't be
	 */
	public Account register(String name, String login, String password, String address, Instant now) {
		AccountRules.name(name);
		AccountRules.check(AccountRules.login(login), password);
		if (AccountRules.login(login).equals(FirstAdministrator.LOGIN)) {
			// It may be registered a moment before the first administrator is.
			throw new AccountRefusedException(AccountRefusal.LOGIN_TAKEN);
		}
		Counter counter = new Counter("new " + ClientAddress.of(address), NEW);
		if (this.failures.take(List.of(counter), now).waiting().isPositive()) {
			throw new AccountRefusedException(AccountRefusal.TOO_MANY);
		}
		return create(name, login, password, Role.CANDIDATE, now);
	}

	/** The candidate is a new one: cookies of guests are never asked for a password. */
	Account create(String name, String typed, String password, Role role, Instant now) {
		String login = AccountRules.login(typed);
		AccountRules.check(login, password);
		Account account = new Account(new CandidateId(UUID.randomUUID()), AccountRules.name(name), login, role);
		String hash = this.passwords.hash(password);
		this.transaction.executeWithoutResult((status) -> {
			if (insert(account, hash, null, now) == 0) {
				throw new AccountRefusedException(AccountRefusal.LOGIN_TAKEN);
			}
		});
		return account;
	}

	/** None if the login is taken: the transaction must not be committed then. */
	int insert(Account account, @Nullable String hash, @Nullable String email, Instant now) {
		this.jdbc.sql("insert into candidate (id, created_at) values (?, ?)")
			.params(account.id().value(), Utc.of(now))
			.update();
		return this.jdbc.sql("""
				insert into account (candidate_id, name, login, password_hash, email, role, created_at)
				values (:id, :name, :login, :hash, :email, :role, :now) on conflict (login) do nothing""")
			.param("id", account.id().value())
			.param("name", account.name())
			.param("login", account.login())
			.param("hash", hash)
			.param("email", email)
			.param("role", account.role().name())
			.param("now", Utc.of(now))
			.update();
	}

	/**
	 * Changes the name that others see.
	 * @param candidate whose
	 * @param name the new one
	 * @throws AccountRefusedException if it is none
	 */
	public void rename(CandidateId candidate, String name) {
		this.jdbc.sql("update account set name = ? where candidate_id = ?")
			.params(AccountRules.name(name), candidate.value())
			.update();
	}

	static Account account(ResultSet row, int number) throws SQLException {
		return new Account(new CandidateId(row.getObject("candidate_id", UUID.class)), row.getString("name"),
				row.getString("login"), Role.valueOf(row.getString("role")));
	}

}
