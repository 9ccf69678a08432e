package dev.rehearsal.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The columns of the CSV format, and how cells are kept from being formulas: a quotation
 * mark goes before whatever a spreadsheet would compute.
 */
final class CsvColumns {

	static final List<String> ITEM = List.of("id", "type", "domain", "domain_title", "task", "task_title", "topic",
			"difficulty", "level", "stem", "key", "references", "checked", "enemies", "case_id", "case_title",
			"case_scenario");

	private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r].*", Pattern.DOTALL);

	private static final Pattern NEUTRALISED = Pattern.compile("'+[=+\\-@\\t\\r].*", Pattern.DOTALL);

	private CsvColumns() {
	}

	static List<String> header(int options, int prompts) {
		List<String> header = new ArrayList<>(ITEM);
		for (int i = 1; i <= options; i++) {
			header.addAll(List.of("option_" + i, "option_" + i + "_rationale", "option_" + i + "_id"));
		}
		for (int i = 1; i <= prompts; i++) {
			header.addAll(List.of("prompt_" + i, "prompt_" + i + "_rationale", "prompt_" + i + "_id"));
		}
		return header;
	}

	static String neutralise(String cell) {
		return FORMULA.matcher(cell).matches() ? "'" + cell : cell;
	}

	static String restore(String cell) {
		return NEUTRALISED.matcher(cell).matches() ? cell.substring(1) : cell;
	}

}
