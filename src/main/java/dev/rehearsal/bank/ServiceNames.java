package dev.rehearsal.bank;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** The lint's word lists: services with how managed they are, and names of the past. */
final class ServiceNames {

	private static final List<Service> SERVICES = lines("services.txt").stream().map(ServiceNames::service).toList();

	private static final List<Retired> RETIRED = lines("retired-names.txt").stream()
		.map(ServiceNames::retired)
		.toList();

	private ServiceNames() {
	}

	/**
	 * A service or a feature of one.
	 *
	 * @param managed from 1 (machines that one looks after) to 4 (a finished answer)
	 * @param name how it is known
	 */
	record Service(int managed, String name) {

		/** Whether a text names it, and not a longer word that holds its name. */
		boolean isIn(String text) {
			int at = text.indexOf(this.name);
			while (at >= 0) {
				int end = at + this.name.length();
				if ((at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
						&& (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))) {
					return true;
				}
				at = text.indexOf(this.name, at + 1);
			}
			return false;
		}

	}

	/**
	 * A name that must not be a key.
	 *
	 * @param pattern finds it in a text
	 * @param advice what holds now
	 */
	record Retired(Pattern pattern, String advice) {
	}

	static List<Service> all() {
		return SERVICES;
	}

	static List<Retired> retired() {
		return RETIRED;
	}

	/** How managed the most managed service is that a text names; 0 if it names none. */
	static int managed(String text) {
		return SERVICES.stream().filter((service) -> service.isIn(text)).mapToInt(Service::managed).max().orElse(0);
	}

	private static Service service(String line) {
		String[] parts = line.split("\\s+", 2);
		return new Service(Integer.parseInt(parts[0]), parts[1]);
	}

	private static Retired retired(String line) {
		String[] parts = line.split("\\s*=>\\s*", 2);
		return new Retired(Pattern.compile(parts[0]), parts[1]);
	}

	private static List<String> lines(String name) {
		List<String> lines = new ArrayList<>();
		try (BufferedReader reader = new BufferedReader(
				new InputStreamReader(Objects.requireNonNull(ServiceNames.class.getResourceAsStream("/lint/" + name)),
						StandardCharsets.UTF_8))) {
			reader.lines().filter((line) -> !line.isBlank() && !line.startsWith("#")).forEach(lines::add);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return lines;
	}

}
