package dev.rehearsal.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Links that make who opens them an instructor: once, and for a week. */
@Component
public class Invitations {

	/** How long a link works. */
	public static final Duration VALID = Duration.ofDays(7);

	private static final String OPEN = "select * from invitation where accepted_at is null and expires_at > :now ";

	private final JdbcClient jdbc;

	Invitations(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Invites somebody.
	 * @param invitee whom, in the administrator's words
	 * @param administrator who invites
	 * @param now the time
	 * @param random must be a secure one
	 * @return the end of the link, which nobody can find out again
	 * @throws AccountRefusedException if there are no words for the invitee
	 */
	public String issue(String invitee, CandidateId administrator, Instant now, RandomGenerator random) {
		String token = Secrets.token(random);
		this.jdbc.sql("""
				insert into invitation (id, token_hash, invitee, invited_by, invited_at, expires_at)
				values (?, ?, ?, ?, ?, ?)""")
			.params(UUID.randomUUID(), Secrets.sha256(token), AccountRules.name(invitee), administrator.value(),
					Utc.of(now), Utc.of(now.plus(VALID)))
			.update();
		return token;
	}

	/**
	 * All that can still be accepted.
	 * @param now the time
	 * @return the newest first
	 */
	public List<Invitation> open(Instant now) {
		return this.jdbc.sql(OPEN + "order by invited_at desc")
			.param("now", Utc.of(now))
			.query(Invitations::invitation)
			.list();
	}

	/**
	 * Finds an invitation by its link.
	 * @param token the end of the link
	 * @param now the time
	 * @return empty if it was used, withdrawn or is too old
	 */
	public Optional<Invitation> find(String token, Instant now) {
		return this.jdbc.sql(OPEN + "and token_hash = :hash")
			.param("now", Utc.of(now))
			.param("hash", Secrets.sha256(token))
			.query(Invitations::invitation)
			.optional();
	}

	/**
	 * Makes an account an instructor's, if it can do less.
	 * @param token the end of the link
	 * @param candidate who is signed in
	 * @param now the time
	 * @return whether the invitation still worked; it is used up then
	 */
	@Transactional
	public boolean accept(String token, CandidateId candidate, Instant now) {
		int used = this.jdbc
			.sql("update invitation set accepted_by = ?, accepted_at = ? "
					+ "where token_hash = ? and accepted_at is null and expires_at > ?")
			.params(candidate.value(), Utc.of(now), Secrets.sha256(token), Utc.of(now))
			.update();
		if (used == 1) {
			this.jdbc.sql("update account set role = 'INSTRUCTOR' where candidate_id = ? and role = 'CANDIDATE'")
				.param(candidate.value())
				.update();
		}
		return used == 1;
	}

	/**
	 * Makes a link worthless that was not used yet.
	 * @param id the invitation
	 */
	public void withdraw(UUID id) {
		this.jdbc.sql("delete from invitation where id = ? and accepted_at is null").param(id).update();
	}

	private static Invitation invitation(ResultSet row, int number) throws SQLException {
		return new Invitation(row.getObject("id", UUID.class), row.getString("invitee"),
				row.getObject("expires_at", OffsetDateTime.class).toInstant());
	}

}
