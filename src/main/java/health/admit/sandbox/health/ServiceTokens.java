package health.admit.sandbox.health;

import java.util.List;
import java.util.Locale;

import health.admit.sandbox.oidc.Caller;
import health.admit.sandbox.oidc.TokenReader;
import health.admit.sandbox.oidc.TokenRefused;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;

/**
 * Finds out who calls a service. The challenge of a refusal names authority and audience,
 * as the managed services do.
 */
@Component
class ServiceTokens {

	private final TokenReader tokens;

	ServiceTokens(TokenReader tokens) {
		this.tokens = tokens;
	}

	/**
	 * Reads the token of a request.
	 * @param audiences what the service accepts; the last one is named in the challenge
	 * @throws NotAuthenticated when there is none or it is no good
	 */
	Caller caller(HttpServletRequest request, String authority, List<String> audiences) {
		String resource = audiences.get(audiences.size() - 1);
		String challenge = "Bearer authorization_uri=\"" + authority + "\", resource_id=\"" + resource + "\", realm=\""
				+ resource + "\"";
		String authorization = request.getHeader("Authorization");
		if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith("bearer ")) {
			throw new NotAuthenticated(challenge);
		}
		try {
			Caller caller = this.tokens.read(authorization.substring("bearer ".length()).trim(),
					audiences.toArray(String[]::new));
			request.setAttribute("sandbox.caller", caller);
			return caller;
		}
		catch (TokenRefused ex) {
			throw new NotAuthenticated(challenge + ", error=\"invalid_token\"" + description(ex.reason()));
		}
	}

	private static String description(TokenRefused.Reason reason) {
		String text = switch (reason) {
			case AUDIENCE -> "The audience is invalid";
			case EXPIRED -> "The token is expired";
			case NOT_YET_VALID -> "The token is not valid yet";
			case ISSUER -> "The issuer is invalid";
			case SIGNATURE -> "The signature is invalid";
			case MISSING, MALFORMED, SCOPE -> "";
		};
		return text.isEmpty() ? "" : ", error_description=\"" + text + "\"";
	}

}
