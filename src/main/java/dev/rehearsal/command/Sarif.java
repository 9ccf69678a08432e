package dev.rehearsal.command;

import java.nio.file.Path;
import java.util.List;
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

	/** Problems, of which each code is a rule. */
	String of(List<PackReport> packs) {
		List<Finding> findings = packs.stream().flatMap((pack) -> Finding.of(pack).stream()).toList();
		return of(problemRules(), findings, notices(packs));
	}

	static List<Rule> problemRules() {
		return Stream.of(Problem.Code.values())
			.map((code) -> new Rule(code.id(), code.meaning(),
					"The message says what to do. The format is described in questions/README.md."))
			.toList();
	}

	static List<String> notices(List<PackReport> packs) {
		return packs.stream()
			.filter((pack) -> pack.more() > 0)
			.map((pack) -> "%s has %d more problems, which are reported when these are mended".formatted(pack.path(),
					pack.more()))
			.toList();
	}

	String of(List<Rule> rules, List<Finding> findings, List<String> notices) {
		ObjectNode log = ReportJson.MAPPER.createObjectNode().put("$schema", SCHEMA).put("version", "2.1.0");
		ObjectNode run = log.putArray("runs").addObject();
		ObjectNode driver = run.putObject("tool").putObject("driver").put("name", "Rehearsal");
		String version = Sarif.class.getPackage().getImplementationVersion();
		if (version != null) {
			driver.put("version", version);
		}
		ArrayNode ruleNodes = driver.putArray("rules");
		rules.forEach((rule) -> write(rule, ruleNodes.addObject()));
		// A code host tells the reports of one commit apart by this.
		run.putObject("automationDetails").put("id", "rehearsal/pack-" + this.command + "/");
		run.put("columnKind", "unicodeCodePoints");
		ObjectNode invocation = run.putArray("invocations").addObject().put("executionSuccessful", true);
		ArrayNode notifications = invocation.putArray("toolExecutionNotifications");
		notices.forEach(
				(notice) -> notifications.addObject().put("level", "warning").putObject("message").put("text", notice));
		ArrayNode results = run.putArray("results");
		List<String> ids = rules.stream().map(Rule::id).toList();
		findings.forEach((finding) -> write(finding, ids.indexOf(finding.rule()), results.addObject()));
		return ReportJson.MAPPER.writeValueAsString(log);
	}

	private static void write(Rule rule, ObjectNode node) {
		node.put("id", rule.id());
		node.putObject("shortDescription").put("text", rule.meaning());
		node.putObject("fullDescription").put("text", rule.meaning());
		node.putObject("help").put("text", rule.meaning() + " " + rule.help());
		node.putObject("properties").putArray("tags").add("pack");
	}

	private void write(Finding finding, int rule, ObjectNode node) {
		node.put("ruleId", finding.rule()).put("ruleIndex", rule).put("level", finding.level());
		node.putObject("message").put("text", finding.sentence());
		ObjectNode location = node.putArray("locations").addObject().putObject("physicalLocation");
		address(finding.file(), location.putObject("artifactLocation"));
		location.putObject("region").put("startLine", finding.line()).put("startColumn", finding.column());
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

	/**
	 * A kind of finding.
	 *
	 * @param id for machines
	 * @param meaning a sentence
	 * @param help another one
	 */
	record Rule(String id, String meaning, String help) {
	}

}
