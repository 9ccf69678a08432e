package dev.rehearsal;

import java.util.List;
import java.util.UUID;

import dev.rehearsal.bank.Bank;
import dev.rehearsal.bank.ItemRevision;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What only a test may do: look the right response to a candidate's item up. */
public class Keys {

	private final JdbcClient jdbc;

	private final Bank bank;

	public Keys(JdbcClient jdbc, Bank bank) {
		this.jdbc = jdbc;
		this.bank = bank;
	}

	public ItemRevision item(UUID attempt, int position) {
		long revision = this.jdbc
			.sql("select f.revisions[:position] from attempt a join form f on f.id = a.form_id where a.id = :attempt")
			.param("position", position)
			.param("attempt", attempt)
			.query(Long.class)
			.single();
		return this.bank.revisions(List.of(revision)).get(revision);
	}

	public List<String> key(UUID attempt, int position) {
		return item(attempt, position).content().key();
	}

	public int items(UUID attempt) {
		return this.jdbc
			.sql("select cardinality(f.revisions) from attempt a join form f on f.id = a.form_id where a.id = ?")
			.param(attempt)
			.query(Integer.class)
			.single();
	}

}
