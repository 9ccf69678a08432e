package dev.rehearsal.account;

import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who has which role, for administrators. */
@Component
public class Roles {

	private static final int MOST = 50;

	private final JdbcClient jdbc;

	Roles(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Those who may more than sit exams.
	 * @return administrators first, then by name
	 */
	public List<Account> staff() {
		return this.jdbc.sql("select * from account where role <> 'CANDIDATE' order by role, name, candidate_id")
			.query(Accounts::account)
			.list();
	}

	/**
	 * Finds candidates by a part of their name, login or e-mail address.
	 * @param words what to look for
	 * @return at most 50, by name
	 */
	public List<Account> candidates(String words) {
		return this.jdbc.sql("""
				select * from account where role = 'CANDIDATE'
				    and strpos(lower(concat_ws(' ', name, login, email)), ?) > 0
				order by name, candidate_id limit ?""")
			.params(AccountRules.login(words), MOST)
			.query(Accounts::account)
			.list();
	}

	/**
	 * Gives somebody a role in place of the one they have. It holds from their next
	 * request on. Open invitations of a former administrator and all open links for
	 * passwords, whose issuers nobody has written down, stop working.
	 * @param candidate who gets it
	 * @param role the role
	 * @param administrator who gives it
	 * @throws AccountRefusedException if it is their own, so that always one
	 * administrator is left
	 */
	@Transactional
	public void give(CandidateId candidate, Role role, CandidateId administrator) {
		// Two who take each other's role away wait here, and one of them has lost it.
		List<UUID> administrators = this.jdbc
			.sql("select candidate_id from account where role = 'ADMINISTRATOR' order by candidate_id for update")
			.query((row, number) -> row.getObject(1, UUID.class))
			.list();
		if (candidate.equals(administrator) || !administrators.contains(administrator.value())) {
			throw new AccountRefusedException(AccountRefusal.LAST_ADMINISTRATOR);
		}
		this.jdbc.sql("update account set role = ? where candidate_id = ?")
			.params(role.name(), candidate.value())
			.update();
		if (administrators.contains(candidate.value()) && role != Role.ADMINISTRATOR) {
			// Whoever was an administrator may have links in hand that would be a way
			// back.
			this.jdbc.sql("delete from invitation where invited_by = ? and accepted_at is null")
				.param(candidate.value())
				.update();
			this.jdbc.sql("delete from password_link").update();
		}
	}

}
