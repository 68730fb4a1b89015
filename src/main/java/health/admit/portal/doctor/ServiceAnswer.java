package health.admit.portal.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What a FHIR or DICOM service, Graph or Azure answered.
 *
 * @param status the HTTP status; 0 where it is not known
 * @param challenges the values of all {@code WWW-Authenticate} headers
 * @param body as it came, or its beginning
 */
public record ServiceAnswer(int status, List<String> challenges, String body) {

	private static final Pattern STATUS_LINE = Pattern
		.compile("(?:HTTP/[0-9.]{1,3}|Status(?: ?Code)?:?) ?([1-5]\\d\\d)(?!\\d)", Pattern.CASE_INSENSITIVE);

	private static final Pattern STATUS_WORDS = Pattern.compile(
			"(?<!\\d)(400|401|403|404|405|409|429|500|502|503|504)(?!\\d)[\\s:,()-]{0,3}(?:Bad Request|Unauthorized|Forbidden|Not Found"
					+ "|Method Not Allowed|Conflict|Too Many Requests|Internal Server Error|Bad Gateway|Service Unavailable|Gateway Timeout)",
			Pattern.CASE_INSENSITIVE);

	/** Between headers, where curl tells how much it has sent or got. */
	private static final Pattern BYTES_OF_CURL = Pattern.compile("[{}] \\[\\d+ bytes data]");

	private static final String CHALLENGE = "www-authenticate";

	public ServiceAnswer {
		challenges = List.copyOf(challenges);
	}

	/**
	 * Reads what somebody copied: a status line, headers, a body, or some of them; also
	 * as command line tools print them, with {@code <} in front.
	 */
	static ServiceAnswer in(String text) {
		List<String> challenges = new ArrayList<>();
		StringBuilder body = new StringBuilder();
		boolean inBody = false;
		for (String line : text.split("\\r?\\n", -1)) {
			String plain = line.startsWith("< ") ? line.substring(2) : line;
			if (!inBody && isChallenge(plain)) {
				challenges.add(plain.strip());
			}
			else if (!BYTES_OF_CURL.matcher(plain.strip()).matches()) {
				inBody |= plain.strip().startsWith("{") || plain.strip().startsWith("[");
				body.append(plain).append('\n');
			}
		}
		return new ServiceAnswer(status(text), challenges, body.toString());
	}

	/** The first Bearer challenge that can be read. */
	@Nullable Challenge challenge() {
		return this.challenges.stream().flatMap((value) -> Challenge.parse(value).stream()).findFirst().orElse(null);
	}

	private static boolean isChallenge(String line) {
		String start = line.strip();
		return start.regionMatches(true, 0, CHALLENGE, 0, CHALLENGE.length())
				|| (start.regionMatches(true, 0, "Bearer ", 0, 7) && start.toLowerCase(Locale.ROOT).contains("=\""));
	}

	private static int status(String text) {
		Matcher line = STATUS_LINE.matcher(text);
		if (line.find()) {
			return Integer.parseInt(line.group(1));
		}
		Matcher words = STATUS_WORDS.matcher(text);
		return words.find() ? Integer.parseInt(words.group(1)) : 0;
	}

}
