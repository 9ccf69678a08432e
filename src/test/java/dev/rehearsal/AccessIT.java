package dev.rehearsal;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who may do what: every route, asked by every role, for what is theirs and for what is
 * another guest's. A route that has no row fails the test.
 */
@DatabaseTest
class AccessIT {

	/**
	 * Route; the attempt that it is asked of; what a guest, a candidate, an instructor
	 * and an administrator are answered. Another's attempt is not found, by nobody.
	 * Nothing is followed: 302 is an answer, and to a guest it is often the sign-in.
	 */
	private static final String TABLE = """
			GET  /                                                 | -       | 200 200 200 200
			GET  /history                                          | -       | 200 200 200 200
			GET  /device                                           | -       | 200 200 200 200
			GET  /device/code                                      | -       | 200 200 200 200
			POST /device                                           | -       | 400 400 400 400
			POST /device/code                                      | -       | 200 302 302 302
			GET  /exams/{pack}/{blueprint}                         | -       | 200 200 200 200
			POST /exams/{pack}/{blueprint}                         | -       | 302 302 302 302
			GET  /drill/{pack}                                     | -       | 200 200 200 200
			POST /drill/{pack}                                     | -       | 302 302 302 302

			GET  /attempts/{attemptId}                             | running | 200 200 200 200
			GET  /attempts/{attemptId}/items/{position}            | running | 200 200 200 200
			GET  /attempts/{attemptId}/overview                    | running | 200 200 200 200
			GET  /attempts/{attemptId}/clock                       | running | 200 200 200 200
			GET  /attempts/{attemptId}/saved                       | running | 200 200 200 200
			GET  /attempts/{attemptId}/time                        | running | 200 200 200 200
			POST /attempts/{attemptId}/time                        | running | 302 302 302 302
			POST /attempts/{attemptId}/pause                       | running | 302 302 302 302
			POST /attempts/{attemptId}/resume                      | running | 302 302 302 302
			POST /attempts/{attemptId}/items/{position} json       | running | 200 200 200 200
			POST /attempts/{attemptId}/items/{position}            | running | 302 302 302 302
			POST /attempts/{attemptId}/items/{position}/visit      | running | 204 204 204 204
			POST /attempts/{attemptId}/items/{position}/check      | running | 409 409 409 409
			GET  /attempts/{attemptId}/items/{position}/solution   | running | 302 302 302 302
			POST /attempts/{attemptId}/items/{position}/notes json | running | 200 200 200 200
			GET  /attempts/{attemptId}/items/{position}/report     | running | 200 200 200 200
			POST /attempts/{attemptId}/items/{position}/report json | running | 200 200 200 200
			POST /attempts/{attemptId}/items/{position}/report      | running | 200 200 200 200
			GET  /attempts/{attemptId}/abandon                     | running | 200 200 200 200
			POST /attempts/{attemptId}/abandon                     | running | 302 302 302 302
			GET  /attempts/{attemptId}/end                         | running | 200 200 200 200
			POST /attempts/{attemptId}/end                         | running | 302 302 302 302
			GET  /attempts/{attemptId}/result                      | ended   | 200 200 200 200
			GET  /attempts/{attemptId}/review                      | ended   | 200 200 200 200
			GET  /attempts/{attemptId}/receipts                    | ended   | 200 200 200 200

			GET  /coverage/{pack}                                       | -       | 200 200 200 200
			GET  /sign-in                                          | -       | 200 302 302 302
			POST /sign-in                                          | -       | 400 400 400 400
			GET  /account/new                                      | -       | 200 302 302 302
			POST /account/new                                      | -       | 400 302 302 302
			GET  /account                                          | -       | 302 200 200 200
			POST /account/name                                     | -       | 403 400 400 400
			POST /account/password                                 | -       | 403 400 400 400
			GET  /account/attempts                                 | -       | 302 302 302 302
			POST /account/attempts                                 | -       | 403 302 302 302
			GET  /invitations/{token}                              | -       | 404 404 404 404
			POST /invitations/{token}                              | -       | 302 404 302 302
			GET  /new-password/{token}                             | -       | 404 404 404 404
			POST /new-password/{token}                             | -       | 404 404 404 404
			GET  /administration                                   | -       | 302 403 403 200
			POST /administration/invitations                       | -       | 403 403 403 400
			POST /administration/invitations/{id}/withdraw         | -       | 403 403 403 302
			POST /administration/accounts/{id}/role                | -       | 403 403 403 400
			POST /administration/accounts/{id}/password-link       | -       | 403 403 403 404
			GET  /packs                                            | -       | 302 403 200 200
			GET  /packs/drafts/new                                 | -       | 302 403 200 200
			POST /packs/drafts/new                                 | -       | 403 403 400 400
			POST /packs/drafts/upload                              | -       | 403 403 400 400
			POST /packs/drafts/upload x-ndjson                     | -       | 403 403 406 406
			POST /packs/drafts/convert                             | -       | 403 403 400 400
			GET  /packs/drafts/schema                              | -       | 302 403 200 200
			GET  /packs/drafts/{id}                                | -       | 302 403 404 404
			GET  /packs/drafts/{id}/download                       | -       | 302 403 404 404
			GET  /packs/drafts/{id}/delete                         | -       | 302 403 404 404
			GET  /packs/drafts/{id}/find                           | -       | 302 403 404 404
			GET  /packs/drafts/{id}/changes                        | -       | 302 403 404 404
			GET  /packs/drafts/{id}/preview                        | -       | 302 403 404 404
			GET  /packs/drafts/{id}/trial                          | -       | 302 403 404 404
			POST /packs/drafts/{id} html                           | -       | 403 403 404 404
			POST /packs/drafts/{id} json                           | -       | 403 403 404 404
			POST /packs/drafts/{id}/check json                     | -       | 403 403 404 404
			POST /packs/drafts/{id}/files                          | -       | 403 403 404 404
			POST /packs/drafts/{id}/files/remove                   | -       | 403 403 404 404
			POST /packs/drafts/{id}/delete                         | -       | 403 403 404 404
			POST /packs/drafts/{id}/publish                        | -       | 403 403 404 404
			POST /packs/drafts/{id}/trial                          | -       | 403 403 404 404
			POST /packs/drafts/{id}/trial/delete                   | -       | 403 403 404 404
			POST /packs/drafts/{id}/publish x-ndjson               | -       | 403 403 404 404
			POST /packs/drafts/{id}/upload                         | -       | 403 403 415 415
			GET  /packs/{pack}                                     | -       | 302 403 404 200
			GET  /packs/{pack}/versions/{number}                   | -       | 302 403 404 200
			GET  /packs/{pack}/versions/{number}/download          | -       | 302 403 404 404
			GET  /packs/{pack}/versions/{number}/export            | -       | 302 403 404 200
			GET  /packs/{pack}/versions/{number}/export/{format}   | -       | 302 403 404 200
			POST /packs/{pack}/drafts                              | -       | 403 403 404 302
			GET  /packs/{pack}/reports                             | -       | 302 403 404 200
			POST /packs/{pack}/reports/{id}                        | -       | 403 403 404 404
			GET  /images/{name}                                    | -       | 404 404 404 404

			POST /account/sign-out-everywhere                      | -       | 403 302 302 302
			POST /sign-out                                         | -       | 302 302 302 302
			""";

