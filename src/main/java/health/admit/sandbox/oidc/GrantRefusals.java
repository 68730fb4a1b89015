package health.admit.sandbox.oidc;

import java.time.Instant;
import java.util.UUID;

import health.admit.sandbox.tenant.Client;
import health.admit.sandbox.tenant.Principal;

/**
 * What Entra answers when a code, refresh token, device code or person is not good for a
 * token.
 */
final class GrantRefusals {

	private static final String INVALID_GRANT = "invalid_grant";

	private GrantRefusals() {
	}

	static Refusal unsupportedGrant(String grantType) {
		return Refusal.of("unsupported_grant_type", 70003,
				"The app requested an unsupported grant type '" + grantType + "'.");
	}

	static Refusal needsTenant() {
		return Refusal.of("invalid_request", 9001023,
				"The grant type is not supported over the /common or /consumers endpoints. Please use the /organizations or tenant-specific endpoint.");
	}

	static Refusal noTenantInformation() {
		return Refusal.of("invalid_request", 50059,
				"No tenant-identifying information found in either the request or implied by any provided credentials.");
	}

	static Refusal malformed() {
		return Refusal.of(INVALID_GRANT, 70000, "Provided grant is invalid or malformed.");
	}

	static Refusal codeReused() {
		return Refusal.of(INVALID_GRANT, 54005,
				"OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.");
	}

	static Refusal codeExpired() {
		return Refusal.of(INVALID_GRANT, 70008,
				"The provided authorization code or refresh token has expired due to inactivity. Send a new interactive authorization request for this user and resource.");
	}

	static Refusal otherRedirectUri(String given, String original) {
		return Refusal.of("invalid_client", 500112, "The reply address '" + given
				+ "' does not match the reply address '" + original + "' provided when requesting Authorization code.");
	}

	static Refusal wrongVerifier() {
		return Refusal.of(INVALID_GRANT, 501481,
				"The Code_Verifier does not match the code_challenge supplied in the authorization request.");
	}

	static Refusal badChallenge() {
		return Refusal.of("invalid_request", 50147, "The size of the code challenge parameter is not valid.");
	}

	static Refusal badChallengeMethod(String method) {
		return Refusal.of("invalid_request", 501491,
				"Invalid Code_Challenge_method. Supported values are plain and S256, but got '" + method + "'.");
	}

	static Refusal proofKeyRequired() {
		return Refusal.of("invalid_request", 9002325,
				"Proof Key for Code Exchange is required for cross-origin authorization code redemption.");
	}

	static Refusal onlyCrossOrigin() {
		return Refusal.of("invalid_request", 9002327,
				"Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests.");
	}

	static Refusal crossOrigin(String origin) {
		return Refusal.of("invalid_request", 9002326,
				"Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type. Request origin: '"
						+ origin + "'.");
	}

	static Refusal refreshTokenIdle(Instant issued, long days) {
		return Refusal.of(INVALID_GRANT, 700082,
				"The refresh token has expired due to inactivity. The token was issued on " + issued
						+ " and was inactive for " + days + ".00:00:00.");
	}

	static Refusal spaRefreshTokenOver(Instant issued) {
		return Refusal.of(INVALID_GRANT, 700084,
				"The refresh token was issued to a single page app (SPA), and therefore has a fixed, limited lifetime of 1.00:00:00, which cannot be extended. It is now expired and a new sign in request must be sent by the SPA to the sign in page. The token was issued on "
						+ issued + ".");
	}

	static Refusal revoked(Instant issued, Instant validFrom) {
		return Refusal.of(INVALID_GRANT, 50173,
				"The provided grant has expired due to it being revoked, a fresh auth token is needed. The user might have changed or reset their password. The grant was issued on '"
						+ issued
						+ "' and the TokensValidFrom date (before which tokens are not valid) for this user is '"
						+ validFrom + "'.")
			.withSuberror("bad_token");
	}

	static Refusal personDisabled() {
		return Refusal.of(INVALID_GRANT, 50057, "The user account is disabled.");
	}

	static Refusal personGone(UUID person, String tenantName) {
		return Refusal.of(INVALID_GRANT, 500341,
				"The user account " + person + " has been deleted from the " + tenantName + " directory.");
	}

	static Refusal personUnknown(String name, String tenantName) {
		return Refusal.of(INVALID_GRANT, 50034, "The user account " + name + " does not exist in the " + tenantName
				+ " directory. To sign into this application, the account must be added to the directory.");
	}

	static Refusal moreProof(String resource) {
		return Refusal.of("interaction_required", 50076,
				"Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access '"
						+ resource + "'.")
			.withSuberror("basic_action")
			.withClaims("{\"access_token\":{\"amr\":{\"essential\":true,\"values\":[\"mfa\"]}}}");
	}

	static Refusal blockedByPolicy() {
		return Refusal.of("interaction_required", 53003,
				"Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.")
			.withSuberror("message_only");
	}

	static Refusal stepUp(String context) {
		return Refusal.of("interaction_required", 50158,
				"External security challenge not satisfied. User will be redirected to another page or authentication provider to satisfy additional authentication challenges.")
			.withSuberror("basic_action")
			.withClaims("{\"access_token\":{\"acrs\":{\"essential\":true,\"value\":\"" + context + "\"}}}");
	}

	static Refusal unavailable() {
		return Refusal.of("temporarily_unavailable", 90033, "A transient error has occurred. Please try again.");
	}

	static Refusal noSession() {
		return Refusal.of("login_required", 50058, "Session information is not sufficient for single-sign-on.");
	}

	static Refusal notAssigned(String userName, Client client) {
		return Refusal.of("access_denied", 50105, "Your administrator has configured the application "
				+ client.displayName() + " ('" + client.appId()
				+ "') to block users unless they are specifically granted ('assigned') access to the application. The signed in user '"
				+ userName
				+ "' is blocked because they are not a direct member of a group with access, nor had access directly assigned by an administrator. Please contact your administrator to assign access to this application.");
	}

	static Refusal clientNotAssigned(Client client, Principal resource) {
		return Refusal.of(INVALID_GRANT, 501051,
				"Application '" + client.appId() + "'(" + client.displayName()
						+ ") is not assigned to a role for the application '" + resource.appId() + "'("
						+ resource.displayName() + ").");
	}

	static Refusal devicePending() {
		return Refusal.of("authorization_pending", 70016,
				"OAuth 2.0 device flow error. Authorization is pending. Continue polling.");
	}

	static Refusal deviceDeclined() {
		return Refusal.of("authorization_declined", 70017,
				"OAuth 2.0 device flow error. End user denied the authorization request.");
	}

	static Refusal deviceCodeUnknown() {
		return Refusal.of("bad_verification_code", 70018,
				"Invalid verification code due to User typing in wrong user code for device code flow.");
	}

	static Refusal deviceCodeExpired() {
		return Refusal.of("expired_token", 70020,
				"The provided value for the input parameter 'device_code' is not valid. This device code has expired.");
	}

}
