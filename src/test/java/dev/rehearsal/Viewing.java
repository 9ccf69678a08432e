package dev.rehearsal;

import java.util.List;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;

/**
 * How somebody looks at a page: on what screen, light or dark, with or without scripts.
 *
 * @param phone whether on a phone of 390 by 844, or else on a desktop of 1280 by 800
 * @param isDark whether the system asks for dark colours
 * @param script whether JavaScript runs
 */
public record Viewing(boolean phone, boolean isDark, boolean script) {

	/** On a desktop, light, with scripts. */
	public static final Viewing DESKTOP = new Viewing(false, false, true);

	/** On a phone, light, with scripts. */
	public static final Viewing PHONE = new Viewing(true, false, true);

	/**
	 * Desktop and phone, light and dark: once each, or in all four pairs if the system
	 * property {@code rehearsal.test.viewings} is {@code all}, for whoever looks at the
	 * pictures.
	 */
	public static final List<Viewing> ALL = "all".equals(System.getProperty("rehearsal.test.viewings"))
			? List.of(DESKTOP, DESKTOP.dark(), PHONE, PHONE.dark()) : List.of(DESKTOP, PHONE.dark());

	/**
	 * The same, dark.
	 * @return a changed copy
	 */
	public Viewing dark() {
		return new Viewing(this.phone, true, this.script);
	}

	/**
	 * The same, with JavaScript switched off.
	 * @return a changed copy
	 */
	public Viewing withoutScript() {
		return new Viewing(this.phone, this.isDark, false);
	}

	NewContextOptions options(String baseUrl) {
		NewContextOptions options = new NewContextOptions().setBaseURL(baseUrl)
			.setLocale("en-GB")
			.setTimezoneId("Europe/Berlin")
			.setColorScheme(this.isDark ? ColorScheme.DARK : ColorScheme.LIGHT)
			.setJavaScriptEnabled(this.script);
		return this.phone ? options.setViewportSize(390, 844).setIsMobile(true).setHasTouch(true)
				: options.setViewportSize(1280, 800);
	}

	/** Such as {@code phone-dark}: the end of a screenshot's name. */
	@Override
	public String toString() {
		return (this.phone ? "phone" : "desktop") + (this.isDark ? "-dark" : "-light")
				+ (this.script ? "" : "-without-script");
	}

}
