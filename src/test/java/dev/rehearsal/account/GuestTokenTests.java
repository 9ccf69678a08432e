package dev.rehearsal.account;

import java.time.LocalDate;
import java.util.Random;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GuestTokenTests {

	private static final byte[] KEY = { 1, 2, 3, 4, 5, 6, 7, 8 };

	private final GuestToken token = new GuestToken(new CandidateId(new UUID(7, 9)), LocalDate.of(2026, 11, 20));

	@Test
	void whatTheServerSignedIsRecognised() {
		assertThat(GuestToken.verified(this.token.signed(KEY), KEY)).contains(this.token);
	}

	@Test
	void aTokenThatAnotherKeySignedIsNot() {
		assertThat(GuestToken.verified(this.token.signed(new byte[] { 9 }), KEY)).isEmpty();
	}

	@Test
	void anotherCandidateCannotBeWrittenIn() {
		String signed = this.token.signed(KEY);
		String forged = signed.replace(new UUID(7, 9).toString(), new UUID(7, 10).toString());
		assertThat(forged).isNotEqualTo(signed);
		assertThat(GuestToken.verified(forged, KEY)).isEmpty();
	}

	@Test
	void noChangedCharacterGoesThrough() {
		String signed = this.token.signed(KEY);
		Random random = new Random(42);
		for (int run = 0; run < 2_000; run++) {
			StringBuilder changed = new StringBuilder(signed);
			int at = random.nextInt(changed.length());
			changed.setCharAt(at, (char) (33 + random.nextInt(90)));
			if (!changed.toString().equals(signed)) {
				assertThat(GuestToken.verified(changed.toString(), KEY)).as(changed.toString()).isEmpty();
			}
		}
	}

	@Test
	void aTokenAgesAndIsNotFromTheFuture() {
		LocalDate issued = LocalDate.of(2026, 11, 20);
		assertThat(this.token.isCurrent(issued, GuestCookie.AGE)).isTrue();
		assertThat(this.token.isCurrent(issued.plusDays(400), GuestCookie.AGE)).isTrue();
		assertThat(this.token.isCurrent(issued.plusDays(402), GuestCookie.AGE)).isFalse();
		assertThat(this.token.isCurrent(issued.minusDays(2), GuestCookie.AGE)).isFalse();
	}

	@Test
	void nonsenseIsNoToken() {
		for (String nonsense : new String[] { "", "~", "~~", "a~b~c", "~~~~~~" }) {
			assertThat(GuestToken.verified(nonsense, KEY)).isEmpty();
		}
	}

}