	@LocalServerPort
	private int port;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping mapping;

	@Autowired
	private JdbcClient jdbc;

	private final Map<Visitor, PlainBrowser> browsers = new EnumMap<>(Visitor.class);

	@Test
	void everyRouteHasARow() {
		List<String> routes = this.mapping.getHandlerMethods()
			.entrySet()
			.stream()
			.filter((route) -> route.getValue().getBeanType().getName().startsWith("dev.rehearsal."))
			.flatMap((route) -> routes(route.getKey()))
			.toList();
		assertThat(rows().map(Row::route)).containsExactlyInAnyOrderElementsOf(routes);
	}

	@Test
	void everyRoleGetsWhatTheTableSaysAndNobodyWhatIsAnothers() {
		Sitting othersEnded = Sitting.start(this.port, "mla-c01/quick").end();
		Sitting othersRunning = Sitting.start(othersEnded.browser(), "mla-c01/quick");
		SoftAssertions answers = new SoftAssertions();
		rows().forEach((row) -> {
			for (Visitor visitor : Visitor.values()) {
				PlainBrowser browser = this.browsers.computeIfAbsent(visitor, (wanted) -> wanted.open(this.port));
				if (row.isAboutAttempts()) {
					Sitting others = row.ended() ? othersEnded : othersRunning;
					answers.assertThat(ask(row, browser, others.attempt()))
						.as("%s, not mine, %s", row.route(), visitor)
						.isEqualTo(404);
				}
				UUID mine = row.isAboutAttempts() ? attempt(browser, row.ended()) : UUID.randomUUID();
				answers.assertThat(ask(row, browser, mine))
					.as("%s, %s", row.route(), visitor)
					.isEqualTo(row.statuses().get(visitor.ordinal()));
			}
			if (row.route().contains("sign-out")) {
				this.browsers.clear();
			}
		});
		answers.assertAll();
		assertThat(traces(othersRunning.attempt())).isEqualTo("IN_PROGRESS 0 0 0");
	}

