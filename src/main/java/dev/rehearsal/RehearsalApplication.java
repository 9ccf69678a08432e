package dev.rehearsal;

import java.io.PrintWriter;

import dev.rehearsal.command.PackCommands;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Timed practice exams from question packs. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class RehearsalApplication {

	/**
	 * Starts the application, or runs a command if the first word is that of one.
	 * @param args Spring Boot's command line, or that of a command
	 */
	public static void main(String[] args) {
		if (PackCommands.areMeant(args)) {
			System.exit(PackCommands.run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), args));
		}
		SpringApplication.run(RehearsalApplication.class, args);
	}

}
