package dev.rehearsal.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import dev.rehearsal.exchange.Loss;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What got lost between two formats, for people or for programs. */
final class LossReport {

	private final ReportFormat format;

	private final PrintWriter out;

	private LossReport(ReportFormat format, PrintWriter out) {
		this.format = format;
		this.out = out;
	}

	static LossReport in(ReportFormat format, CommandSpec spec) {
		if (format == ReportFormat.SARIF) {
			throw new ParameterException(spec.commandLine(), "Losses are listed as text or json");
		}
		return new LossReport(format, spec.commandLine().getOut());
	}

	void write(String command, Path written, int items, List<Loss> losses) {
		if (this.format == ReportFormat.TEXT) {
			losses.forEach(this.out::println);
			this.out.printf("%s: %d %s, %s%n", written, items, (items == 1) ? "item" : "items",
					losses.isEmpty() ? "nothing is lost"
							: losses.size() + ((losses.size() == 1) ? " loss or change" : " losses or changes"));
			return;
		}
		ObjectNode report = ReportJson.MAPPER.createObjectNode()
			.put("command", command)
			.put("written", written.toString())
			.put("items", items);
		ArrayNode list = report.putArray("losses");
		losses.forEach((loss) -> list.addObject()
			.put("file", loss.file())
			.put("line", loss.line())
			.put("item", loss.item())
			.put("kind", loss.kind().name().toLowerCase(Locale.ROOT))
			.put("sentence", loss.sentence()));
		this.out.println(ReportJson.MAPPER.writeValueAsString(report));
	}

}
