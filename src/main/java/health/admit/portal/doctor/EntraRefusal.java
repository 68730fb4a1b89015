package health.admit.portal.doctor;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What Entra said when it refused a sign-in or a token: the JSON of the token endpoint,
 * the query of a redirect, or the text a person copied from a page or a log.
 *
 * @param number what follows {@code AADSTS}; null where there is none
 * @param error the OAuth 2.0 error, such as {@code invalid_grant}
 * @param description all that was said
 * @param json whether it came as the token endpoint sends it
 */
record EntraRefusal(@Nullable Integer number, @Nullable String error, String description, boolean json) {

	private static final Pattern NUMBER = Pattern.compile("AADSTS\\s?(\\d{4,8})(?!\\d)", Pattern.CASE_INSENSITIVE);

	private static final Pattern QUERY_DESCRIPTION = Pattern.compile("[?&#\\s]?error_description=([^&\\s]{1,16000})");

	private static final Pattern QUERY_ERROR = Pattern.compile("(?:^|[?&#\\s])error=([a-z_]{3,40})(?![a-z_])");

	private static final Pattern PLAIN_ERROR = Pattern
		.compile("(?:^|[\\s\"'(:])(invalid_(?:client|grant|scope|resource|request)|unauthorized_client"
				+ "|unsupported_(?:grant_type|response_type)|interaction_required|consent_required|login_required"
				+ "|access_denied|authorization_pending|authorization_declined|bad_verification_code|expired_token"
				+ "|temporarily_unavailable)(?![a-z_])");

	/**
	 * Reads a text; empty where it holds neither an AADSTS number nor an OAuth 2.0 error.
	 */
	static Optional<EntraRefusal> in(String text) {
		Json json = Json.in(text);
		String stated = json.text("error");
		boolean sentAsJson = stated != null;
		String description = json.text("error_description");
		if (stated == null || description == null) {
			Matcher query = QUERY_DESCRIPTION.matcher(text);
			description = query.find() ? decoded(query.group(1)) + "\n" + text : text;
			stated = (stated != null) ? stated : error(text);
		}
		Integer number = number(description);
		return (number == null && stated == null) ? Optional.empty()
				: Optional.of(new EntraRefusal(number, stated, description + ids(json), sentAsJson));
	}

	/** The code as everybody writes it. */
	@Nullable String code() {
		return (this.number != null) ? "AADSTS" + this.number : this.error;
	}

	/** Services use some of the same words; none of them sends these. */
	boolean isCertain() {
		return this.number != null || this.json;
	}

	private static @Nullable Integer number(String text) {
		Matcher matcher = NUMBER.matcher(text);
		return matcher.find() ? Integer.valueOf(matcher.group(1)) : null;
	}

	private static @Nullable String error(String text) {
		Matcher query = QUERY_ERROR.matcher(text);
		if (query.find()) {
			return query.group(1);
		}
		Matcher plain = PLAIN_ERROR.matcher(text);
		return plain.find() ? plain.group(1) : null;
	}

	private static String ids(Json json) {
		String correlation = json.text("correlation_id");
		return (correlation != null) ? "\nCorrelation ID: " + correlation : "";
	}

	private static String decoded(String text) {
		try {
			return URLDecoder.decode(text, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return text;
		}
	}

}
