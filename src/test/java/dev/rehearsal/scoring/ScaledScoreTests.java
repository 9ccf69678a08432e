package dev.rehearsal.scoring;

import dev.rehearsal.form.ExamPlan.Scale;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ScaledScoreTests {

	private static final Scale SCALE = new Scale(100, 1000, 720);

	@Test
	void fortyFiveOfSixtyFiveIsThePassMark() {
		assertThat(ScaledScore.of(SCALE, 45, 65)).isEqualTo(723);
		assertThat(ScaledScore.isPass(SCALE, 723)).isTrue();
		assertThat(ScaledScore.of(SCALE, 44, 65)).isEqualTo(709);
		assertThat(ScaledScore.isPass(SCALE, 709)).isFalse();
	}

	@Test
	void exactlyTheCutScorePasses() {
		assertThat(ScaledScore.isPass(SCALE, 720)).isTrue();
		assertThat(ScaledScore.isPass(SCALE, 719)).isFalse();
	}

	@Test
	void theEndsOfTheScaleAreReached() {
		assertThat(ScaledScore.of(SCALE, 0, 65)).isEqualTo(100);
		assertThat(ScaledScore.of(SCALE, 65, 65)).isEqualTo(1000);
	}

	@Test
	void halvesAreRoundedUp() {
		assertThat(ScaledScore.of(new Scale(0, 1, 1), 1, 2)).isEqualTo(1);
		assertThat(ScaledScore.of(new Scale(0, 3, 1), 1, 2)).isEqualTo(2);
		assertThat(ScaledScore.of(new Scale(0, 100, 1), 1, 3)).isEqualTo(33);
	}

	@Test
	void oneMoreRightItemNeverLowersTheScore() {
		for (int scored = 1; scored <= 200; scored++) {
			for (int right = 1; right <= scored; right++) {
				assertThat(ScaledScore.of(SCALE, right, scored))
					.isGreaterThanOrEqualTo(ScaledScore.of(SCALE, right - 1, scored));
			}
		}
	}

	@Test
	void whatIsNoRawScoreIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> ScaledScore.of(SCALE, 66, 65));
		assertThatIllegalArgumentException().isThrownBy(() -> ScaledScore.of(SCALE, -1, 65));
		assertThatIllegalArgumentException().isThrownBy(() -> ScaledScore.of(SCALE, 0, 0));
	}

}
