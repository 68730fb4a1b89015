package health.admit.sandbox.arm;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

import health.admit.sandbox.oidc.SandboxTokens;
import health.admit.sandbox.tenant.Json;
import health.admit.support.SandboxServer;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Calls Resource Manager over HTTP as one person, or without a token.
 */
public final class ArmCalls {

	public static final String PRODUCTION = "/subscriptions/3f1d8a52-6c0e-4b7a-9d25-8e41c7b0f6a1";

	public static final String TEST = "/subscriptions/a94c2e07-5b18-4f3d-8c6a-1d70e2b95f38";

	public static final String CLINICAL_GROUP = PRODUCTION + "/resourceGroups/rg-clinical";

	public static final String WORKSPACE = CLINICAL_GROUP
			+ "/providers/Microsoft.HealthcareApis/workspaces/contosohealth";

	public static final String CLINICAL = WORKSPACE + "/fhirservices/clinical";

	public static final String IMAGING = WORKSPACE + "/dicomservices/imaging";

	static final String AUDIENCE = "https://management.azure.com";

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private final SandboxServer sandbox;

	private final String token;

	ArmCalls(SandboxServer sandbox, String token) {
		this.sandbox = sandbox;
		this.token = token;
	}

	public static ArmCalls as(SandboxServer sandbox, String givenName) {
		return new ArmCalls(sandbox, new SandboxTokens(sandbox).forAudience(AUDIENCE, givenName));
	}

	/** Lists and single things of Health Data Services. */
	public Result get(String path) {
		return send("GET", path + "?api-version=2024-03-31", "");
	}

	/** With a query of one's own; quotes and spaces may be raw. */
	public Result query(String pathAndQuery) {
		return send("GET", pathAndQuery, "");
	}

	Result assignments(String scope, String filter) {
		return query(scope + "/providers/Microsoft.Authorization/roleAssignments?api-version=2022-04-01"
				+ (filter.isEmpty() ? "" : "&$filter=" + filter));
	}

	public Result assign(String scope, UUID name, String role, UUID principal, String type) {
		return send("PUT", assignment(scope, name), """
				{"properties": {"roleDefinitionId": "%s/providers/Microsoft.Authorization/roleDefinitions/%s",
				 "principalId": "%s"%s}}""".formatted(PRODUCTION, role, principal,
				type.isEmpty() ? "" : ", \"principalType\": \"" + type + "\""));
	}

	public Result unassign(String scope, UUID name) {
		return send("DELETE", assignment(scope, name), "");
	}

	static String assignment(String scope, UUID name) {
		return scope + "/providers/Microsoft.Authorization/roleAssignments/" + name + "?api-version=2022-04-01";
	}

	Result send(String method, String path, String body) {
		String address = path.startsWith("http") ? path : this.sandbox.baseUrl() + path;
		HttpRequest.Builder request = HttpRequest
			.newBuilder(URI.create(address.replace(" ", "%20").replace("'", "%27")))
			.header("Content-Type", "application/json")
			.method(method,
					body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
		if (!this.token.isEmpty()) {
			request.header("Authorization", "Bearer " + this.token);
		}
		try {
			return new Result(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * What came back.
	 */
	public record Result(HttpResponse<String> response) {

		public int status() {
			return this.response.statusCode();
		}

		JsonNode json() {
			return Json.read(this.response.body());
		}

		/** The text at a path such as {@code properties/serviceUrl}. */
		public String text(String path) {
			return json().at("/" + path).asString("");
		}

		/** The names of what a list holds. */
		List<String> names() {
			return StreamSupport.stream(json().path("value").spliterator(), false)
				.map((row) -> row.path("name").asString(row.path("displayName").asString("")))
				.toList();
		}

		String header(String name) {
			return this.response.headers().firstValue(name).orElse("");
		}

		public Result expect(int status) {
			assertThat(status())
				.as(this.response.request().method() + " " + this.response.uri() + ": " + this.response.body())
				.isEqualTo(status);
			return this;
		}

		/** Expects an error of Resource Manager. */
		Result expect(int status, String code) {
			expect(status);
			assertThat(text("error/code")).isEqualTo(code);
			assertThat(text("error/message")).isNotEmpty();
			return this;
		}

	}

}
