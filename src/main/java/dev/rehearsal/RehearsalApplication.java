package dev.rehearsal;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Timed practice exams from question packs. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class RehearsalApplication {

	/**
	 * Starts the application.
	 * @param args Spring Boot's command line
	 */
	public static void main(String[] args) {
		SpringApplication.run(RehearsalApplication.class, args);
	}

}
