package dev.rehearsal.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What an account may be, how long it stays signed in, and where a sign-in may lead. */
class AccountRulesTests {

	@Test
	void aPasswordIsLongEnoughAndNotTheUserName() {
		assertThat(AccountRules.problem("ada", "elevenchars")).contains(AccountRefusal.PASSWORD_SHORT);
		assertThat(AccountRules.problem("ada", "twelve chars")).isEmpty();
		assertThat(AccountRules.problem("ada", "abc".repeat(24))).contains(AccountRefusal.PASSWORD_SIMPLE);
		assertThat(AccountRules.problem("ada", "abcd".repeat(18))).isEmpty();
		assertThat(AccountRules.problem("ada", "abcd".repeat(18) + "e")).contains(AccountRefusal.PASSWORD_LONG);
		assertThat(AccountRules.problem("ada", "äöüß".repeat(9))).isEmpty();
		assertThat(AccountRules.problem("ada", "äöüß".repeat(10))).contains(AccountRefusal.PASSWORD_LONG);
		assertThat(AccountRules.problem("ada.lovelace", "Ada.Lovelace")).contains(AccountRefusal.PASSWORD_SIMPLE);
	}

	@Test
	void aLoginIsTheSameInCapitalLettersAndHasNoBlanks() {
		assertThat(AccountRules.login("  Ada@Example.ORG\u0000 ")).isEqualTo("ada@example.org");
		for (String login : List.of("", "ab", "a b c", "<script>", "a".repeat(101))) {
			assertThatExceptionOfType(AccountRefusedException.class).as(login)
				.isThrownBy(() -> AccountRules.check(login, "twelve chars"))
				.matches((refused) -> refused.refusal() == AccountRefusal.LOGIN);
		}
	}

	@Test
	void aNameCanBeReadAsItIsWritten() {
		assertThat(AccountRules.name("  Ada Lovelace ")).isEqualTo("Ada Lovelace");
		for (String name : List.of("", "   ", "a".repeat(81), "Ada\nLovelace", "Ada\u202eecalevoL")) {
			assertThatExceptionOfType(AccountRefusedException.class).as(name).isThrownBy(() -> AccountRules.name(name));
		}
	}

	@Test
	void aSessionEndsWhenItIsOldOrIdle() {
		Instant signedIn = Instant.parse("2026-11-01T08:00:00Z");
		Instant seen = signedIn.plus(Duration.ofDays(25));
		assertThat(SessionAge.isCurrent(Role.CANDIDATE, signedIn, seen, seen.plus(Duration.ofDays(4)))).isTrue();
		assertThat(SessionAge.isCurrent(Role.CANDIDATE, signedIn, seen, seen.plus(Duration.ofDays(5)))).isFalse();
		assertThat(SessionAge.isCurrent(Role.CANDIDATE, signedIn, signedIn, signedIn.plus(Duration.ofDays(7))))
			.isFalse();
		for (Role role : List.of(Role.INSTRUCTOR, Role.ADMINISTRATOR)) {
			assertThat(SessionAge.isCurrent(role, signedIn, seen, seen.plus(Duration.ofHours(11)))).isTrue();
			assertThat(SessionAge.isCurrent(role, signedIn, seen, seen.plus(Duration.ofHours(12)))).isFalse();
		}
		assertThat(SessionAge.isWorthNoting(seen, seen.plus(Duration.ofMinutes(59)))).isFalse();
		assertThat(SessionAge.isWorthNoting(seen, seen.plus(Duration.ofMinutes(60)))).isTrue();
	}

	@Test
	void aSignInLeadsNowhereElse() {
		for (String path : List.of("/", "/packs", "/invitations/aB-_9",
				"/attempts/1/review?show=wrong&type=matching")) {
			assertThat(LocalPath.of(path)).isEqualTo(path);
		}
		for (String path : List.of("", "//evil.example", "https://evil.example", "/\\evil.example", "javascript:x",
				"/a\nSet-Cookie: b", "/{x}", "packs", "/" + "a".repeat(500))) {
			assertThat(LocalPath.of(path)).as(path).isEqualTo("/");
		}
		assertThat(LocalPath.of(null)).isEqualTo("/");
	}

	@Test
	void addressesOfOneHouseholdAreCountedTogether() {
		assertThat(ClientAddress.of("2001:db8:1:2:3:4:5:6")).isEqualTo(ClientAddress.of("2001:db8:1:2::1"));
		assertThat(ClientAddress.of("2001:db8:1:2::1")).isNotEqualTo(ClientAddress.of("2001:db8:1:3::1"));
		assertThat(ClientAddress.of("192.0.2.1")).isNotEqualTo(ClientAddress.of("192.0.2.2"));
		assertThat(ClientAddress.of("unknown")).isEqualTo("unknown");
	}

	@Test
	void aRoleIncludesThoseBelowIt() {
		assertThat(Role.ADMINISTRATOR.authorities()).extracting(Object::toString)
			.containsExactly("ROLE_CANDIDATE", "ROLE_INSTRUCTOR", "ROLE_ADMINISTRATOR");
		assertThat(Role.CANDIDATE.authorities()).extracting(Object::toString).containsExactly("ROLE_CANDIDATE");
	}

	@Test
	void aPendingSignInIsOnlyTheServersAndOnlyForAWhile() {
		byte[] key = { 1, 2, 3 };
		Instant now = Instant.ofEpochSecond(1_000);
		PendingSignIn pending = new PendingSignIn("school", "s", null, "v", "http://localhost/x", "/packs", 1_010);
		String signed = pending.signed(key);
		assertThat(PendingSignIn.verified(signed, key, now)).contains(pending);
		assertThat(PendingSignIn.verified(signed, key, now.plusSeconds(10))).isEmpty();
		assertThat(PendingSignIn.verified(signed, new byte[] { 9 }, now)).isEmpty();
		assertThat(PendingSignIn.verified("x" + signed, key, now)).isEmpty();
		assertThat(PendingSignIn.verified("~", key, now)).isEmpty();
	}

}
