package health.admit.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import health.admit.sandbox.oidc.SandboxTokens;
import health.admit.sandbox.tenant.Copy;
import health.admit.sandbox.tenant.Kind;
import health.admit.sandbox.tenant.Store;
import health.admit.support.SandboxServer;
import health.admit.support.TokenRequests;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is really in the tenant, as somebody sees it who does not go through the portal.
 */
final class Tenant {

	private static final String ID = "5f0a3c8e-2b47-4d1e-9a63-7c1d2e9b4f10";

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final SandboxServer sandbox;

	private final String token;

	Tenant(SandboxServer sandbox) {
		this.sandbox = sandbox;
		this.token = new SandboxTokens(sandbox).of("Priya",
				"Application.Read.All Directory.Read.All DelegatedPermissionGrant.ReadWrite.All");
	}

	/**
	 * One application of this name with one owner, one service principal, one consent and
	 * one secret, which is the one that is shown.
	 * @param finished a registration with consent, at its result page
	 */
	void assertOneOfEach(String name, Registering finished) {
		String secret = finished.secretShownOnce();
		String clientId = finished.clientId();
		assertThat(applicationsNamed(name)).as("applications named " + name).singleElement().satisfies((one) -> {
			assertThat(one.path("appId").asString()).isEqualTo(clientId);
			assertThat(one.path("passwordCredentials")).as("secrets of " + name).hasSize(1);
			assertThat(owners(one.path("id").asString())).as("owners of " + name).hasSize(1);
		});
		assertThat(servicePrincipals(clientId)).as("service principals of " + name)
			.singleElement()
			.satisfies((one) -> assertThat(grants(one.path("id").asString())).as("consents of " + name)
				.singleElement()
				.satisfies(
						(grant) -> assertThat(grant.path("scope").asString().strip()).isEqualTo("user_impersonation")));
		assertThat(new TokenRequests(this.sandbox.resolve("/"), ID).withSecret(clientId, secret,
				"https://graph.microsoft.com/.default"))
			.as("token for " + name)
			.containsKey("access_token");
	}

	/**
	 * As many app roles of other APIs and roles in Azure as were asked for.
	 */
	void assertRoles(String name, int appRoles, int azureRoles) {
		Store store = this.sandbox.bean(Store.class);
		UUID principal = servicePrincipals(applicationsNamed(name).get(0).path("appId").asString()).stream()
			.map((one) -> UUID.fromString(one.path("id").asString()))
			.findFirst()
			.orElseThrow();
		assertThat(store.linkedTo(Kind.ROLE_ASSIGNMENT, principal, Copy.MASTER)).as("app roles of " + name)
			.hasSize(appRoles);
		assertThat(store.linkedTo(Kind.AZURE_ROLE_ASSIGNMENT, principal, Copy.MASTER)).as("Azure roles of " + name)
			.hasSize(azureRoles);
	}

	/**
	 * Nothing of this client is left that anybody could use.
	 */
	void assertNone(String name, String clientId) {
		assertThat(applicationsNamed(name)).as("applications named " + name).isEmpty();
		assertThat(servicePrincipals(clientId)).as("service principals of " + name).isEmpty();
	}

	private List<JsonNode> applicationsNamed(String name) {
		return list("/applications?$select=id,appId,passwordCredentials&$filter=", "displayName eq '" + name + "'");
	}

	private List<JsonNode> owners(String applicationObjectId) {
		return list("/applications/" + applicationObjectId + "/owners?$select=id", "");
	}

	private List<JsonNode> servicePrincipals(String appId) {
		return list("/servicePrincipals?$select=id,appId&$filter=", "appId eq '" + appId + "'");
	}

	/** Delegated grants of a client. */
	private List<JsonNode> grants(String clientPrincipal) {
		return list("/oauth2PermissionGrants?$select=id,scope&$filter=", "clientId eq '" + clientPrincipal + "'");
	}

	private List<JsonNode> list(String path, String filter) {
		HttpRequest request = HttpRequest
			.newBuilder(this.sandbox.resolve("/v1.0" + path + URLEncoder.encode(filter, StandardCharsets.UTF_8)))
			.header("Authorization", "Bearer " + this.token)
			.build();
		try {
			HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
			if (answer.statusCode() != 200) {
				throw new IllegalStateException(request + ": " + answer.body());
			}
			return JSON.readTree(answer.body()).path("value").valueStream().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
