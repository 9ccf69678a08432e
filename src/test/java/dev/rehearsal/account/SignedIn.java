package dev.rehearsal.account;

import java.net.HttpCookie;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import dev.rehearsal.PlainBrowser;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody with an account, signed in without a password. */
public record SignedIn(CandidateId candidate, String token) {

	/** Makes an account of a role, and a session of it. */
	public static SignedIn as(Role role, JdbcClient jdbc, Clock clock) {
		CandidateId candidate = new CandidateId(UUID.randomUUID());
		Instant now = clock.instant();
		new Candidates(jdbc).keep(candidate, now);
		jdbc.sql("insert into account (candidate_id, name, role, created_at) values (?, ?, ?, ?)")
			.params(candidate.value(), role.code(), role.name(), Utc.of(now))
			.update();
		return new SignedIn(candidate, new Sessions(jdbc).open(candidate, now, new SecureRandom()));
	}

	/** A browser of theirs. */
	public PlainBrowser browser(int port) {
		PlainBrowser browser = new PlainBrowser("http://localhost:" + port);
		HttpCookie cookie = new HttpCookie("rehearsal_session", this.token);
		cookie.setPath("/");
		cookie.setVersion(0);
		browser.cookies().getCookieStore().add(URI.create("http://localhost:" + port), cookie);
		return browser;
	}

}
