package health.admit.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import health.admit.sandbox.oidc.SandboxTokens;
import health.admit.support.SandboxServer;
import health.admit.support.TokenRequests;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The tenant as somebody sees it who does not go through the portal, and the switches of
 * the sandbox.
 */
final class TenantCheck {

	private static final String TENANT = "5f0a3c8e-2b47-4d1e-9a63-7c1d2e9b4f10";

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final SandboxServer sandbox;

	private final String token;

	TenantCheck(SandboxServer sandbox) {
		this.sandbox = sandbox;
		this.token = new SandboxTokens(sandbox).of("Priya",
				"Application.Read.All Directory.Read.All DelegatedPermissionGrant.ReadWrite.All");
	}

	/** The request that each step of a finished operation sent, in order. */
	List<Write> writesOf(JsonNode journal) {
		JsonNode requests = control("GET", "/requests", "");
		List<Write> writes = new ArrayList<>();
		for (JsonNode event : journal.path("journal")) {
			if (event.path("kind").asString().equals("INTENT")) {
				JsonNode request = elements(requests)
					.filter((sent) -> sent.path("clientRequestId").equals(event.path("clientRequestId")))
					.findFirst()
					.orElseThrow();
				JsonNode step = journal.path("plan").path("steps").get(event.path("position").asInt());
				writes.add(new Write(step.path("kind").asString(), request.path("method").asString(),
						anyObject(request.path("path").asString())));
			}
		}
		return writes;
	}

	/** Holds the next such write. */
	void hold(Write write, Moment moment) {
		control("POST", "/faults", JSON.writeValueAsString(Map.of("rules", List
			.of(Map.of("kind", moment.fault, "method", write.method(), "path", write.path(), "delay", 240_000)))));
	}

	/** Whether every write that is to be held has come and is. */
	boolean holdsAll() {
		return elements(control("GET", "/faults", "").path("rules")).allMatch((rule) -> rule.path("held").asInt() > 0);
	}

	/** Lets go of what is held, and holds nothing more. */
	void heal() {
		control("DELETE", "/faults", "");
	}

	TokenRequests tokens() {
		return new TokenRequests(URI.create(this.sandbox.baseUrl()), TENANT);
	}

	void assertOneOfEach(String name, String appId) {
		JsonNode applications = graph("/applications?$select=id,appId,passwordCredentials&$filter=",
				"displayName eq '" + name + "'");
		assertThat(applications).as("applications named " + name).hasSize(1);
		JsonNode application = applications.get(0);
		assertThat(application.path("appId").asString()).isEqualTo(appId);
		assertThat(application.path("passwordCredentials")).as("secrets of " + name).hasSize(1);
		assertThat(graph("/applications/" + application.path("id").asString() + "/owners?$select=id", ""))
			.as("owners of " + name)
			.hasSize(1);
		JsonNode principals = graph("/servicePrincipals?$select=id&$filter=", "appId eq '" + appId + "'");
		assertThat(principals).as("service principals of " + name).hasSize(1);
		assertThat(graph("/oauth2PermissionGrants?$select=id&$filter=",
				"clientId eq '" + principals.get(0).path("id").asString() + "'"))
			.as("consents of " + name)
			.hasSize(1);
	}

	private JsonNode graph(String path, String filter) {
		return send("GET", "/v1.0" + path + URLEncoder.encode(filter, StandardCharsets.UTF_8), "").path("value");
	}

	private JsonNode control(String method, String path, String body) {
		return send(method, "/_sandbox" + path, body);
	}

	private JsonNode send(String method, String path, String body) {
		try {
			HttpResponse<String> answer = HTTP.send(HttpRequest.newBuilder(this.sandbox.resolve(path))
				.header("Content-Type", "application/json")
				.header("Authorization", "Bearer " + this.token)
				.method(method, HttpRequest.BodyPublishers.ofString(body))
				.build(), HttpResponse.BodyHandlers.ofString());
			assertThat(answer.statusCode()).as(method + " " + path + ": " + answer.body()).isEqualTo(200);
			return JSON.readTree(answer.body());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static Stream<JsonNode> elements(JsonNode array) {
		return StreamSupport.stream(array.spliterator(), false);
	}

	/** The same request about any other object. */
	private static String anyObject(String path) {
		return "^" + path.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID")
			.replaceAll("[^A-Za-z0-9/$_=']", ".")
			.replace("$", "\\$")
			.replace("ID", "[0-9a-f-]{36}") + "$";
	}

	/**
	 * When a write meets the end of the portal.
	 */
	enum Moment {

		BEFORE("DROP"), AFTER("DROP_AFTER");

		private final String fault;

		Moment(String fault) {
			this.fault = fault;
		}

	}

	/**
	 * What a step sends.
	 *
	 * @param step kind of the step
	 * @param path pattern of the path
	 */
	record Write(String step, String method, String path) {
	}

}
