package dev.rehearsal;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sits an exam of a pack whose keys, rationales and references all say CANARY, and looks
 * for that word in every byte that the running exam sends.
 */
@DatabaseTest(properties = "rehearsal.packs.directory=src/test/resources/packs/canary")
class CanaryIT {

	@LocalServerPort
	private int port;

	@Test
	void nothingThatARunningExamSendsTellsTheKey() {
		Sitting sitting = Sitting.start(this.port, "canary/exam");
		List<HttpResponse<String>> sent = new ArrayList<>();
		sent.add(sitting.browser().response());
		for (String page : List.of("", "/items/1", "/items/2", "/items/3", "/items/4", "/items/5", "/items/6",
				"/overview", "/overview?show=unseen", "/end", "/clock", "/result", "/review", "/review?show=wrong")) {
			sent.add(sitting.browser().get(sitting.address() + page));
		}
		for (int position = 1; position <= 6; position++) {
			sitting.go(position);
			for (String body : List.of("sequence=1", "sequence=1&answer=nonsense", "sequence=1&flagged=true",
					"sequence=2&answer=" + anOption(sitting), "sequence=9&flagged=x")) {
				sent.add(sitting.browser().post(sitting.address() + "/items/" + position, body));
			}
			sent.add(sitting.browser().post(sitting.address() + "/items/" + position + "/visit", ""));
			sent.add(sitting.browser().press("Save").response());
		}
		for (String page : List.of("/", "/history", "/exams/canary/exam", "/device", "/nothing")) {
			sent.add(sitting.browser().get(page));
		}
		sitting.browser()
			.open(sitting.address())
			.page()
			.select("script[src], link[href]")
			.forEach((asset) -> sent
				.add(sitting.browser().get(asset.hasAttr("src") ? asset.attr("src") : asset.attr("href"))));
		sent.forEach((response) -> assertThat(response.uri() + " " + response.headers().map() + response.body())
			.doesNotContainIgnoringCase("canary-"));

		// The words are there to be found, once the exam has ended.
		sitting.end().browser().open(sitting.address() + "/review");
		assertThat(sitting.browser().page().html()).contains("CANARY-RATIONALE", "canary-reference");
	}

	@Test
	void theKeyStandsInEveryPlaceEquallyOften() {
		Map<Integer, Integer> places = new HashMap<>();
		int orderedFromTheStart = 0;
		for (int sitting = 0; sitting < 60; sitting++) {
			Sitting exam = Sitting.start(this.port, "canary/exam");
			var choice = exam.browser()
				.page()
				.select("section.item:contains(Which option is right) .option")
				.eachText();
			places.merge(choice.indexOf("The option that is right"), 1, Integer::sum);
			var steps = exam.browser()
				.page()
				.select("section[data-type=ordering] select")
				.first()
				.select("option")
				.eachText();
			orderedFromTheStart += steps.subList(1, 4).equals(List.of("First step", "Second step", "Third step")) ? 1
					: 0;
		}
		assertThat(places.keySet()).containsExactlyInAnyOrder(0, 1, 2, 3);
		assertThat(places.values()).allMatch((count) -> count >= 2);
		assertThat(orderedFromTheStart).isZero();
	}

	private String anOption(Sitting sitting) {
		var values = sitting.browser()
			.page()
			.select("input[name=answer], select[name=answer] option")
			.eachAttr("value");
		return values.stream().filter((value) -> !value.isEmpty()).findFirst().orElseThrow();
	}

}
