package dev.rehearsal.scoring;

import dev.rehearsal.form.ExamPlan.Scale;

/**
 * A raw score on the reported scale:
 * {@code lowest + (highest - lowest) * right / scored}, rounded half up. On 100 to 1000
 * with 65 items, 45 right are 723.
 */
final class ScaledScore {

	private ScaledScore() {
	}

	static int of(Scale scale, int right, int scored) {
		if (right < 0 || right > scored || scored < 1) {
			throw new IllegalArgumentException(right + " of " + scored + " is no raw score");
		}
		long range = scale.highest() - scale.lowest();
		return scale.lowest() + (int) ((2 * range * right + scored) / (2L * scored));
	}

	static boolean isPass(Scale scale, int scaled) {
		return scaled >= scale.cut();
	}

}
