package dev.rehearsal.account;

import java.time.Duration;
import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links by which somebody sets a new password who has forgotten theirs. An administrator
 * makes and sends them.
 */
@Component
public class PasswordLinks {

	/** How long a link works. */
	public static final Duration VALID = Duration.ofDays(2);

	private final JdbcClient jdbc;

	private final Passwords passwords;

	private final Sessions sessions;

	PasswordLinks(JdbcClient jdbc, Passwords passwords, Sessions sessions) {
		this.jdbc = jdbc;
		this.passwords = passwords;
		this.sessions = sessions;
	}

	/**
	 * Makes a link; earlier ones for the same account stop working.
	 * @param candidate whose password is forgotten
	 * @param now the time
	 * @param random must be a secure one
	 * @return the end of the link, which nobody can find out again
	 * @throws NoSuchElementException if there is no such account, or it has no password
	 */
	@Transactional
	public String issue(CandidateId candidate, Instant now, RandomGenerator random) {
		this.jdbc.sql("delete from password_link where candidate_id = ? or expires_at <= ?")
			.params(candidate.value(), Utc.of(now))
			.update();
		String token = Secrets.token(random);
		int made = this.jdbc.sql("""
				insert into password_link (token_hash, candidate_id, expires_at)
				select ?, candidate_id, ? from account where candidate_id = ? and login is not null""")
			.params(Secrets.sha256(token), Utc.of(now.plus(VALID)), candidate.value())
			.update();
		if (made == 0) {
			throw new NoSuchElementException("No account with a password: " + candidate.value());
		}
		return token;
	}

	/**
	 * Makes a link worthless that was not used yet: the password was changed without it.
	 */
	void withdraw(CandidateId candidate) {
		this.jdbc.sql("delete from password_link where candidate_id = ?").param(candidate.value()).update();
	}

	/**
	 * Whose password a link sets.
	 * @param token the end of the link
	 * @param now the time
	 * @return empty if it was used or is too old
	 */
	public Optional<Account> find(String token, Instant now) {
		return this.jdbc
			.sql("select account.* from account join password_link using (candidate_id) "
					+ "where token_hash = ? and expires_at > ?")
			.params(Secrets.sha256(token), Utc.of(now))
			.query(Accounts::account)
			.optional();
	}

	/**
	 * Sets the new password and uses the link up. All browsers are signed out.
	 * @param token the end of the link
	 * @param password the new one
	 * @param now the time
	 * @return whose it is; empty if the link was used or is too old
	 * @throws AccountRefusedException if the password can't be one; the link still works
	 */
	@Transactional
	public Optional<CandidateId> use(String token, String password, Instant now) {
		find(token, now).flatMap((account) -> AccountRules.problem(Objects.requireNonNull(account.login()), password))
			.ifPresent((refusal) -> {
				throw new AccountRefusedException(refusal);
			});
		Optional<CandidateId> candidate = this.jdbc
			.sql("delete from password_link where token_hash = ? and expires_at > ? returning candidate_id")
			.params(Secrets.sha256(token), Utc.of(now))
			.query(UUID.class)
			.optional()
			.map(CandidateId::new);
		candidate.ifPresent((known) -> {
			this.passwords.change(known, password);
			this.sessions.closeAll(known);
		});
		return candidate;
	}

}
