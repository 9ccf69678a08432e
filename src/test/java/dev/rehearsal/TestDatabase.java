package dev.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.FileSystemUtils;

/**
 * Where the tests find PostgreSQL, by the system property
 * {@code rehearsal.test.database}: {@code docker} (a container), {@code embedded} (what
 * the application starts by itself), or {@code auto} (a container if a Docker engine
 * answers).
 */
@TestConfiguration(proxyBeanMethods = false)
class TestDatabase {

	@Bean
	@ServiceConnection
	@Conditional(InContainer.class)
	PostgreSQLContainer postgres() {
		return new PostgreSQLContainer("postgres:18");
	}

	static class InContainer implements Condition {

		@Override
		public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
			return Choice.IN_CONTAINER;
		}

	}

	/** Made and printed once in a run. */
	private static final class Choice {

		static final boolean IN_CONTAINER = choose(System.getProperty("rehearsal.test.database", "auto"));

		private static boolean choose(String wish) {
			boolean inContainer = switch (wish) {
				case "docker" -> requireDocker();
				case "embedded" -> false;
				case "auto" -> DockerClientFactory.instance().isDockerAvailable();
				default -> throw new IllegalStateException(
						"rehearsal.test.database is \"" + wish + "\"; it can be auto, docker or embedded.");
			};
			if (!inContainer) {
				deleteFormerRuns();
			}
			System.out.println("[test database] " + wish + ": "
					+ (inContainer ? "postgres:18 in a container" : "the application's embedded PostgreSQL"));
			return inContainer;
		}

		private static boolean requireDocker() {
			if (!DockerClientFactory.instance().isDockerAvailable()) {
				throw new IllegalStateException("rehearsal.test.database is \"docker\", and no Docker engine answers. "
						+ "Start one, or run with -Drehearsal.test.database=embedded.");
			}
			return true;
		}

		private static void deleteFormerRuns() {
			try {
				FileSystemUtils.deleteRecursively(Path.of("target", "test-database"));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
