package dev.rehearsal.shared;

import java.nio.file.Path;

import javax.sql.DataSource;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * Starts a PostgreSQL of the application's own, unless one is configured or a test
 * brought one.
 */
@AutoConfiguration(before = DataSourceAutoConfiguration.class)
@Conditional(EmbeddedDatabaseAutoConfiguration.NoDatabaseConfigured.class)
@ConditionalOnMissingBean({ JdbcConnectionDetails.class, DataSource.class })
class EmbeddedDatabaseAutoConfiguration {

	@Bean
	EmbeddedDatabase embeddedDatabase(@Value("${rehearsal.data.directory}") String directory) {
		return new EmbeddedDatabase(Path.of(directory));
	}

	static class NoDatabaseConfigured extends SpringBootCondition {

		private static final String URL = "spring.datasource.url";

		@Override
		public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
			boolean configured = StringUtils.hasText(context.getEnvironment().getProperty(URL));
			return new ConditionOutcome(!configured,
					ConditionMessage.forCondition("NoDatabaseConfigured").found("property").items(URL));
		}

	}

}
