package health.admit.portal.directory;

import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes conditions for Graph. Every text that comes from outside gets into a query here
 * and nowhere else, so that a quote in it stays a quote.
 *
 * @see <a href="https://learn.microsoft.com/graph/query-parameters">Query parameters</a>
 */
final class ODataText {

	/**
	 * The SDK does not double a quote in a key segment, so no key may hold one.
	 */
	private static final Pattern UNIQUE_NAME = Pattern.compile("[a-z0-9-]{1,64}");

	private static final Pattern CREDENTIAL_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,119}");

	private ODataText() {
	}

	static String equal(String property, String value) {
		return property + " eq " + literal(value);
	}

	/**
	 * Condition on a reference by object id or app id, which these properties hold as
	 * text.
	 */
	static String equal(String property, UUID value) {
		return equal(property, value.toString());
	}

	static String startsWith(String property, String value) {
		return "startswith(" + property + "," + literal(value) + ")";
	}

	static String anyEqual(String collection, String value) {
		return collection + "/any(x:x eq " + literal(value) + ")";
	}

	static String and(String... conditions) {
		return Arrays.stream(conditions).collect(Collectors.joining(" and "));
	}

	static String or(String... conditions) {
		return Arrays.stream(conditions).collect(Collectors.joining(" or "));
	}

	/**
	 * A {@code $search} for the words of a text in one property.
	 */
	static String search(String property, String words) {
		return "\"" + property + ":" + words.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
	}

	/**
	 * A {@code uniqueName} as it may stand in a key segment.
	 * @throws IllegalArgumentException for anything but 1 to 64 small letters, digits and
	 * dashes
	 */
	static String uniqueName(String value) {
		if (!UNIQUE_NAME.matcher(value).matches()) {
			throw new IllegalArgumentException("Not a unique name: " + value.length() + " characters");
		}
		return value;
	}

	/**
	 * The name of a federated credential as it may stand in a key segment.
	 * @throws IllegalArgumentException for a name that Entra would not take
	 */
	static String credentialName(String value) {
		if (!CREDENTIAL_NAME.matcher(value).matches()) {
			throw new IllegalArgumentException("Not a credential name: " + value.length() + " characters");
		}
		return value;
	}

	/**
	 * Whether a text is written as a GUID; {@link UUID#fromString} takes more than that.
	 */
	static boolean isGuid(String text) {
		return text.toLowerCase(Locale.ROOT).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
	}

	private static String literal(String value) {
		return "'" + value.replace("'", "''") + "'";
	}

}
