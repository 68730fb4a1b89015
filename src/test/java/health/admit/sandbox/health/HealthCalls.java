package health.admit.sandbox.health;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

import health.admit.sandbox.oidc.SandboxTokens;
import health.admit.sandbox.tenant.Ids;
import health.admit.sandbox.tenant.Json;
import health.admit.sandbox.tenant.Organisation;
import health.admit.support.SandboxServer;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Calls FHIR and DICOM services over HTTP.
 */
final class HealthCalls {

	static final String DICOM_AUDIENCE = "https://dicom.healthcareapis.azure.com";

	static final UUID AUTOMATION = UUID.fromString("7b1d4c02-93ea-4f5e-a6c8-2f0d9b36e815");

	/** The service principal of the automation client, which may read on clinical. */
	static final UUID AUTOMATION_PRINCIPAL = Ids.of("service principal " + AUTOMATION);

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private final SandboxServer sandbox;

	HealthCalls(SandboxServer sandbox) {
		this.sandbox = sandbox;
	}

	String clinical() {
		return this.sandbox.baseUrl() + "/fhir/contosohealth-clinical";
	}

	String research() {
		return this.sandbox.baseUrl() + "/fhir/contosohealth-research";
	}

	String imaging() {
		return this.sandbox.baseUrl() + "/dicom/contosohealth-imaging/v2";
	}

	/** A token for a service, without the way through the token endpoint. */
	String token(String audience, UUID objectId) {
		return new SandboxTokens(this.sandbox).forAudience(audience, objectId);
	}

	/** What the token endpoint answers the automation client. */
	Result askForToken(String scope) {
		String form = "grant_type=client_credentials&client_id=" + AUTOMATION
				+ "&client_secret=sandbox-automation~not-a-real-secret&scope="
				+ URLEncoder.encode(scope, StandardCharsets.UTF_8);
		return send("POST",
				this.sandbox.baseUrl() + "/" + Organisation.CONTOSO_HEALTH.tenantId() + "/oauth2/v2.0/token", "",
				form.getBytes(StandardCharsets.UTF_8), "Content-Type", "application/x-www-form-urlencoded");
	}

	Result get(String address, String token, String... headers) {
		return send("GET", address, token, new byte[0], headers);
	}

	Result send(String method, String address, String token, String body) {
		return send(method, address, token, body.getBytes(StandardCharsets.UTF_8), "Content-Type",
				"application/fhir+json");
	}

	Result send(String method, String address, String token, byte[] body, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
			.method(method, HttpRequest.BodyPublishers.ofByteArray(body));
		if (headers.length > 0) {
			request.headers(headers);
		}
		if (!token.isEmpty()) {
			request.header("Authorization", "Bearer " + token);
		}
		try {
			return new Result(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** Turns the controls of the sandbox. */
	void control(String path, String body) {
		send("POST", this.sandbox.baseUrl() + "/_sandbox" + path, "", body.getBytes(StandardCharsets.UTF_8),
				"Content-Type", "application/json")
			.expectLessThan(300);
	}

	/**
	 * What came back.
	 */
	record Result(HttpResponse<byte[]> response) {

		int status() {
			return this.response.statusCode();
		}

		String body() {
			return new String(this.response.body(), StandardCharsets.UTF_8);
		}

		JsonNode json() {
			return Json.read(this.response.body());
		}

		String text(String path) {
			return json().at("/" + path).asString("");
		}

		String header(String name) {
			return this.response.headers().firstValue(name).orElse("");
		}

		Result expect(int status) {
			assertThat(status()).as(this.response.request().method() + " " + this.response.uri() + ": " + body())
				.isEqualTo(status);
			return this;
		}

		Result expectLessThan(int status) {
			assertThat(status()).as(body()).isLessThan(status);
			return this;
		}

	}

}
