package dev.rehearsal.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.rehearsal.bank.Problem;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reports as SARIF 2.1.0, with addresses relative to the folder of the repository. */
final class Sarif {

	private static final String SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

	private final String command;

	private final Path root;

	Sarif(String command, Path root) {
		this.command = command;
		this.root = root.toAbsolutePath().normalize();
	}

	String of(List<PackReport> packs) {
		ObjectNode log = ReportJson.MAPPER.createObjectNode().put("$schema", SCHEMA).put("version", "2.1.0");
		ObjectNode run = log.putArray("runs").addObject();
		ObjectNode driver = run.putObject("tool").putObject("driver").put("name", "Rehearsal");
		String version = Sarif.class.getPackage().getImplementationVersion();
		if (version != null) {
			driver.put("version", version);
		}
		ArrayNode rules = driver.putArray("rules");
		Stream.of(Problem.Code.values()).forEach((code) -> rule(code, rules.addObject()));
		// A code host tells the reports of one commit apart by this.
		run.putObject("automationDetails").put("id", "rehearsal/pack-" + this.command + "/");
		run.put("columnKind", "unicodeCodePoints");
		ObjectNode invocation = run.putArray("invocations").addObject().put("executionSuccessful", true);
		ArrayNode notifications = invocation.putArray("toolExecutionNotifications");
		ArrayNode results = run.putArray("results");
		for (PackReport pack : packs) {
			pack.problems().forEach((problem) -> result(problem, results.addObject()));
			if (pack.more() > 0) {
				notifications.addObject()
					.put("level", "warning")
					.putObject("message")
					.put("text", "%s has %d more problems, which are reported when these are mended"
						.formatted(pack.path(), pack.more()));
			}
		}
		return ReportJson.MAPPER.writeValueAsString(log);
	}

	private static void rule(Problem.Code code, ObjectNode rule) {
		rule.put("id", code.id()).put("name", name(code));
		rule.putObject("shortDescription").put("text", code.meaning());
		rule.putObject("fullDescription").put("text", code.meaning());
		rule.putObject("help")
			.put("text",
					code.meaning() + " The message says what to do. The format is described in questions/README.md.");
		rule.putObject("defaultConfiguration").put("level", "error");
		rule.putObject("properties").put("problem.severity", "error").putArray("tags").add("pack");
	}

	private void result(Problem problem, ObjectNode result) {
		result.put("ruleId", problem.code().id()).put("ruleIndex", problem.code().ordinal()).put("level", "error");
		result.putObject("message").put("text", problem.sentence());
		ObjectNode location = result.putArray("locations").addObject().putObject("physicalLocation");
		address(problem.file(), location.putObject("artifactLocation"));
		location.putObject("region").put("startLine", problem.line()).put("startColumn", problem.column());
	}

	private void address(String file, ObjectNode location) {
		Path path = this.root.resolve(file).normalize();
		if (!path.startsWith(this.root)) {
			location.put("uri", path.toUri().toString());
			return;
		}
		// Not of the whole path, of which a first name with a colon would be a scheme.
		String base = this.root.toUri().getRawPath();
		String uri = path.toUri().getRawPath().substring(base.length() - (base.endsWith("/") ? 0 : -1));
		location.put("uri", uri.replace(":", "%3A")).put("uriBaseId", "%SRCROOT%");
	}

	private static String name(Problem.Code code) {
		return Stream.of(code.id().split("-"))
			.map((word) -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
			.collect(Collectors.joining());
	}

}
