package dev.rehearsal.scoring.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.rehearsal.form.ExamPlan.Scale;
import dev.rehearsal.scoring.ScoreReport;

/**
 * Scores over time as a drawing of 640 by 240 units: the oldest attempt at the left. All
 * scores are drawn as shares of their own scale, since exams may have different ones.
 *
 * @param points by time
 * @param cut the y coordinate of the newest attempt's cut score
 * @param cutScore that cut score
 */
public record HistoryChart(List<Point> points, int cut, int cutScore) {

	private static final int LEFT = 48;

	private static final int RIGHT = 616;

	private static final int TOP = 24;

	private static final int BOTTOM = 200;

	static HistoryChart of(List<HistoryRow> oldestFirst) {
		int count = oldestFirst.size();
		List<Point> points = IntStream.range(0, count).mapToObj((i) -> point(i, count, oldestFirst.get(i))).toList();
		Scale scale = oldestFirst.getLast().plan().scale();
		return new HistoryChart(points, y(scale, scale.cut()), scale.cut());
	}

	/**
	 * The line through the points.
	 * @return coordinates as SVG writes them
	 */
	public String line() {
		return this.points.stream()
			.map((point) -> String.format(Locale.ROOT, "%d,%d", point.x(), point.y()))
			.collect(Collectors.joining(" "));
	}

	private static Point point(int index, int count, HistoryRow row) {
		int x = (count == 1) ? (LEFT + RIGHT) / 2 : LEFT + (RIGHT - LEFT) * index / (count - 1);
		ScoreReport report = java.util.Objects.requireNonNull(row.report());
		return new Point(x, y(row.plan().scale(), report.scaled()), report.scaled(), report.passed());
	}

	private static int y(Scale scale, int score) {
		return BOTTOM - (BOTTOM - TOP) * (score - scale.lowest()) / (scale.highest() - scale.lowest());
	}

	/**
	 * An attempt in the drawing.
	 *
	 * @param x coordinate
	 * @param y coordinate
	 * @param scaled its score
	 * @param passed whether it was a pass
	 */
	public record Point(int x, int y, int scaled, boolean passed) {
	}

}
