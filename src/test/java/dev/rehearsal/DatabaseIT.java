package dev.rehearsal;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@DatabaseTest
class DatabaseIT {

	@Autowired
	private JdbcClient jdbc;

	@Test
	void theDatabaseIsPostgreSQL18WithTheMigrationsApplied() {
		assertThat(setting("server_version")).startsWith("18");
		assertThat(this.jdbc.sql("select count(*) from flyway_schema_history where not success")
			.query(Integer.class)
			.single()).isZero();
	}

	private String setting(String name) {
		return this.jdbc.sql("select current_setting(?)").param(name).query(String.class).single();
	}

}
