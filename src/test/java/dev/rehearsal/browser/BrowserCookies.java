package dev.rehearsal.browser;

import com.microsoft.playwright.options.Cookie;

/** Cookies as they are carried to another browser. */
final class BrowserCookies {

	private BrowserCookies() {
	}

	static Cookie copy(Cookie cookie) {
		return new Cookie(cookie.name, cookie.value).setDomain(cookie.domain).setPath(cookie.path);
	}

}
