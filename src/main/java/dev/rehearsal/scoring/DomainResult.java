package dev.rehearsal.scoring;

/**
 * What a candidate reached in a content domain.
 *
 * @param title the domain
 * @param weight percent of the exam, 0 to 100
 * @param right how many scored items of the domain were answered right
 * @param scored how many there were
 * @param meetsCompetencies whether the share of right items is what the cut score asks
 * for
 */
public record DomainResult(String title, int weight, int right, int scored, boolean meetsCompetencies) {

	/**
	 * The share of right items.
	 * @return percent, rounded half up, 0 if the domain had no scored item
	 */
	public int percent() {
		return (this.scored > 0) ? (200 * this.right + this.scored) / (2 * this.scored) : 0;
	}

}
