package dev.rehearsal.scoring;

import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Immutable;

import org.springframework.data.domain.Persistable;

/** The score of an ended attempt. There is one an attempt, and it never changes. */
@Entity
@Immutable
public class ScoreReport implements Persistable<UUID> {

	@Id
	private UUID attemptId;

	@Column(name = "right_count")
	private int right;

	private int scored;

	private int scaled;

	private boolean passed;

	private List<Boolean> grades;

	private List<Integer> sequences;

	@SuppressWarnings("NullAway.Init")
	protected ScoreReport() {
	}

	ScoreReport(UUID attemptId, int right, int scored, int scaled, boolean passed, List<Boolean> grades,
			List<Integer> sequences) {
		this.attemptId = attemptId;
		this.right = right;
		this.scored = scored;
		this.scaled = scaled;
		this.passed = passed;
		this.grades = grades;
		this.sequences = sequences;
	}

	@Override
	public UUID getId() {
		return this.attemptId;
	}

	/** A report is saved once; a second one for the attempt fails on its key. */
	@Override
	public boolean isNew() {
		return true;
	}

	/**
	 * The raw score.
	 * @return how many scored items were answered right
	 */
	public int right() {
		return this.right;
	}

	/**
	 * What the raw score is out of.
	 * @return how many items were scored
	 */
	public int scored() {
		return this.scored;
	}

	/**
	 * The scaled score.
	 * @return on the blueprint's scale
	 */
	public int scaled() {
		return this.scaled;
	}

	/**
	 * Whether the scaled score reaches the cut score.
	 * @return pass or not
	 */
	public boolean passed() {
		return this.passed;
	}

	/**
	 * Whether the item at a position was answered right, scored or not.
	 * @param position from 1
	 * @return right or wrong
	 */
	public boolean isRight(int position) {
		return this.grades.get(position - 1);
	}

	/**
	 * Which save of an item was graded.
	 * @param position from 1
	 * @return its sequence, 0 if nothing was saved
	 */
	public int gradedSequence(int position) {
		return this.sequences.get(position - 1);
	}

}
