package dev.rehearsal.chaos;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** What a candidate sees when everything runs again. */
final class Afterwards {

	private final Candidate candidate;

	Afterwards(Candidate candidate) {
		this.candidate = candidate;
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
			long refused = history.posts()
				.stream()
				.filter((post) -> List.of("too-late", "already-submitted")
					.contains((post.reply() != null) ? post.reply().outcome() : ""))
				.count();
			expect(refused == 0 || !page.select(".warning").isEmpty(),
					"the result page does not tell what came too late");
		}
		catch (IOException ex) {
			history.trouble("the pages afterwards: " + ex);
		}
	}

	private void expect(boolean holds, String otherwise) {
		if (!holds) {
			this.candidate.history().trouble(otherwise);
		}
	}

}
