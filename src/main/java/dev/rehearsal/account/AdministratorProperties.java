package dev.rehearsal.account;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The first administrator.
 *
 * @param password what they sign in with; made up if it is missing or empty
 */
@ConfigurationProperties("rehearsal.administrator")
record AdministratorProperties(@Nullable String password) {

	/** Records print what they hold; this one must not. */
	@Override
	public String toString() {
		return "AdministratorProperties";
	}

}
