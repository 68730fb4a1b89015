package health.admit.portal.signin;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

import static java.util.Map.entry;

/**
 * Why signing in failed, as the page explains it.
 *
 * @param kind names the messages {@code signin.problem.<kind>.title}, {@code .why} and
 * {@code .next}
 * @param code Entra's code or the OAuth error; empty when there is none
 * @param detail the sign-in service's own words; hostile input when shown
 * @param reference correlation id for support; may be empty
 */
record SignInProblem(String kind, String code, String detail, String reference) {

	/** Name of the request attribute for the page. */
	static final String ATTRIBUTE = "signin.problem";

	private static final Pattern AADSTS = Pattern.compile("\\b(AADSTS\\d{4,8})\\b:?");

	private static final Pattern TRACE = Pattern.compile("\\s*Trace ID:.*", Pattern.DOTALL);

	private static final Pattern CORRELATION = Pattern.compile("Correlation ID: ([0-9a-fA-F-]{36})");

	private static final Map<String, String> BY_AADSTS = Map.ofEntries(entry("AADSTS7000222", "own-secret-expired"),
			entry("AADSTS7000215", "own-secret-wrong"), entry("AADSTS7000218", "own-secret-wrong"),
			entry("AADSTS700027", "own-certificate"), entry("AADSTS50012", "own-certificate"),
			entry("AADSTS700016", "own-missing"), entry("AADSTS7000229", "own-missing"),
			entry("AADSTS90002", "own-missing"), entry("AADSTS7000112", "own-disabled"),
			entry("AADSTS50011", "redirect-uri"), entry("AADSTS900971", "redirect-uri"),
			entry("AADSTS50105", "not-assigned"), entry("AADSTS50020", "wrong-account"),
			entry("AADSTS50034", "wrong-account"), entry("AADSTS16000", "wrong-account"),
			entry("AADSTS65001", "consent"), entry("AADSTS90094", "consent"), entry("AADSTS90095", "consent"),
			entry("AADSTS90008", "consent"), entry("AADSTS650056", "consent"), entry("AADSTS65004", "declined"),
			entry("AADSTS53000", "blocked"), entry("AADSTS53001", "blocked"), entry("AADSTS53003", "blocked"),
			entry("AADSTS530035", "blocked"), entry("AADSTS50057", "blocked"));

	private static final Map<String, String> BY_ERROR = Map.of("access_denied", "declined", "consent_required",
			"consent", "authorization_request_not_found", "lost", "invalid_state_parameter", "lost", "invalid_nonce",
			"lost", "invalid_id_token", "token", "invalid_token_response", "unreachable", "server_error", "unreachable",
			"temporarily_unavailable", "unreachable", "loop", "loop");

	private static final Set<String> DECLINED = Set.of("consent", "declined");

	static SignInProblem of(AuthenticationException failure) {
		return (failure instanceof OAuth2AuthenticationException oauth) ? of(oauth.getError())
				: new SignInProblem("other", "", "", "");
	}

	static SignInProblem of(OAuth2Error error) {
		String description = (error.getDescription() != null) ? error.getDescription() : "";
		Matcher aadsts = AADSTS.matcher(description);
		String code = aadsts.find() ? aadsts.group(1) : error.getErrorCode();
		String kind = BY_AADSTS.getOrDefault(code, BY_ERROR.getOrDefault(error.getErrorCode(), "other"));
		Matcher correlation = CORRELATION.matcher(description);
		return new SignInProblem(kind, code, TRACE.matcher(description).replaceFirst(""),
				correlation.find() ? correlation.group(1) : "");
	}

	/**
	 * Whether the portal was not given what it asked for, by the person or for want of an
	 * administrator's consent.
	 */
	boolean isRefusal() {
		return DECLINED.contains(this.kind);
	}

	/**
	 * Whether only the people who run the portal can help.
	 */
	boolean isOurs() {
		return this.kind.startsWith("own-") || "redirect-uri".equals(this.kind);
	}

}
