package health.admit.sandbox.oidc;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

import health.admit.sandbox.tenant.Client;

/**
 * What Entra answers when a client cannot be found or does not prove who it is.
 */
final class ClientRefusals {

	private static final String INVALID_CLIENT = "invalid_client";

	private static final String ASSERTION_HELP = "Review the documentation at https://docs.microsoft.com/azure/active-directory/develop/active-directory-certificate-credentials .";

	private static final DateTimeFormatter US = DateTimeFormatter.ofPattern("MM/dd/yyyy HH:mm:ss")
		.withZone(ZoneOffset.UTC);

	private ClientRefusals() {
	}

	static Refusal missingParameter(String name) {
		return Refusal.of("invalid_request", 900144,
				"The request body must contain the following parameter: '" + name + "'.");
	}

	static Refusal duplicatedParameter(String name) {
		return Refusal.of("invalid_request", 9000411,
				"The request is not properly formatted. The parameter '" + name + "' is duplicated.");
	}

	static Refusal unknownTenant(String tenant) {
		return Refusal.of("invalid_request", 90002, "Tenant '" + tenant
				+ "' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. "
				+ "Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.");
	}

	static Refusal unknownApplication(String appId, String tenantName) {
		return Refusal.of("unauthorized_client", 700016, "Application with identifier '" + appId
				+ "' was not found in the directory '" + tenantName
				+ "'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. "
				+ "You may have sent your authentication request to the wrong tenant.");
	}

	static Refusal noServicePrincipal(UUID appId, UUID tenant) {
		return Refusal.of("unauthorized_client", 7000229,
				"The client application " + appId + " is missing service principal in the tenant " + tenant
						+ ". See instructions here: https://go.microsoft.com/fwlink/?linkid=2225119");
	}

	static Refusal disabled(Client client) {
		return Refusal.of("unauthorized_client", 7000112,
				"Application '" + client.appId() + "'(" + client.displayName() + ") is disabled.");
	}

	static Refusal singleTenantOnCommon(Client client) {
		return Refusal.of("unauthorized_client", 50194, "Application '" + client.appId() + "'(" + client.displayName()
				+ ") is not configured as a multi-tenant application. Usage of the /common endpoint is not supported for such apps created after '10/15/2018'. Use a tenant-specific endpoint or configure the application to be multi-tenant.");
	}

	static Refusal wrongSecret(UUID appId) {
		return Refusal.of(INVALID_CLIENT, 7000215,
				"Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '"
						+ appId + "'.");
	}

	static Refusal expiredSecret(UUID appId) {
		return Refusal.of(INVALID_CLIENT, 7000222, "The provided client secret keys for app '" + appId
				+ "' are expired. Visit the Azure portal to create new keys for your app: https://aka.ms/NewClientSecret, or consider using certificate credentials for added security: https://aka.ms/certCreds.");
	}

	static Refusal noCredential(String grantType) {
		if (grantType.equals("client_credentials")) {
			return Refusal.of(INVALID_CLIENT, 7000216,
					"'client_assertion', 'client_secret' or 'request' is required for the 'client_credentials' grant type.");
		}
		return Refusal.of(INVALID_CLIENT, 7000218,
				"The request body must contain the following parameter: 'client_assertion' or 'client_secret'.");
	}

	static Refusal publicWithCredential() {
		return Refusal.of(INVALID_CLIENT, 700025,
				"Client is public so neither 'client_assertion' nor 'client_secret' should be presented.");
	}

	static Refusal notAnAssertion() {
		return Refusal.of("invalid_request", 50027, "JWT token is invalid or malformed.");
	}

	static Refusal unknownAssertionType(String type) {
		return Refusal.of("invalid_request", 700026, "The client assertion type '" + type
				+ "' is not supported. Use 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'.");
	}

	static Refusal algorithm(String name) {
		return Refusal.of(INVALID_CLIENT, 5002738, "Invalid JWT token. '" + name
				+ "' is not a supported signature algorithm. Supported signing algorithms are: 'RS256, RS384, RS512, PS256, PS384, PS512'.");
	}

	static Refusal keyNotFound(String thumbprint, UUID appId) {
		return Refusal.of(INVALID_CLIENT, 700027,
				"The certificate with identifier used to sign the client assertion is not registered on application. [Reason - The key was not found., Thumbprint of key used by client: '"
						+ thumbprint + "', " + configuredKeys(appId) + "]");
	}

	static Refusal wrongSignature(String thumbprint, UUID appId) {
		return Refusal.of(INVALID_CLIENT, 700027,
				"Client assertion contains an invalid signature. [Reason - The provided signature value did not match the expected signature value., Thumbprint of key used by client: '"
						+ thumbprint + "', " + configuredKeys(appId) + "]");
	}

	static Refusal certificateOutOfTime(String reason, String thumbprint, Instant start, Instant end, UUID appId) {
		return Refusal.of(INVALID_CLIENT, 700027,
				"Client assertion contains an invalid signature. [Reason - " + reason
						+ ", Thumbprint of key used by client: '" + thumbprint + "', Found key 'Start="
						+ US.format(start) + ", End=" + US.format(end) + "', " + configuredKeys(appId) + "]");
	}

	static Refusal assertionOutOfTime(Instant now, String from, String until) {
		return Refusal.of(INVALID_CLIENT, 700024,
				"Client assertion is not within its valid time range. Current time: " + now + ", assertion valid from "
						+ from + ", expiry time of assertion " + until + ". " + ASSERTION_HELP);
	}

	static Refusal assertionAudience() {
		return Refusal.of(INVALID_CLIENT, 700023,
				"Client assertion audience claim does not match Realm issuer. " + ASSERTION_HELP);
	}

	static Refusal assertionForOtherClient() {
		return Refusal.of(INVALID_CLIENT, 700021,
				"Client assertion application identifier doesn't match 'client_id' parameter. " + ASSERTION_HELP);
	}

	static Refusal noFederatedCredential(String issuer) {
		return Refusal
			.of(INVALID_CLIENT, 700211, "No matching federated identity record found for presented assertion issuer '"
					+ issuer
					+ "'. Please check your federated identity credential Subject, Audience and Issuer against the presented assertion. https://docs.microsoft.com/azure/active-directory/develop/workload-identity-federation");
	}

	private static String configuredKeys(UUID appId) {
		return "Please visit the Azure Portal, Graph Explorer or directly use MS Graph to see configured keys for app Id '"
				+ appId
				+ "'. Review the documentation at https://docs.microsoft.com/graph/deployments to determine the corresponding service endpoint and https://docs.microsoft.com/graph/api/application-get?view=graph-rest-1.0&tabs=http to build a query request URL, such as 'https://graph.microsoft.com/beta/applications/"
				+ appId + "'.";
	}

}
