package dev.rehearsal.account;

import org.jspecify.annotations.Nullable;

/** Where to go on after a sign-in: never to another site. */
public final class LocalPath {

	private static final int LONGEST = 500;

	private LocalPath() {
	}

	/**
	 * What is left of an address that anyone can have written.
	 * @param wanted a path of this application, or anything else
	 * @return the path, or the first page's
	 */
	public static String of(@Nullable String wanted) {
		return (wanted != null && wanted.length() <= LONGEST && wanted.matches("/(?!/)[\\w./~?=&-]*")) ? wanted : "/";
	}

}
