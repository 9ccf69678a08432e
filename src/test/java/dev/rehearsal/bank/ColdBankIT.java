package dev.rehearsal.bank;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import dev.rehearsal.DatabaseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A node that has read nothing yet, and more visitors at once than it has connections:
 * whoever holds one must never wait for another.
 */
@DatabaseTest
class ColdBankIT {

	private static final int CONNECTIONS = 2;

	private static final int VISITORS = 12;

	@Autowired
	private DataSource dataSource;

	@Autowired
	private PackImport packImport;

	@BeforeEach
	void aPack(@TempDir Path folder) {
		Pack sample = new PackFolder(folder).pack();
		this.packImport.importPack(new Pack(sample.definition().as("cold"), sample.items()),
				Instant.parse("2026-11-26T10:00:00Z"));
	}

	@Test
	void allSeeThePacksAtOnce() throws Exception {
		assertThat(atOnce((bank) -> bank.packs().size())).hasSize(VISITORS).allMatch((packs) -> packs > 0);
	}

	@Test
	void allGetTheItemsAtOnceWithinTransactions() throws Exception {
		assertThat(atOnce((bank) -> bank.items("cold").size())).hasSize(VISITORS).containsOnly(6);
	}

	private <T> List<T> atOnce(Question<T> question) throws Exception {
		try (HikariDataSource few = few(); var visitors = Executors.newFixedThreadPool(VISITORS)) {
			TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(few));
			for (int round = 0; round < 20; round++) {
				Bank cold = new Bank(JdbcClient.create(few));
				List<Callable<T>> asked = IntStream.range(0, VISITORS)
					.<Callable<T>>mapToObj((visitor) -> (visitor % 2 == 0) ? () -> question.ask(cold)
							: () -> transaction.execute((status) -> question.ask(cold)))
					.toList();
				List<T> answers = visitors.invokeAll(asked).stream().map(ColdBankIT::answer).toList();
				if (round == 19) {
					return answers;
				}
			}
		}
		throw new IllegalStateException("no round");
	}

	private static <T> T answer(Future<T> future) {
		try {
			return future.get();
		}
		catch (Exception ex) {
			throw new AssertionError(ex.getCause().getMessage(), ex);
		}
	}

	private HikariDataSource few() throws SQLException {
		HikariDataSource usual = this.dataSource.unwrap(HikariDataSource.class);
		HikariDataSource few = new HikariDataSource();
		few.setJdbcUrl(usual.getJdbcUrl());
		few.setUsername(usual.getUsername());
		few.setPassword(usual.getPassword());
		few.setMaximumPoolSize(CONNECTIONS);
		few.setConnectionTimeout(2_000);
		return few;
	}

	/** Something that a visitor asks of the bank. */
	private interface Question<T> {

		T ask(Bank bank);

	}

}
