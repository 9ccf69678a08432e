package dev.rehearsal.account.web;

import java.nio.charset.StandardCharsets;

import org.springframework.web.util.UriUtils;

/** Where the pages of accounts lead. */
final class AccountPages {

	private AccountPages() {
	}

	/**
	 * Whoever has just signed in is first asked about what they did as a guest; where
	 * there is nothing, they are sent on at once.
	 */
	static String afterSignIn(String path) {
		return "redirect:/account/attempts?then=" + UriUtils.encode(path, StandardCharsets.UTF_8);
	}

}