	private static int ask(Row row, PlainBrowser browser, UUID id) {
		String path = row.pattern()
			.replace("{attemptId}", id.toString())
			.replace("{id}", id.toString())
			.replace("{position}", "1")
			.replace("{pack}", "mla-c01")
			.replace("{blueprint}", "quick")
			.replace("{number}", "1")
			.replace("{format}", "gift")
			.replace("{name}", "0".repeat(64) + ".png")
			.replace("{token}", "nonsense");
		return browser.open("/device")
			.request(row.method(), path, row.accept(),
					"sequence=1&note=n&extraTime=none&role=nothing&text=t&file=pack.yaml&path=a.yaml&revision=1&version=1"
							+ "&go=stay&blueprint=quick&id=" + UUID.randomUUID())
			.statusCode();
	}

	private static UUID attempt(PlainBrowser browser, boolean ended) {
		HttpResponse<String> started = browser.open("/device").request("POST", "/exams/mla-c01/quick", "text/html", "");
		String address = started.headers().firstValue("Location").orElseThrow();
		if (ended) {
			browser.post(address.substring(address.indexOf("/attempts")) + "/end", "");
		}
		return UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
	}

	/** What there is of a running attempt that nobody has touched but by starting it. */
	private String traces(UUID attempt) {
		return this.jdbc.sql("""
				select concat_ws(' ', state,
				    (select count(*) from response where attempt_id = attempt.id and recorded_at is not null),
				    (select count(*) from annotation where attempt_id = attempt.id),
				    (select count(*) from item_report where attempt_id = attempt.id))
				from attempt where id = ?""").param(attempt).query(String.class).single();
	}

	private static Stream<String> routes(RequestMappingInfo info) {
		String accept = info.getProducesCondition()
			.getProducibleMediaTypes()
			.stream()
			.map(MediaType::getSubtype)
			.map((subtype) -> " " + subtype)
			.reduce("", String::concat);
		return info.getMethodsCondition()
			.getMethods()
			.stream()
			.flatMap((method) -> info.getPatternValues().stream().map((pattern) -> method + " " + pattern + accept));
	}

	private static Stream<Row> rows() {
		return TABLE.lines().filter((line) -> !line.isBlank()).map(Row::parse);
	}

	/** In the order of the table's columns. */
	private enum Visitor {

		GUEST, CANDIDATE, INSTRUCTOR, ADMINISTRATOR;

		PlainBrowser open(int port) {
			return switch (this) {
				case GUEST -> People.guest(port);
				case CANDIDATE -> People.candidate(port);
				case INSTRUCTOR -> People.instructor(port);
				case ADMINISTRATOR -> People.administrator(port);
			};
		}

	}

	private record Row(String route, String state, List<Integer> statuses) {

		static Row parse(String line) {
			String[] columns = line.strip().split("\\s*\\|\\s*");
			return new Row(columns[0].replaceAll("\\s+", " "), columns[1],
					Arrays.stream(columns[2].split(" ")).map(Integer::valueOf).toList());
		}

		String method() {
			return this.route.split(" ")[0];
		}

		String pattern() {
			return this.route.split(" ")[1];
		}

		String accept() {
			return this.route.endsWith("json") ? "application/" + this.route.split(" ")[2] : "text/html,*/*;q=0.1";
		}

		boolean isAboutAttempts() {
			return !"-".equals(this.state);
		}

		boolean ended() {
			return "ended".equals(this.state);
		}

	}

}
