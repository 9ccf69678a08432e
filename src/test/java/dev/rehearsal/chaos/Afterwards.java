package dev.rehearsal.chaos;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Collectors;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** What a candidate sees when everything runs again. */
final class Afterwards {

	private final Candidate candidate;

	private final Record record;

	/** The record is what the pages should tell. */
	Afterwards(Candidate candidate, Record record) {
		this.candidate = candidate;
		this.record = record;
	}

	void run() {
		String address = this.candidate.address();
		History history = this.candidate.history();
		try {
			if (!history.ends().isEmpty()) {
				HttpResponse<String> again = this.candidate.wire().submit(address + "/end");
				expect(again.statusCode() == 302, "ending once more was answered with " + again.statusCode());
			}
			HttpResponse<String> room = this.candidate.wire().page(address);
			expect(room.statusCode() == 302
					&& room.headers().firstValue("Location").orElse("").endsWith(address + "/result"),
					"the room of an ended exam answers " + room.statusCode());
			HttpResponse<String> result = this.candidate.wire().page(address + "/result");
			Document page = Jsoup.parse(result.body());
			expect(page.select(".figures dd").size() == 3, "the result page says " + page.text());
			Document receipts = Jsoup.parse(this.candidate.wire().page(address + "/receipts").body());
			Map<Integer, Integer> stored = stored(receipts);
			Map<Integer, Boolean> late = late(receipts);
			history.posts()
				.stream()
				.filter((post) -> post.is("too-late") || post.is("already-submitted"))
				.forEach((post) -> {
					Save refused = post.save();
					Boolean overtaken = late.get(refused.position());
					expect(overtaken != null || !this.record.isLate(refused.position()),
							"the receipts do not tell what came too late: " + refused);
					expect(!Boolean.TRUE.equals(overtaken) || stored.get(refused.position()) > 0,
							"the receipts call an answer overtaken where none counts: " + refused);
				});
			expect(page.select(".warning").isEmpty() != late.containsValue(false),
					"the result page does not tell what came too late: " + late);
			expect(!late.containsValue(true) || page.select(".note").text().contains("Later answers"),
					"the result page does not tell what came late and was overtaken: " + late);
		}
		catch (IOException ex) {
			history.trouble("the pages afterwards: " + ex);
		}
	}

	/** The sequence of what counts, by position. */
	private static Map<Integer, Integer> stored(Document receipts) {
		return receipts.select("table.receipts tbody tr")
			.stream()
			.collect(Collectors.toMap((row) -> number(row.select("th").text()),
					(row) -> number(row.select("td.num").text())));
	}

	/** What is listed as not counted, by position: whether a later save counts. */
	private static Map<Integer, Boolean> late(Document receipts) {
		return receipts.select("ul.late > li")
			.stream()
			.collect(Collectors.toMap((line) -> number(line.select("strong").text()),
					(line) -> line.text().contains("later answer")));
	}

	/** Zero for a dash. */
	private static int number(String text) {
		String digits = text.replaceAll("\\D", "");
		return digits.isEmpty() ? 0 : Integer.parseInt(digits);
	}

	private void expect(boolean holds, String otherwise) {
		if (!holds) {
			this.candidate.history().trouble(otherwise);
		}
	}

}
