package health.admit.portal.kits;

import org.jspecify.annotations.Nullable;

/**
 * Another identity provider whose tokens the client may show instead of a secret.
 *
 * @param name as Microsoft Graph knows it within the application
 * @param description null when there is none
 */
public record KitFederation(String name, String issuer, String subject, String audience, @Nullable String description) {

	public KitFederation {
		name = KitText.carried(name);
		issuer = KitText.carried(issuer);
		subject = KitText.carried(subject);
		audience = KitText.carried(audience);
		description = (description != null) ? KitText.carried(description) : null;
	}

	/**
	 * Whether GitHub Actions issues the tokens.
	 */
	boolean isGitHub() {
		return this.issuer.startsWith("https://token.actions.githubusercontent.com");
	}

}
