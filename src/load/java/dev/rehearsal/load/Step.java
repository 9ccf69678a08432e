package dev.rehearsal.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * What Gatling reports of one kind of request; times in milliseconds.
 *
 * @param name of the step
 * @param requests in all
 * @param failed of them
 * @param perSecond mean
 * @param p50 median
 * @param p95 percentile
 * @param p99 percentile
 */
record Step(String name, long requests, long failed, double perSecond, long p50, long p95, long p99) {

	/** From Gatling's report, which has no other form that a program could read. */
	static List<Step> of(Path results, int seconds) throws IOException {
		try (Stream<Path> files = Files.walk(results)) {
			Path report = files.filter((file) -> file.endsWith("index.html")).findFirst().orElseThrow();
			return Jsoup.parse(report)
				.select("#container_statistics_body tr[id^=req_]")
				.stream()
				.map((row) -> of(row, seconds))
				.filter((step) -> !step.name().startsWith("("))
				.sorted(Comparator.comparing(Step::name))
				.toList();
		}
	}

	private static Step of(Element row, int seconds) {
		long requests = whole(row, 2);
		return new Step(row.selectFirst(".ellipsed-name").text(), requests, whole(row, 4),
				requests / (double) seconds, whole(row, 8), whole(row, 10), whole(row, 11));
	}

	private static long whole(Element row, int column) {
		return Long.parseLong(column(row, column));
	}

	private static String column(Element row, int column) {
		return row.selectFirst("td.col-" + column).text();
	}

}
