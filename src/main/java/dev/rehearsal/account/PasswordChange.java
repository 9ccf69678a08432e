package dev.rehearsal.account;

import java.time.Instant;
import java.util.Objects;

import dev.rehearsal.account.SignIn.Outcome;

import org.springframework.stereotype.Component;

/** Changing a password, which signs out everywhere. */
@Component
public class PasswordChange {

	private final SignIn signIn;

	private final Passwords passwords;

	private final PasswordLinks links;

	private final Sessions sessions;

	PasswordChange(SignIn signIn, Passwords passwords, PasswordLinks links, Sessions sessions) {
		this.links = links;
		this.signIn = signIn;
		this.passwords = passwords;
		this.sessions = sessions;
	}

	/**
	 * Replaces a password. All browsers are signed out.
	 * @param account whose; it has a login
	 * @param present the password so far
	 * @param wanted the new one
	 * @param address where the request came from
	 * @param now the time
	 * @throws AccountRefusedException if one of them is not right
	 */
	public void change(Account account, String present, String wanted, String address, Instant now) {
		String login = Objects.requireNonNull(account.login());
		AccountRules.problem(login, wanted).ifPresent((refusal) -> {
			throw new AccountRefusedException(refusal);
		});
		switch (this.signIn.attempt(login, present, address, now)) {
			case Outcome.Accepted accepted -> this.passwords.change(accepted.account().id(), wanted);
			case Outcome.Refused refused -> throw new AccountRefusedException(AccountRefusal.PASSWORD_WRONG);
			case Outcome.Wait wait -> throw new AccountRefusedException(AccountRefusal.TOO_MANY);
		}
		this.links.withdraw(account.id());
		signOutEverywhere(account);
	}

	/**
	 * Ends all sessions of an account.
	 * @param account whose
	 */
	public void signOutEverywhere(Account account) {
		this.sessions.closeAll(account.id());
	}

}
