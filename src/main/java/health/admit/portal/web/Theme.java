package health.admit.portal.web;

import java.util.Arrays;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * How the pages look. {@code AUTO} follows the operating system.
 */
enum Theme {

	AUTO, LIGHT, DARK;

	static final String COOKIE = "admit-theme";

	/**
	 * Reads a cookie or a form field; anything unknown means {@code AUTO}.
	 */
	static Theme of(@Nullable String text) {
		return Arrays.stream(values()).filter((theme) -> theme.key().equals(text)).findFirst().orElse(AUTO);
	}

	/**
	 * The value of the cookie and of {@code data-bs-theme}.
	 */
	String key() {
		return name().toLowerCase(Locale.ROOT);
	}

}
