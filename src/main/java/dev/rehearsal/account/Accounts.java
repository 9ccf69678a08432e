package dev.rehearsal.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who can sign in. */
@Component
public class Accounts {

	private final JdbcClient jdbc;

	Accounts(JdbcClient jdbc) {
		this.jdbc = jdbc;
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

	static Account account(ResultSet row, int number) throws SQLException {
		return new Account(new CandidateId(row.getObject("candidate_id", UUID.class)), row.getString("name"),
				row.getString("login"), Role.valueOf(row.getString("role")));
	}

}
