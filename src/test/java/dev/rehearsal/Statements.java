package dev.rehearsal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.sql.DataSource;

import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Writes down every statement that the application sends to the database, but for the one
 * that runs beside.
 */
@TestConfiguration(proxyBeanMethods = false)
public class Statements {

	private static final List<String> SENT = new CopyOnWriteArrayList<>();

	@Bean
	static BeanPostProcessor statementRecorder(Environment environment) {
		boolean beside = environment.getProperty(WaitingTest.BESIDE, Boolean.class, false);
		return new BeanPostProcessor() {
			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				return (bean instanceof DataSource dataSource && !beside) ? ProxyDataSourceBuilder.create(dataSource)
					.afterQuery((execution, queries) -> queries.forEach((query) -> SENT.add(query.getQuery().strip())))
					.build() : bean;
			}
		};
	}

	/**
	 * What is sent while something is done, without the heartbeat and the look for
	 * overdue attempts that run beside it.
	 */
	public static List<String> during(Runnable action) {
		SENT.clear();
		action.run();
		return SENT.stream()
			.filter((sql) -> !sql.startsWith("update heartbeat") && !sql.contains("order by deadline limit"))
			.toList();
	}

}
