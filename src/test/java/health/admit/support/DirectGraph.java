package health.admit.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

import health.admit.sandbox.oidc.SandboxTokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Somebody who changes secrets in the tenant of a sandbox without the portal.
 */
public final class DirectGraph {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final SandboxServer sandbox;

	private final String token;

	public DirectGraph(SandboxServer sandbox) {
		this.sandbox = sandbox;
		this.token = new SandboxTokens(sandbox).of("Priya", "Application.ReadWrite.All");
	}

	/**
	 * The object id of the application with this value of a property.
	 * @param property such as {@code appId}
	 */
	public String application(String property, String value) {
		return send("GET",
				"/applications?$select=id&$filter="
						+ URLEncoder.encode(property + " eq '" + value + "'", StandardCharsets.UTF_8),
				HttpRequest.BodyPublishers.noBody())
			.path("value")
			.path(0)
			.path("id")
			.asString();
	}

	/** Key ids of the secrets of an application. */
	public List<String> secrets(String application) {
		return send("GET", "/applications/" + application + "?$select=id,passwordCredentials",
				HttpRequest.BodyPublishers.noBody())
			.path("passwordCredentials")
			.valueStream()
			.map((secret) -> secret.path("keyId").asString())
			.toList();
	}

	/**
	 * Adds a secret.
	 * @return its key id
	 */
	public String addSecret(String application, String name) {
		ObjectNode body = JSON.createObjectNode();
		body.putObject("passwordCredential").put("displayName", name);
		return send("POST", "/applications/" + application + "/addPassword",
				HttpRequest.BodyPublishers.ofString(body.toString()))
			.path("keyId")
			.asString();
	}

	private JsonNode send(String method, String path, HttpRequest.BodyPublisher body) {
		HttpRequest request = HttpRequest.newBuilder(this.sandbox.resolve("/v1.0" + path))
			.header("Authorization", "Bearer " + this.token)
			.header("Content-Type", "application/json")
			.method(method, body)
			.build();
		try {
			HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
			if (answer.statusCode() != 200) {
				throw new IllegalStateException(request + ": " + answer.body());
			}
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

}
