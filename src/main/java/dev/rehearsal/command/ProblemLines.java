package dev.rehearsal.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.rehearsal.bank.Problem;

/** Puts the lines of the file beside each problem. */
final class ProblemLines {

	private static final int AROUND = 2;

	private static final int LONGEST = 300;

	private static final long LARGEST = 8 << 20;

	private final Map<String, List<String>> files = new HashMap<>();

	List<Found> of(List<Problem> problems) {
		return problems.stream().map((problem) -> new Found(problem, excerpt(problem))).toList();
	}

	private List<Line> excerpt(Problem problem) {
		List<String> lines = this.files.computeIfAbsent(problem.file(), ProblemLines::lines);
		return IntStream.rangeClosed(problem.line() - AROUND, problem.line() + AROUND)
			.filter((number) -> number >= 1 && number <= lines.size())
			.mapToObj((number) -> new Line(number, shorten(lines.get(number - 1)), number == problem.line()))
			.toList();
	}

	private static String shorten(String line) {
		return (line.length() > LONGEST) ? line.substring(0, LONGEST) + "…" : line;
	}

	/** What is no text, or not there, has no lines to show. */
	private static List<String> lines(String file) {
		try {
			Path path = Path.of(file);
			if (!Files.isRegularFile(path) || Files.size(path) > LARGEST) {
				return List.of();
			}
			return new String(Files.readAllBytes(path), StandardCharsets.UTF_8).lines().toList();
		}
		catch (IOException ex) {
			return List.of();
		}
	}

	/**
	 * A problem at its lines.
	 *
	 * @param problem what is wrong
	 * @param excerpt the line with the problem and those around it; empty if it has none
	 */
	record Found(Problem problem, List<Line> excerpt) {
	}

	/**
	 * A line of a file.
	 *
	 * @param number from 1
	 * @param text what stands there
	 * @param here whether the problem is in this line
	 */
	record Line(int number, String text, boolean here) {
	}

}
