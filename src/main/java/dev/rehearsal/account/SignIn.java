package dev.rehearsal.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.rehearsal.account.Failures.Counter;

import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Finds out by a password who somebody is, and slows guessing down. */
@Component
public class SignIn {

	/** For one login from one place. */
	private static final Throttle PERSON = new Throttle(5, Throttle.LONG);

	/** For one place, where a whole class may sit. */
	private static final Throttle PLACE = new Throttle(50, Throttle.SHORT);

	/**
	 * For one login from everywhere: high, so that nobody can easily lock another out.
	 */
	private static final Throttle LOGIN = new Throttle(100, Throttle.LONG);

	private final Accounts accounts;

	private final Failures failures;

	private final DaoAuthenticationProvider provider;

	SignIn(Accounts accounts, Failures failures, Passwords passwords, PasswordEncoder encoder) {
		this.accounts = accounts;
		this.failures = failures;
		// It takes as long for a login that does not exist as for a wrong password.
		this.provider = new DaoAuthenticationProvider(passwords);
		this.provider.setPasswordEncoder(encoder);
		this.provider.setUserDetailsPasswordService(passwords);
	}

	/**
	 * Tries a password.
	 * @param typed the login as a person typed it
	 * @param password the password
	 * @param address where the request came from
	 * @param now the time
	 * @return what came of it, one of a closed set
	 */
	public Outcome attempt(String typed, String password, String address, Instant now) {
		String login = AccountRules.login(typed);
		String place = ClientAddress.of(address);
		List<Counter> counters = List.of(new Counter("person " + place + " " + login, PERSON),
				new Counter("place " + place, PLACE), new Counter("login " + login, LOGIN));
		Failures.Try counted = this.failures.take(counters, now);
		if (counted.waiting().isPositive()) {
			return new Outcome.Wait(counted.waiting());
		}
		try {
			this.provider.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(login, password));
		}
		catch (BadCredentialsException ex) {
			return new Outcome.Refused();
		}
		this.failures.giveBack(counted);
		this.failures.forget(counters.getFirst());
		return this.accounts.withLogin(login)
			.map((account) -> (Outcome) new Outcome.Accepted(account))
			.orElseGet(Outcome.Refused::new);
	}

	/** What came of a try. */
	public sealed interface Outcome {

		/**
		 * The password was right.
		 *
		 * @param account whose it is
		 */
		record Accepted(Account account) implements Outcome {
		}

		/** There is no such login, or it has another password: which is not told. */
		record Refused() implements Outcome {
		}

		/**
		 * The password was not looked at.
		 *
		 * @param left how long to wait
		 */
		record Wait(Duration left) implements Outcome {

			/**
			 * How long to wait, for people.
			 * @return whole minutes, rounded up
			 */
			public long minutes() {
				return this.left.plusSeconds(59).toMinutes();
			}

		}

	}

}
