package dev.rehearsal.scoring.web;

import dev.rehearsal.form.ExamPlan.Scale;

/**
 * Where things stand on the drawn scale, in the units of the drawing.
 *
 * @param scale the reported scale
 * @param scaled the score
 */
public record ScaleDrawing(Scale scale, int scaled) {

	private static final int LEFT = 20;

	private static final int WIDTH = 600;

	/**
	 * The place of a score.
	 * @param score on the scale
	 * @return the x coordinate, 20 to 620
	 */
	public int x(int score) {
		return LEFT + Math
			.round((float) WIDTH * (score - this.scale.lowest()) / (this.scale.highest() - this.scale.lowest()));
	}

	/**
	 * Where a label of a score begins that must not leave the drawing.
	 * @return the x coordinate of its middle
	 */
	public int labelX() {
		return Math.clamp(x(this.scaled), LEFT + 24, LEFT + WIDTH - 24);
	}

}
