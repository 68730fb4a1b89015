package health.admit.portal.signin;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Error;

/**
 * An error of the sign-in service with what Entra adds to the standard ones.
 */
class EntraError extends OAuth2Error {

	private static final List<String> INTERACTION = List.of("AADSTS50076", "AADSTS50078", "AADSTS50079", "AADSTS50074",
			"AADSTS50072", "AADSTS50158", "AADSTS65001");

	private final @Nullable String claims;

	/**
	 * @param description Entra's words, beginning with an AADSTS code
	 * @param claims the claims challenge as JSON
	 */
	EntraError(String error, String description, @Nullable String claims) {
		super(error, description, null);
		this.claims = claims;
	}

	@Nullable String claims() {
		return this.claims;
	}

	/**
	 * Whether Entra wants to see the person: for another factor, or for consent.
	 */
	boolean wantsInteraction() {
		String description = (getDescription() != null) ? getDescription() : "";
		return this.claims != null || "interaction_required".equals(getErrorCode())
				|| "consent_required".equals(getErrorCode())
				|| INTERACTION.stream().anyMatch((code) -> description.startsWith(code + ":"));
	}

}
