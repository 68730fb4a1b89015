package health.admit.sandbox.oidc;

import java.util.Set;

import health.admit.sandbox.tenant.Client;

/**
 * What Entra answers when a sign-in was asked for in a way that cannot work.
 */
final class AuthorizeRefusals {

	private static final String INVALID_REQUEST = "invalid_request";

	/** Refusals a person must read, because the client can do nothing about them. */
	private static final Set<Integer> SHOWN = Set.of(50105, 50034, 50057, 500341, 500011, 500014, 650052, 650053,
			650057, 7000112, 90094);

	private AuthorizeRefusals() {
	}

	static boolean isShown(Refusal refusal) {
		return SHOWN.contains(refusal.code());
	}

	static Refusal redirectUri(String given, Client client) {
		return Refusal.of(INVALID_REQUEST, 50011, "The redirect URI '" + given
				+ "' specified in the request does not match the redirect URIs configured for the application '"
				+ client.appId()
				+ "'. Make sure the redirect URI sent in the request matches one added to your application in the Azure portal. Navigate to https://aka.ms/redirectUriMismatchError to learn more about how to troubleshoot this error.");
	}

	static Refusal noReplyAddress() {
		return Refusal.of(INVALID_REQUEST, 500113, "No reply address is registered for the application.");
	}

	static Refusal severalReplyAddresses() {
		return Refusal.of(INVALID_REQUEST, 900971, "No reply address provided.");
	}

	static Refusal responseType(String value) {
		return Refusal.of("unsupported_response_type", 70005, "The response_type '" + value
				+ "' is not supported. Supported values are code, id_token, token and their combinations.");
	}

	static Refusal idTokenOff() {
		return Refusal.of("unsupported_response_type", 700054,
				"response_type 'id_token' is not enabled for the application.");
	}

	static Refusal tokenOff() {
		return Refusal.of("unsupported_response_type", 700051,
				"response_type 'token' is not enabled for the application.");
	}

	static Refusal responseMode(String value) {
		return Refusal.of(INVALID_REQUEST, 70007,
				"'" + value + "' is not a supported value of 'response_mode' when requesting a token.");
	}

	static Refusal prompt(String value) {
		return Refusal.of(INVALID_REQUEST, 90023, "Unsupported 'prompt' value '" + value + "'.");
	}

	static Refusal notListed(Client client, String resource) {
		return Refusal.of("invalid_resource", 650057,
				"Invalid resource. The client has requested access to a resource which is not listed in the requested permissions in the client's application registration. Client app ID: "
						+ client.appId() + "(" + client.displayName() + "). Resource value from request: " + resource
						+ ".");
	}

	static Refusal staleForm() {
		return Refusal.of(INVALID_REQUEST, 165000,
				"Invalid Request: Request context parameters are missing or do not belong to this browser. Please try signing in again.");
	}

}
