package dev.rehearsal.account;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * What an account's name, login and password may be. Length is what makes a password hard
 * to guess; no kinds of characters are asked for.
 */
final class AccountRules {

	static final int SHORTEST_PASSWORD = 12;

	/** Bcrypt would ignore the rest. */
	private static final int MOST_BYTES = 72;

	private static final int LEAST_KINDS = 4;

	private static final int LONGEST_NAME = 80;

	private AccountRules() {
	}

	/** Small letters, so that nobody is another by a capital one. */
	static String login(String typed) {
		return typed.replaceAll("\\p{Cc}", "").strip().toLowerCase(Locale.ROOT);
	}

	static String name(String typed) {
		String name = typed.strip();
		boolean unreadable = name.codePoints().anyMatch((c) -> Character.isISOControl(c) || isFormatting(c));
		if (name.isEmpty() || name.length() > LONGEST_NAME || unreadable) {
			throw new AccountRefusedException(AccountRefusal.NAME);
		}
		return name;
	}

	static void check(String login, String password) {
		if (!login.matches("[\\p{L}\\p{N}.@_+-]{3,100}")) {
			throw new AccountRefusedException(AccountRefusal.LOGIN);
		}
		problem(login, password).ifPresent((refusal) -> {
			throw new AccountRefusedException(refusal);
		});
	}

	static Optional<AccountRefusal> problem(String login, String password) {
		if (password.codePointCount(0, password.length()) < SHORTEST_PASSWORD) {
			return Optional.of(AccountRefusal.PASSWORD_SHORT);
		}
		if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
			return Optional.of(AccountRefusal.PASSWORD_LONG);
		}
		if (password.equalsIgnoreCase(login) || password.codePoints().distinct().count() < LEAST_KINDS) {
			return Optional.of(AccountRefusal.PASSWORD_SIMPLE);
		}
		return Optional.empty();
	}

	/** Such characters turn the text that follows around, or cannot be seen. */
	private static boolean isFormatting(int c) {
		return Character.getType(c) == Character.FORMAT;
	}

}
