package dev.rehearsal.account;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** What an account may do. Each role may do what those before it may. */
public enum Role {

	/** Sits exams, as guests do. */
	CANDIDATE,

	/** Writes packs too. */
	INSTRUCTOR,

	/** Invites instructors too. */
	ADMINISTRATOR;

	/** What only those have who are signed in, whatever their role. */
	static final String SIGNED_IN = "SIGNED_IN";

	/**
	 * The role in the words of message keys.
	 * @return such as {@code instructor}
	 */
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** The roles that this one includes, as Spring Security names them. */
	List<GrantedAuthority> authorities() {
		return Arrays.stream(values())
			.filter((role) -> role.compareTo(this) <= 0)
			.map((role) -> (GrantedAuthority) new SimpleGrantedAuthority("ROLE_" + role))
			.toList();
	}

}
