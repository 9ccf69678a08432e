package dev.rehearsal.account;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who can sign in. Pages find the visitor's own as {@code visitor}; it is
 * missing for guests.
 *
 * @param id the candidate that they are
 * @param name as others see it
 * @param login user name or e-mail address; null if they sign in by a provider only
 * @param role what they may do
 */
public record Account(CandidateId id, String name, @Nullable String login, Role role) {

	/** The name of the request attribute that holds the account of who asks. */
	public static final String VISITOR = "visitor";

	/**
	 * Whether they may do what a role may.
	 * @param role the role
	 * @return true for each role that theirs includes
	 */
	public boolean may(Role role) {
		return this.role.compareTo(role) >= 0;
	}

}
