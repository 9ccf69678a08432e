package dev.rehearsal.command;

import java.util.List;

/**
 * Something to say about a place in a file.
 *
 * @param rule the id of the rule that found it
 * @param level {@code error}, {@code warning} or {@code note}
 * @param file as the command was given it
 * @param line from 1
 * @param column in characters, from 1
 * @param sentence what was found
 */
record Finding(String rule, String level, String file, int line, int column, String sentence) {

	static List<Finding> of(PackReport pack) {
		return pack.problems()
			.stream()
			.map((problem) -> new Finding(problem.code().id(), "error", problem.file(), problem.line(),
					problem.column(), problem.sentence()))
			.toList();
	}

}
