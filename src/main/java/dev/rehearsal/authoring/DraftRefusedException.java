package dev.rehearsal.authoring;

/** Nothing was stored, and the author is told why. */
public class DraftRefusedException extends RuntimeException {

	private final DraftRefusal refusal;

	private final String detail;

	/**
	 * Refuses a change.
	 * @param refusal why
	 * @param detail the name of the file, or a sentence about the archive; possibly empty
	 */
	public DraftRefusedException(DraftRefusal refusal, String detail) {
		super(refusal + ": " + detail);
		this.refusal = refusal;
		this.detail = detail;
	}

	/**
	 * Why.
	 * @return the reason
	 */
	public DraftRefusal refusal() {
		return this.refusal;
	}

	/**
	 * The name of the file, or a sentence about the archive.
	 * @return possibly empty
	 */
	public String detail() {
		return this.detail;
	}

}
