package dev.rehearsal.account;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsPasswordService;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The password hashes. Spring Security compares them, and has old ones replaced. */
@Component
class Passwords implements UserDetailsService, UserDetailsPasswordService {

	private final JdbcClient jdbc;

	private final PasswordEncoder encoder;

	Passwords(JdbcClient jdbc, PasswordEncoder encoder) {
		this.jdbc = jdbc;
		this.encoder = encoder;
	}

	String hash(String password) {
		return Objects.requireNonNull(this.encoder.encode(password));
	}

	void change(CandidateId candidate, String password) {
		this.jdbc.sql("update account set password_hash = ? where candidate_id = ? and login is not null")
			.params(hash(password), candidate.value())
			.update();
	}

	@Override
	public UserDetails loadUserByUsername(String login) {
		return this.jdbc.sql("select password_hash from account where login = ?")
			.param(login)
			.query(String.class)
			.optional()
			.map((hash) -> User.withUsername(login).password(hash).build())
			.orElseThrow(() -> new UsernameNotFoundException("No such account"));
	}

	@Override
	public UserDetails updatePassword(UserDetails user, @Nullable String newHash) {
		this.jdbc.sql("update account set password_hash = :hash where login = :login and password_hash = :old")
			.param("hash", newHash)
			.param("login", user.getUsername())
			.param("old", user.getPassword())
			.update();
		return User.withUserDetails(user).password(newHash).build();
	}

}
