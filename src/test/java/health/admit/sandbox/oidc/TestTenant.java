package health.admit.sandbox.oidc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import com.nimbusds.jwt.SignedJWT;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import health.admit.sandbox.tenant.AdjustableClock;
import health.admit.sandbox.tenant.Json;
import health.admit.sandbox.tenant.Kind;
import health.admit.sandbox.tenant.Principal;
import health.admit.sandbox.tenant.Store;
import health.admit.sandbox.tenant.TenantDirectory;
import health.admit.support.SandboxServer;
import health.admit.support.SignInScript;

/**
 * A running sandbox, with what the tests of its sign-in do to it.
 */
final class TestTenant implements AutoCloseable {

	static final String SECRET = "a-secret~of-a-test";

	static final String GRAPH = "https://graph.microsoft.com/.default";

	static final String REDIRECT = "http://localhost:5000/signed-in";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final SandboxServer server = SandboxServer.start();

	private final HttpClient http = HttpClient.newHttpClient();

	/** An answer of a token endpoint. */
	record Answer(int status, Map<String, java.util.List<String>> headers, JsonNode json) {

		String text(String member) {
			return this.json.path(member).asString("");
		}

		int code() {
			return this.json.path("error_codes").path(0).asInt(0);
		}

		Map<String, Object> claims(String member) {
			try {
				return SignedJWT.parse(text(member)).getJWTClaimsSet().getClaims();
			}
			catch (ParseException ex) {
				throw new AssertionError(this.json.toString(), ex);
			}
		}

	}

	<T> T bean(Class<T> type) {
		return this.server.bean(type);
	}

	TenantDirectory directory() {
		return bean(TenantDirectory.class);
	}

	String base() {
		return this.server.baseUrl();
	}

	String tenant() {
		return this.base() + "/" + directory().tenantId();
	}

	Instant now() {
		return bean(AdjustableClock.class).instant();
	}

	void travel(Duration offset) {
		bean(AdjustableClock.class).offset(offset);
	}

	UUID person(String userName) {
		return directory().people()
			.stream()
			.filter((person) -> person.userPrincipalName().startsWith(userName))
			.findFirst()
			.orElseThrow()
			.objectId();
	}

	/** Registers an application with a service principal and returns its client id. */
	UUID register(Consumer<ObjectNode> details) {
		UUID appId = registerOnly(details);
		directory().ensurePrincipal(appId);
		return appId;
	}

	UUID registerOnly(Consumer<ObjectNode> details) {
		UUID appId = UUID.randomUUID();
		ObjectNode document = Json.object();
		document.put("appId", appId.toString())
			.put("displayName", "Test <b>client</b>")
			.put("signInAudience", "AzureADMyOrg");
		details.accept(document);
		UUID id = UUID.randomUUID();
		document.put("id", id.toString());
		bean(Store.class).put(Kind.APPLICATION, id, document);
		return appId;
	}

	/** A confidential client with {@link #SECRET}. */
	UUID confidential() {
		return register((app) -> {
			secret(app, SECRET, now().minusSeconds(60), now().plus(Duration.ofDays(30)));
			app.withObject("/web").withArray("redirectUris").add(REDIRECT);
		});
	}

	static void secret(ObjectNode app, String value, Instant start, Instant end) {
		app.withArray("passwordCredentials")
			.addObject()
			.put("keyId", UUID.randomUUID().toString())
			.put("_sha256", Base64.getEncoder().encodeToString(sha256(value)))
			.put("startDateTime", start.toString())
			.put("endDateTime", end.toString());
	}

	static void certificate(ObjectNode app, byte[] der, Instant start, Instant end) {
		app.withArray("keyCredentials")
			.addObject()
			.put("keyId", UUID.randomUUID().toString())
			.put("key", Base64.getEncoder().encodeToString(der))
			.put("type", "AsymmetricX509Cert")
			.put("usage", "Verify")
			.put("startDateTime", start.toString())
			.put("endDateTime", end.toString());
	}

	/** Grants scopes of Microsoft Graph to everybody. */
	void consent(UUID client, String... scopes) {
		Principal graph = directory().principalNamed(ScopeRequest.GRAPH).orElseThrow();
		directory().consent(directory().ensurePrincipal(client).objectId(), graph.objectId(), null,
				java.util.Set.of(scopes));
	}

	Answer token(String... form) {
		return post("/" + directory().tenantId() + "/oauth2/v2.0/token", Map.of(), form);
	}

	Answer post(String path, Map<String, String> headers, String... form) {
		Map<String, String> parameters = new LinkedHashMap<>();
		for (int i = 0; i < form.length; i += 2) {
			parameters.put(form[i], form[i + 1]);
		}
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base() + path))
			.POST(HttpRequest.BodyPublishers.ofString(SignInScript.encode(parameters)));
		Map<String, String> all = new LinkedHashMap<>(Map.of("Content-Type", "application/x-www-form-urlencoded"));
		all.putAll(headers);
		all.forEach((name, value) -> {
			if (!value.isEmpty()) {
				request.header(name, value);
			}
		});
		return send(request);
	}

	Answer get(String path, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base() + path));
		if (headers.length > 0) {
			request.headers(headers);
		}
		return send(request);
	}

	private Answer send(HttpRequest.Builder request) {
		try {
			HttpResponse<String> answer = this.http.send(request.build(), HttpResponse.BodyHandlers.ofString());
			return new Answer(answer.statusCode(), answer.headers().map(), JSON.readTree(answer.body()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	SignInScript browser() {
		return new SignInScript(base());
	}

	/** The address of a sign-in; more parameters come in pairs. */
	String authorize(UUID client, String... more) {
		Map<String, String> parameters = new LinkedHashMap<>();
		parameters.put("client_id", client.toString());
		parameters.put("response_type", "code");
		parameters.put("redirect_uri", REDIRECT);
		parameters.put("scope", "openid profile offline_access User.Read");
		parameters.put("state", "s&<1>");
		parameters.put("nonce", "n-1");
		for (int i = 0; i < more.length; i += 2) {
			parameters.put(more[i], more[i + 1]);
		}
		parameters.values().removeIf(String::isEmpty);
		return tenant() + "/oauth2/v2.0/authorize?" + SignInScript.encode(parameters);
	}

	static byte[] sha256(String text) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.server.close();
	}

}
