package health.admit.portal.connection;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The address a browser was sent to after a sign-in, as somebody pasted it.
 *
 * @param code null where there is none
 * @param refused the parameters of a refusal, for whoever explains it; null where the
 * sign-in was not refused
 * @param problem why the address is of no use; null where it is
 */
record SignInAnswer(@Nullable String code, @Nullable String refused, @Nullable Problem problem) {

	private static final int LONGEST = 20_000;

	static SignInAnswer of(String pasted, String redirectUri, String state) {
		String text = pasted.strip();
		if (text.isEmpty() || text.length() > LONGEST) {
			return new SignInAnswer(null, null, Problem.EMPTY);
		}
		int start = text.indexOf('?');
		if (start < 0 || !sameAddress(text.substring(0, start), redirectUri)) {
			return new SignInAnswer(null, null, Problem.OTHER_ADDRESS);
		}
		String query = text.substring(start + 1).replaceFirst("#.*", "");
		Map<String, String> parameters = parameters(query);
		if (!state.isEmpty() && !state.equals(parameters.get("state"))) {
			return new SignInAnswer(null, null, Problem.OTHER_SIGN_IN);
		}
		if (parameters.containsKey("error")) {
			return new SignInAnswer(null, query, null);
		}
		String code = parameters.getOrDefault("code", "");
		return code.isEmpty() ? new SignInAnswer(null, null, Problem.NO_CODE) : new SignInAnswer(code, null, null);
	}

	private static boolean sameAddress(String address, String redirectUri) {
		return plain(address).equalsIgnoreCase(plain(redirectUri.replaceFirst("\\?.*", "")));
	}

	/** Browsers put a slash behind a host. */
	private static String plain(String address) {
		return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
	}

	private static Map<String, String> parameters(String query) {
		Map<String, String> parameters = new HashMap<>();
		for (String pair : query.split("&")) {
			int equals = pair.indexOf('=');
			if (equals > 0) {
				parameters.put(pair.substring(0, equals), decoded(pair.substring(equals + 1)));
			}
		}
		return parameters;
	}

	private static String decoded(String text) {
		try {
			return URLDecoder.decode(text, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return text;
		}
	}

	@Override
	public String toString() {
		return "SignInAnswer[redacted]";
	}

	/**
	 * Why an address is of no use.
	 */
	enum Problem {

		EMPTY, OTHER_ADDRESS, NO_CODE, OTHER_SIGN_IN;

		/** Key of the message. */
		String text() {
			return "connection.answer." + name();
		}

	}

}
