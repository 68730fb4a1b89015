package health.admit.portal.kits;

import java.util.UUID;

/**
 * A permission that the client asks for.
 *
 * @param api app id of the API
 * @param id of the scope or app role
 * @param value such as {@code user_impersonation}
 * @param type whether it is used for a signed-in person or for the client itself
 * @param consented whether an administrator has agreed to it for everybody
 */
public record KitPermission(UUID api, UUID id, String value, Type type, boolean consented) {

	public KitPermission {
		value = KitText.carried(value);
	}

	/** The kinds of permission, as Microsoft Graph names them. */
	public enum Type {

		/** Delegated permission. */
		SCOPE("Scope"),

		/** Application permission. */
		ROLE("Role");

		private final String graphName;

		Type(String graphName) {
			this.graphName = graphName;
		}

		String graphName() {
			return this.graphName;
		}

	}

}
