package health.admit.sandbox.graph;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import health.admit.sandbox.oidc.SandboxTokens;
import health.admit.sandbox.tenant.Json;
import health.admit.support.GraphSlice;
import health.admit.support.SandboxServer;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Calls Graph over HTTP as one person. Every exchange is checked against the published
 * description of the API where that is at hand.
 */
final class GraphCalls {

	static final String ALL_SCOPES = "User.Read User.ReadBasic.All Application.ReadWrite.All Directory.Read.All "
			+ "DelegatedPermissionGrant.ReadWrite.All AppRoleAssignment.ReadWrite.All Policy.Read.All "
			+ "Policy.ReadWrite.ApplicationConfiguration Domain.Read.All Organization.Read.All";

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private final SandboxServer sandbox;

	private final String token;

	GraphCalls(SandboxServer sandbox, String token) {
		this.sandbox = sandbox;
		this.token = token;
	}

	/** As a Cloud Application Administrator with every scope of the portal. */
	static GraphCalls asRegistrar(SandboxServer sandbox) {
		return new GraphCalls(sandbox, new SandboxTokens(sandbox).of("Priya", ALL_SCOPES));
	}

	static GraphCalls as(SandboxServer sandbox, String givenName) {
		return new GraphCalls(sandbox, new SandboxTokens(sandbox).of(givenName, ALL_SCOPES));
	}

	Result get(String path) {
		return send("GET", path, "", Map.of());
	}

	Result getEventually(String path) {
		return send("GET", path, "", Map.of("ConsistencyLevel", "eventual"));
	}

	Result post(String path, String body) {
		return send("POST", path, body, Map.of());
	}

	Result patch(String path, String body) {
		return send("PATCH", path, body, Map.of());
	}

	Result upsert(String path, String body) {
		return send("PATCH", path, body, Map.of("Prefer", "create-if-missing"));
	}

	Result delete(String path) {
		return send("DELETE", path, "", Map.of());
	}

	/**
	 * Sends a request.
	 * @param path below the version, or a whole link; spaces and quotes may be raw
	 * @param body single quotes stand for double ones
	 */
	Result send(String method, String path, String body, Map<String, String> headers) {
		String address = path.startsWith("http") ? path : this.sandbox.baseUrl() + "/v1.0" + path;
		String json = body.replace('\'', '"');
		HttpRequest.Builder request = HttpRequest
			.newBuilder(URI.create(address.replace(" ", "%20").replace("\"", "%22")))
			.header("Content-Type", "application/json")
			.method(method,
					json.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(json));
		if (!this.token.isEmpty()) {
			request.header("Authorization", "Bearer " + this.token);
		}
		headers.forEach(request::header);
		try {
			HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
			Result result = new Result(response);
			assertThat(faults(method, request.build().uri(), json, response))
				.as("%s %s %s: %s", method, path, response.statusCode(), response.body())
				.isEmpty();
			return result;
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
	 * A request that was refused need not be valid, and what the sandbox does not serve
	 * need not be described.
	 */
	private static List<String> faults(String method, URI address, String body, HttpResponse<String> response) {
		boolean ofAlternateKey = address.getPath().matches(".*\\(appId='[^']*'\\)/.*");
		boolean beta = address.getPath().startsWith("/beta/");
		if (response.statusCode() == 501 || ofAlternateKey || beta) {
			return List.of();
		}
		URI usual = URI.create(
				address.toString().replace("/microsoft.graph.", "/graph.").replaceFirst("/delta(?=\\?|$)", "/delta()"));
		return GraphSlice.find()
			.map((slice) -> slice.faults(method, usual, body, response.statusCode(), response.body()))
			.orElse(List.of())
			.stream()
			.filter((fault) -> response.statusCode() < 400 || !fault.contains("request"))
			.toList();
	}

	/**
	 * What came back.
	 */
	record Result(HttpResponse<String> response) {

		int status() {
			return this.response.statusCode();
		}

		JsonNode json() {
			return Json.read(this.response.body());
		}

		/** The text at a path such as {@code web/logoutUrl}. */
		String text(String path) {
			return json().at("/" + path).asString("");
		}

		String code() {
			return text("error/code");
		}

		String message() {
			return text("error/message");
		}

		String header(String name) {
			return this.response.headers().firstValue(name).orElse("");
		}

		Result expect(int status) {
			assertThat(status())
				.as(this.response.request().method() + " " + this.response.uri() + ": " + this.response.body())
				.isEqualTo(status);
			return this;
		}

	}

}
