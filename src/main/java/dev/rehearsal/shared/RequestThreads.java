package dev.rehearsal.shared;

import java.net.URL;
import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Virtual threads answer requests, unless the application runs out of one jar that holds
 * other jars. There, virtual threads that load classes at the same moment, as in the
 * first seconds of a process that is busy at once, can wait for each other for ever
 * (spring-projects/spring-boot#51463): they keep every carrier while they wait for the
 * jar, and who has the jar waits for a carrier.
 */
class RequestThreads implements EnvironmentPostProcessor {

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		URL home = RequestThreads.class.getProtectionDomain().getCodeSource().getLocation();
		environment.getPropertySources()
			.addLast(new MapPropertySource("request threads",
					Map.of("spring.threads.virtual.enabled", !isInsideJar(home.toString()))));
	}

	static boolean isInsideJar(String home) {
		return home.startsWith("jar:nested:");
	}

}
