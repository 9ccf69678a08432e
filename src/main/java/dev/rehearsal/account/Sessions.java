package dev.rehearsal.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which browsers are signed in. It is asked anew with each request of somebody who is, so
 * that what ends a session or changes a role does so everywhere at once; guests cost
 * nothing.
 */
@Component
class Sessions {

	private static final String ACCOUNT = """
			select account.*, sign_in.signed_in_at, sign_in.seen_at
			from sign_in join account using (candidate_id) where token_hash = ?
			""";

	private final JdbcClient jdbc;

	Sessions(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** A new session's token, which only the browser keeps. */
	String open(CandidateId candidate, Instant now, RandomGenerator random) {
		this.jdbc.sql("delete from sign_in where signed_in_at < ?")
			.param(Utc.of(now.minus(SessionAge.LONGEST)))
			.update();
		String token = Secrets.token(random);
		this.jdbc.sql("insert into sign_in (token_hash, candidate_id, signed_in_at, seen_at) values (?, ?, ?, ?)")
			.params(Secrets.sha256(token), candidate.value(), Utc.of(now), Utc.of(now))
			.update();
		return token;
	}

	/** Who is signed in by a token; empty once the session has ended. */
	Optional<Account> account(String token, Instant now) {
		byte[] hash = Secrets.sha256(token);
		Optional<Session> session = this.jdbc.sql(ACCOUNT).param(hash).query(Sessions::session).optional();
		if (session.isEmpty() || !session.get().isCurrent(now)) {
			return Optional.empty();
		}
		if (SessionAge.isWorthNoting(session.get().seenAt(), now)) {
			this.jdbc.sql("update sign_in set seen_at = ? where token_hash = ?").params(Utc.of(now), hash).update();
		}
		return Optional.of(session.get().account());
	}

	void close(String token) {
		this.jdbc.sql("delete from sign_in where token_hash = ?").param(Secrets.sha256(token)).update();
	}

	void closeAll(CandidateId candidate) {
		this.jdbc.sql("delete from sign_in where candidate_id = ?").param(candidate.value()).update();
	}

	private static Session session(ResultSet row, int number) throws SQLException {
		return new Session(Accounts.account(row, number),
				row.getObject("signed_in_at", OffsetDateTime.class).toInstant(),
				row.getObject("seen_at", OffsetDateTime.class).toInstant());
	}

	private record Session(Account account, Instant signedInAt, Instant seenAt) {

		boolean isCurrent(Instant now) {
			return SessionAge.isCurrent(this.account.role(), this.signedInAt, this.seenAt, now);
		}

	}

}
