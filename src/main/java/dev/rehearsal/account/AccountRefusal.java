package dev.rehearsal.account;

import java.util.Locale;

/** Why an account was not made or changed. Nothing was. */
public enum AccountRefusal {

	/** No name, or one of more than 80 characters. */
	NAME,

	/**
	 * The user name or e-mail address has blanks, or fewer than 3 or more than 100
	 * characters.
	 */
	LOGIN,

	/** The user name or e-mail address has an account already. */
	LOGIN_TAKEN,

	/** The password has fewer than 12 characters. */
	PASSWORD_SHORT,

	/** The password has more than 72 bytes, which is all that bcrypt looks at. */
	PASSWORD_LONG,

	/** The password is the login, or hardly more than one character repeated. */
	PASSWORD_SIMPLE,

	/** The present password was not right. */
	PASSWORD_WRONG,

	/** Too many accounts were made, or passwords tried, from one address. */
	TOO_MANY,

	/** Nobody takes away their own role or that of the last administrator. */
	LAST_ADMINISTRATOR;

	/**
	 * The refusal in the words of message keys.
	 * @return such as {@code login-taken}
	 */
	public String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
