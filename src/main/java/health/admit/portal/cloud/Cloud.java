package health.admit.portal.cloud;

import java.net.URI;
import java.util.Set;
import java.util.UUID;

/**
 * The endpoints of the configured cloud and the tenant the portal serves. Code that holds
 * one cannot tell the sandbox from the real thing.
 *
 * @param name which cloud
 * @param tenant id of the only tenant whose people may sign in
 * @param login origin of the Entra sign-in service, without a path
 * @param graph origin of Microsoft Graph, without the version
 * @param resourceManager origin of Azure Resource Manager
 * @param adminCentre origin of the web portal where administrators look things up
 */
public record Cloud(CloudName name, UUID tenant, URI login, URI graph, URI resourceManager, URI adminCentre) {

	/** All services of the sandbox share one address, so that cannot name any. */
	private static final URI SANDBOX_AUDIENCE = URI.create("https://management.azure.com");

	/**
	 * The v2.0 token endpoint of the tenant.
	 */
	public URI tokenEndpoint() {
		return this.login.resolve("/" + this.tenant + "/oauth2/v2.0/token");
	}

	/**
	 * The v2.0 authorization endpoint of the tenant.
	 */
	public URI authorizationEndpoint() {
		return this.login.resolve("/" + this.tenant + "/oauth2/v2.0/authorize");
	}

	/**
	 * The v2.0 device authorization endpoint of the tenant.
	 */
	public URI deviceEndpoint() {
		return this.login.resolve("/" + this.tenant + "/oauth2/v2.0/devicecode");
	}

	/**
	 * The name under which Entra knows Azure Resource Manager of this cloud, as a token
	 * request asks for it.
	 */
	public URI resourceManagerAudience() {
		return isSandbox() ? SANDBOX_AUDIENCE : this.resourceManager;
	}

	/**
	 * Where a higher administrator can consent to everything an application asks for.
	 * @param appId the client id of the application
	 */
	public URI adminConsent(UUID appId) {
		return this.login.resolve("/" + this.tenant + "/adminconsent?client_id=" + appId);
	}

	/**
	 * The page of an application's credentials in the administrators' web portal.
	 * @param appId the client id of the application
	 */
	public URI credentialsBlade(UUID appId) {
		return blade("Credentials", appId);
	}

	/**
	 * The page of an application's redirect URIs and platforms there.
	 * @param appId the client id of the application
	 */
	public URI authenticationBlade(UUID appId) {
		return blade("Authentication", appId);
	}

	/**
	 * The page of the permissions an application asks for there.
	 * @param appId the client id of the application
	 */
	public URI permissionsBlade(UUID appId) {
		return blade("CallAnAPI", appId);
	}

	private URI blade(String page, UUID appId) {
		return URI.create(this.adminCentre + "/#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/" + page
				+ "/appId/" + appId + "/isMSAApp~/false");
	}

	/**
	 * Whether a token may be sent to this address: same scheme, host and port as one of
	 * the cloud's own services.
	 */
	public boolean owns(URI address) {
		return Set.of(this.login, this.graph, this.resourceManager)
			.stream()
			.anyMatch((own) -> sameOrigin(own, address));
	}

	/**
	 * Whether an address lies on Microsoft Graph of this cloud. A token for Graph, and a
	 * link to the next page of a Graph answer, goes nowhere else.
	 */
	public boolean isGraph(URI address) {
		return sameOrigin(this.graph, address);
	}

	/**
	 * Whether an address lies on Azure Resource Manager of this cloud. A token for it,
	 * and a link to the next page of its answers, goes nowhere else.
	 */
	public boolean isResourceManager(URI address) {
		return sameOrigin(this.resourceManager, address);
	}

	public boolean isSandbox() {
		return this.name == CloudName.SANDBOX;
	}

	private static boolean sameOrigin(URI own, URI other) {
		return own.getScheme().equalsIgnoreCase(other.getScheme()) && own.getHost().equalsIgnoreCase(other.getHost())
				&& port(own) == port(other) && other.getUserInfo() == null;
	}

	private static int port(URI uri) {
		if (uri.getPort() != -1) {
			return uri.getPort();
		}
		return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
	}

}
