package dev.rehearsal.authoring;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import dev.rehearsal.DatabaseTest;
import dev.rehearsal.PlainBrowser;
import dev.rehearsal.Sitting;
import dev.rehearsal.account.Role;
import dev.rehearsal.account.SignedIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every route of authoring, for those whose draft or pack it is and for everybody else.
 */
@DatabaseTest
class AuthoringAccessIT {

	private static final String BODY = "file=pack.yaml&text=x&revision=1&path=a.yaml&version=1&go=close&blueprint=exam"
			+ "&answer=x&item=x";

	/** Whose they are is no question: they show one's own, or begin something. */
	private static final List<String> COMMON = List.of("GET /packs", "GET /packs/drafts/new", "POST /packs/drafts/new",
			"POST /packs/drafts/upload", "POST /packs/drafts/convert", "GET /packs/drafts/schema");

	private static int packs;

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Clock clock;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping requestMappingHandlerMapping;

	private String pack;

	private String draft;

	private String report;

	private PlainBrowser owner;

	@BeforeEach
	void somebodysPackAndDraft() {
		this.pack = "guarded-" + ++packs;
		this.owner = SignedIn.as(Role.INSTRUCTOR, this.jdbc, this.clock).browser(this.port);
		this.owner.open("/packs/drafts/new").write("title", "Guarded").write("packId", this.pack).press("Create draft");
		this.owner.press("Review changes").press("Publish");
		this.owner.open("/packs/" + this.pack).press("Edit");
		this.draft = this.owner.address().substring("/packs/drafts/".length());
		Sitting sitting = Sitting.start(this.port, this.pack + "/exam");
		sitting.browser().open(sitting.address() + "/items/1/report").write("text", "Guarded?").press("Send");
		this.report = this.jdbc.sql("select id from item_report where attempt_id = ?")
			.param(sitting.attempt())
			.query(UUID.class)
			.single()
			.toString();
	}

	@Test
	void whatIsAnothersIsNotThere() {
		PlainBrowser other = SignedIn.as(Role.INSTRUCTOR, this.jdbc, this.clock).browser(this.port);
		PlainBrowser administrator = SignedIn.as(Role.ADMINISTRATOR, this.jdbc, this.clock).browser(this.port);
		for (PlainBrowser stranger : List.of(other, administrator)) {
			stranger.open("/packs/drafts/new");
			for (String route : guarded()) {
				// Without files an upload is none, whoever sends it.
				assertThat(status(stranger, route)).as(route).isEqualTo(route.endsWith("upload") ? 415 : 404);
			}
		}
		assertThat(status(this.owner.open("/packs"), "GET /packs/drafts/{id}")).isEqualTo(200);
		assertThat(this.owner.open("/packs/" + this.pack + "/reports").page().text()).contains("Guarded?");
	}

	@Test
	void whatIsOnesOwnIsThere() {
		for (String route : guarded().stream().filter((route) -> route.startsWith("GET")).toList()) {
			assertThat(status(this.owner, route)).as(route).isBetween(200, 302);
		}
	}

	@Test
	void candidatesAndGuestsWriteNoPacks() {
		PlainBrowser candidate = SignedIn.as(Role.CANDIDATE, this.jdbc, this.clock).browser(this.port);
		PlainBrowser guest = new PlainBrowser("http://localhost:" + this.port);
		List<String> routes = new ArrayList<>(guarded());
		routes.addAll(COMMON);
		for (PlainBrowser stranger : List.of(candidate, guest)) {
			stranger.open("/device");
			for (String route : routes) {
				assertThat(status(stranger, route)).as(route).isIn(401, 403, 302, 303);
			}
		}
		assertThat(status(candidate, "GET /packs/drafts/{id}")).isEqualTo(403);
	}

	/** Asks the application itself, so that no route is forgotten. */
	private List<String> guarded() {
		List<String> routes = new ArrayList<>();
		this.requestMappingHandlerMapping.getHandlerMethods().forEach((mapping, method) -> {
			if (method.getBeanType().getPackageName().equals("dev.rehearsal.authoring.web")) {
				for (RequestMethod verb : mapping.getMethodsCondition().getMethods()) {
					mapping.getPatternValues().forEach((path) -> routes.add(verb + " " + path));
				}
			}
		});
		routes.removeAll(COMMON);
		assertThat(routes).hasSizeGreaterThan(20);
		return routes;
	}

	private int status(PlainBrowser browser, String route) {
		String path = route.substring(route.indexOf(' ') + 1)
			.replace("/reports/{id}", "/reports/" + this.report)
			.replace("{id}", this.draft)
			.replace("{pack}", this.pack)
			.replace("{number}", "1")
			.replace("{format}", "gift");
		return route.startsWith("GET") ? browser.get(path + "?item=first-question").statusCode()
				: browser.post(path, BODY).statusCode();
	}

}
