package health.admit.portal.signin;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.nimbusds.jose.jwk.JWK;
import health.admit.portal.cloud.Cloud;
import health.admit.portal.cloud.CloudName;
import health.admit.sandbox.tenant.Organisation;
import health.admit.sandbox.tenant.Json;
import health.admit.sandbox.tenant.Kind;
import health.admit.sandbox.tenant.Store;
import health.admit.support.SandboxControls;
import health.admit.support.SandboxServer;
import health.admit.support.TestCertificate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.http.client.JdkClientHttpRequestFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The portal's own tokens against the sandbox, in which the portal may read applications
 * by itself.
 */
class OwnTokensContractTests {

	private static final UUID PORTAL = UUID.fromString("0e6f2a51-7d4b-4c88-8f0e-3b9a5c71d2e4");

	private static final String SECRET = "sandbox-portal~not-a-real-secret";

	private static SandboxServer sandbox;

	private static SandboxControls controls;

	private final AtomicReference<Instant> now = new AtomicReference<>(Clock.systemUTC().instant());

	private final OwnTokens tokens = tokens(SECRET, this.now);

	@BeforeAll
	static void start() {
		sandbox = SandboxServer.start();
		controls = new SandboxControls(sandbox);
	}

	@AfterAll
	static void stop() {
		sandbox.close();
	}

	@BeforeEach
	void nothingAskedYet() {
		controls.clearFaults();
		controls.clearRequests();
	}

	@Test
	void theTokenReadsApplicationsAndNothingElse() throws Exception {
		String token = this.tokens.graph();
		assertThat(get("/v1.0/applications?$select=id", token)).isEqualTo(200);
		assertThat(get("/v1.0/users?$select=id", token)).isEqualTo(403);
	}

	@Test
	void aCertificateProvesThePortalAsWell(@TempDir Path folder) throws Exception {
		TestCertificate certificate = TestCertificate.create();
		Path file = folder.resolve("portal.pem");
		Files.writeString(file, new String(certificate.pem(), StandardCharsets.US_ASCII) + certificate.keyPem());
		Store store = sandbox.bean(Store.class);
		UUID portal = store.byAppId(Kind.APPLICATION, PORTAL).orElseThrow().id();
		store.update(Kind.APPLICATION, portal, (document) -> {
			document.withArray("keyCredentials")
				.add(Json.object()
					.put("keyId", UUID.randomUUID().toString())
					.put("type", "AsymmetricX509Cert")
					.put("usage", "Verify")
					.put("key", Base64.getEncoder().encodeToString(certificate.der()))
					.put("customKeyIdentifier",
							HexFormat.of().withUpperCase().formatHex(certificate.thumbprint("SHA-1")))
					.put("startDateTime", certificate.certificate().getNotBefore().toInstant().toString())
					.put("endDateTime", certificate.certificate().getNotAfter().toInstant().toString()));
			return document;
		});
		String token = tokens("", ClientKey.load(file, ""), this.now).graph();
		assertThat(get("/v1.0/applications?$select=id", token)).isEqualTo(200);
	}

	@Test
	void itIsFetchedOnceForAllThreadsAndAnewBeforeItEnds() {
		Set<String> first = IntStream.range(0, 16)
			.parallel()
			.mapToObj((i) -> this.tokens.graph())
			.collect(Collectors.toSet());
		assertThat(first).hasSize(1);
		assertThat(controls.exchanges()).hasSize(1);
		this.now.updateAndGet((moment) -> moment.plus(Duration.ofHours(24)));
		assertThat(first).doesNotContain(this.tokens.graph());
		assertThat(controls.exchanges()).hasSize(2);
	}

	@Test
	void aRefusedTokenIsForgotten() {
		String refused = this.tokens.graph();
		this.tokens.forget();
		assertThat(this.tokens.graph()).isNotEqualTo(refused);
	}

	@Test
	void aWrongSecretIsToldApartFromAServiceThatIsAway() {
		assertThatExceptionOfType(TokensRefused.class).isThrownBy(tokens("wrong~secret", this.now)::graph)
			.satisfies((ex) -> {
				assertThat(ex.code()).isEqualTo("invalid_client");
				assertThat(ex.isPassing()).isFalse();
			});
		controls.fault("{\"rules\":[{\"kind\":\"UNAVAILABLE\",\"path\":\"/oauth2/v2.0/token\"}]}");
		assertThatExceptionOfType(TokensRefused.class).isThrownBy(this.tokens::graph)
			.satisfies((ex) -> assertThat(ex.isPassing()).isTrue());
		assertThat(this.tokens.graph()).isNotBlank();
	}

	private static int get(String path, String token) throws IOException, InterruptedException {
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(sandbox.resolve(path)).header("Authorization", "Bearer " + token).build(),
					HttpResponse.BodyHandlers.discarding())
			.statusCode();
	}

	private static OwnTokens tokens(String secret, AtomicReference<Instant> now) {
		return tokens(secret, null, now);
	}

	private static OwnTokens tokens(String secret, JWK key, AtomicReference<Instant> now) {
		URI origin = URI.create(sandbox.baseUrl());
		Cloud cloud = new Cloud(CloudName.SANDBOX, Organisation.CONTOSO_HEALTH.tenantId(), origin, origin, origin,
				origin);
		Clock clock = new Clock() {

			@Override
			public ZoneId getZone() {
				return ZoneOffset.UTC;
			}

			@Override
			public Clock withZone(ZoneId zone) {
				return this;
			}

			@Override
			public Instant instant() {
				return now.get();
			}

		};
		PortalAddress address = new PortalAddress(URI.create("http://localhost:8080"), Set.of());
		return new OwnTokens(new TokenEndpoint(EntraRegistration.of(cloud, PORTAL, secret, key != null, address), cloud,
				key, new JdkClientHttpRequestFactory(), clock), clock);
	}

}
