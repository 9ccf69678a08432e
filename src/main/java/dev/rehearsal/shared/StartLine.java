package dev.rehearsal.shared;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The last line of a start: where to point the browser. */
@Component
class StartLine {

	private static final Logger logger = LoggerFactory.getLogger(StartLine.class);

	@EventListener
	@Order(Ordered.LOWEST_PRECEDENCE)
	void log(ApplicationReadyEvent event) {
		Environment environment = event.getApplicationContext().getEnvironment();
		String port = environment.getProperty("local.server.port");
		if (port == null) {
			return;
		}
		boolean secure = environment.containsProperty("server.ssl.bundle")
				|| environment.containsProperty("server.ssl.key-store")
				|| environment.containsProperty("server.ssl.certificate");
		logger.info("Rehearsal is ready: {}://{}:{}{}", secure ? "https" : "http",
				environment.getProperty("server.address", "localhost"), port,
				environment.getProperty("server.servlet.context-path", ""));
	}

}
