package dev.rehearsal.account;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Which account is whose at an OIDC provider. */
@Component
class Identities {

	private static final int LONGEST_NAME = 80;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final Accounts accounts;

	Identities(JdbcClient jdbc, TransactionTemplate transaction, Accounts accounts) {
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.accounts = accounts;
	}

	/**
	 * The account of somebody whom a provider knows; made when they come for the first
	 * time. Issuer and subject are all that counts: an e-mail address opens nobody's
	 * account, since whoever made that may not have owned it.
	 */
	CandidateId candidate(OidcUser user, Instant now) {
		// Spring Security has refused a token without them.
		String issuer = Objects.requireNonNull(user.getIssuer()).toString();
		String subject = Objects.requireNonNull(user.getSubject());
		return find(issuer, subject).orElseGet(() -> {
			try {
				return this.transaction.execute((status) -> create(issuer, subject, user, now));
			}
			catch (DuplicateKeyException ex) {
				// Two of their tabs came at once.
				return find(issuer, subject).orElseThrow(() -> ex);
			}
		});
	}

	private Optional<CandidateId> find(String issuer, String subject) {
		return this.jdbc.sql("select candidate_id from account_identity where issuer = ? and subject = ?")
			.params(issuer, subject)
			.query(UUID.class)
			.optional()
			.map(CandidateId::new);
	}

	private CandidateId create(String issuer, String subject, OidcUser user, Instant now) {
		String email = Boolean.TRUE.equals(user.getEmailVerified()) ? user.getEmail() : null;
		Account account = new Account(new CandidateId(UUID.randomUUID()), name(user, email), null, Role.CANDIDATE);
		this.accounts.insert(account, null, email, now);
		this.jdbc.sql("insert into account_identity (issuer, subject, candidate_id, linked_at) values (?, ?, ?, ?)")
			.params(issuer, subject, account.id().value(), Utc.of(now))
			.update();
		return account.id();
	}

	private static String name(OidcUser user, @Nullable String email) {
		for (String name : new @Nullable String[] { user.getFullName(), user.getPreferredUsername(), email }) {
			if (name != null && !name.isBlank()) {
				String readable = name.replaceAll("[\\p{Cc}\\p{Cf}]", "").strip();
				if (!readable.isEmpty()) {
					return readable.substring(0, Math.min(LONGEST_NAME, readable.length()));
				}
			}
		}
		return "Candidate";
	}

}
