package dev.rehearsal.attempt;

import dev.rehearsal.account.CandidateId;
import dev.rehearsal.account.GuestJoined;

import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Attempts of a guest who has an account. They become the account's, whatever their
 * state: one that runs goes on, since its page asks for it with the account from then on.
 */
@Component
public class GuestAttempts {

	/** One exam can't run twice for one candidate: the guest's own stays the guest's. */
	private static final String MOVE = """
			update attempt set candidate_id = :account where candidate_id = :guest
			    and not (state = 'IN_PROGRESS' and exists (
			        select from attempt other where other.candidate_id = :account and other.state = 'IN_PROGRESS'
			            and (other.pack_id, other.blueprint, other.mode)
			                = (attempt.pack_id, attempt.blueprint, attempt.mode)))
			""";

	private final JdbcClient jdbc;

	GuestAttempts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * How much there is to move.
	 * @param guest who a browser was before the sign-in
	 * @return attempts in any state
	 */
	public int count(CandidateId guest) {
		return this.jdbc.sql("select count(*) from attempt where candidate_id = ?")
			.param(guest.value())
			.query(Integer.class)
			.single();
	}

	/**
	 * Gives a guest's attempts to an account, all that can be or, if it fails, none.
	 * @param joined the guest and the account
	 */
	@EventListener
	public void move(GuestJoined joined) {
		try {
			moveOnce(joined);
		}
		catch (DuplicateKeyException ex) {
			// The account has begun the same exam in this very moment: that one is seen
			// now.
			moveOnce(joined);
		}
	}

	private void moveOnce(GuestJoined joined) {
		this.jdbc.sql(MOVE).param("account", joined.account().value()).param("guest", joined.guest().value()).update();
	}

}
