package dev.rehearsal.account;

/** An account was not made or changed, for one of a closed set of reasons. */
public class AccountRefusedException extends RuntimeException {

	private final AccountRefusal refusal;

	AccountRefusedException(AccountRefusal refusal) {
		super("Refused: " + refusal.code());
		this.refusal = refusal;
	}

	/**
	 * Why.
	 * @return one of a closed set
	 */
	public AccountRefusal refusal() {
		return this.refusal;
	}

}
