package dev.rehearsal.account;

import java.security.SecureRandom;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The keys that all nodes on one database share; whichever node is first makes one. */
@Component
class SigningKeys {

	private static final int BYTES = 32;

	private final JdbcClient jdbc;

	SigningKeys(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	byte[] key(String purpose) {
		byte[] fresh = new byte[BYTES];
		new SecureRandom().nextBytes(fresh);
		this.jdbc.sql("insert into signing_key (purpose, secret) values (?, ?) on conflict do nothing")
			.params(purpose, fresh)
			.update();
		return this.jdbc.sql("select secret from signing_key where purpose = ?")
			.param(purpose)
			.query(byte[].class)
			.single();
	}

}
