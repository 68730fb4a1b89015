package health.admit.portal.reminders;

import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Makes texts of others fit for a mail.
 */
final class MailText {

	private static final int LONGEST_LINE = 200;

	private static final int LONGEST_ADDRESS = 254;

	/** Line ends, other control characters, and what turns the reading direction. */
	private static final Pattern UNWANTED = Pattern
		.compile("[\\p{Cc}\\p{Cs}\\u2028\\u2029\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

	/** The plain form only: no display name, no quotes, no comment, no list. */
	private static final Pattern ADDRESS = Pattern.compile(
			"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*");

	private MailText() {
	}

	/** One line that ends where it seems to end. */
	static String line(String text) {
		String line = UNWANTED.matcher(text).replaceAll(" ").strip();
		if (line.length() <= LONGEST_LINE) {
			return line;
		}
		boolean halved = Character.isHighSurrogate(line.charAt(LONGEST_LINE - 1));
		return line.substring(0, halved ? LONGEST_LINE - 1 : LONGEST_LINE) + "\u2026";
	}

	/** The address, if it is exactly one that can be written to. */
	static Optional<String> address(@Nullable String text) {
		return Optional.ofNullable(text)
			.map(String::strip)
			.filter((address) -> address.length() <= LONGEST_ADDRESS && ADDRESS.matcher(address).matches());
	}

}
