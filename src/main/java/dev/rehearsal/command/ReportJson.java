package dev.rehearsal.command;

import java.util.List;

import dev.rehearsal.bank.Problem;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reports as JSON. */
final class ReportJson {

	/** Without letters outside of ASCII, so that no terminal's encoding can harm it. */
	static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(SerializationFeature.INDENT_OUTPUT)
		.enable(JsonWriteFeature.ESCAPE_NON_ASCII)
		.build();

	private ReportJson() {
	}

	static String of(String command, List<PackReport> packs) {
		ObjectNode report = MAPPER.createObjectNode().put("command", command);
		report.put("sound", packs.stream().allMatch(PackReport::isSound));
		ArrayNode list = report.putArray("packs");
		packs.forEach((pack) -> write(pack, list.addObject()));
		return MAPPER.writeValueAsString(report);
	}

	static void write(PackReport pack, ObjectNode node) {
		node.put("path", pack.path().toString()).put("sound", pack.isSound()).put("items", pack.items());
		ArrayNode problems = node.putArray("problems");
		pack.problems().forEach((problem) -> write(problem, problems.addObject()));
		node.put("more", pack.more());
	}

	private static void write(Problem problem, ObjectNode node) {
		node.put("file", problem.file())
			.put("line", problem.line())
			.put("column", problem.column())
			.put("code", problem.code().id())
			.put("sentence", problem.sentence());
	}

}
