package dev.rehearsal.account;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The candidates who have done something worth keeping. */
@Component
public class Candidates {

	private final JdbcClient jdbc;

	Candidates(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Keeps a candidate, new or known. Who only looks around leaves nothing behind, so
	 * this is called when there is something to keep.
	 * @param candidate the candidate
	 * @param now the time
	 */
	public void keep(CandidateId candidate, Instant now) {
		this.jdbc.sql("insert into candidate (id, created_at) values (?, ?) on conflict do nothing")
			.params(candidate.value(), OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
			.update();
	}

}
