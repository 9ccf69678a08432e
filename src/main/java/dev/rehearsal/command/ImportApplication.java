package dev.rehearsal.command;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import dev.rehearsal.bank.ImportContext;
import dev.rehearsal.bank.PackTakenException;
import dev.rehearsal.shared.EmbeddedDatabaseException;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** The part of the application that an import needs: the database, no web server. */
// Not found by the application itself, which looks for @Configuration.
@DatabaseOnly
@Import(ImportContext.class)
class ImportApplication {

	/**
	 * Starts it, works with it, and stops it.
	 * @param settings of the application, such as {@code --rehearsal.data.directory=…}
	 * @param work what to do
	 * @throws NotDoneException if the database cannot be used
	 */
	static void with(List<String> settings, Consumer<ApplicationContext> work) {
		try (ConfigurableApplicationContext context = start(settings)) {
			work.accept(context);
		}
		catch (DataAccessException | TransactionException ex) {
			throw new NotDoneException(sentence(ex));
		}
		catch (PackTakenException ex) {
			throw new NotDoneException(ex.getMessage() + ". Nothing was imported.");
		}
	}

	private static ConfigurableApplicationContext start(List<String> settings) {
		// What goes wrong is said once, and by the command.
		List<String> args = new ArrayList<>(List.of("--logging.level.root=off", "--logging.level.dev.rehearsal=off"));
		args.addAll(settings);
		try {
			return new SpringApplicationBuilder(ImportApplication.class).web(WebApplicationType.NONE)
				.run(args.toArray(String[]::new));
		}
		catch (RuntimeException ex) {
			throw new NotDoneException(sentence(ex));
		}
	}

	private static String sentence(Throwable failure) {
		Throwable cause = failure;
		while (cause.getCause() != null && !(cause instanceof EmbeddedDatabaseException)) {
			cause = cause.getCause();
		}
		if (cause instanceof EmbeddedDatabaseException embedded) {
			return embedded.getMessage() + " " + embedded.action();
		}
		return "The database cannot be used: %s. Nothing was imported.".formatted(cause.getMessage());
	}

}
