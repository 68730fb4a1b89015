package health.admit.sandbox.oidc;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpRequest;
import com.azure.core.util.BinaryData;
import com.azure.identity.ClientCertificateCredentialBuilder;
import com.azure.identity.ClientSecretCredentialBuilder;
import com.azure.identity.DeviceCodeCredentialBuilder;
import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.DeviceCodeFlowParameters;
import com.microsoft.aad.msal4j.HttpMethod;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.IClientCredential;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.MsalServiceException;
import com.microsoft.aad.msal4j.PublicClientApplication;
import health.admit.support.TestCertificate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * MSAL and Azure Identity, unmodified, against the sandbox.
 */
class MicrosoftLibrariesContractTests {

	private static final String FHIR = "https://contoso-fhir.fhir.azurehealthcareapis.com/.default";

	private static TestTenant tenant;

	private static OriginSwap swap;

	@BeforeAll
	static void start() {
		tenant = new TestTenant();
		swap = new OriginSwap(tenant.base());
	}

	@AfterAll
	static void stop() {
		tenant.close();
	}

	@Test
	void msalGetsATokenWithASecret() throws Exception {
		UUID client = tenant.confidential();
		assertThat(msal(client, ClientCredentialFactory.createFromSecret(TestTenant.SECRET)).accessToken())
			.isNotEmpty();
	}

	@Test
	void msalGetsATokenWithACertificate() throws Exception {
		TestCertificate certificate = TestCertificate.create();
		assertThat(msal(withCertificate(certificate), credential(certificate)).accessToken()).isNotEmpty();
	}

	@Test
	void msalTellsWhyItGotNone() {
		UUID client = tenant.confidential();
		assertThatExceptionOfType(MsalServiceException.class)
			.isThrownBy(() -> msal(client, ClientCredentialFactory.createFromSecret("wrong")))
			.satisfies((refusal) -> assertThat(refusal.errorCode()).isEqualTo("invalid_client"))
			.withMessageContaining("AADSTS7000215");
		UUID expired = tenant.register((app) -> TestTenant.secret(app, TestTenant.SECRET,
				tenant.now().minus(Duration.ofDays(9)), tenant.now().minus(Duration.ofDays(1))));
		assertThatExceptionOfType(MsalServiceException.class)
			.isThrownBy(() -> msal(expired, ClientCredentialFactory.createFromSecret(TestTenant.SECRET)))
			.withMessageContaining("AADSTS7000222");
		assertThatExceptionOfType(MsalServiceException.class)
			.isThrownBy(() -> msal(client, credential(TestCertificate.create())))
			.withMessageContaining("AADSTS700027");
	}

	@Test
	void msalSignsInADevice() throws Exception {
		UUID client = device();
		PublicClientApplication app = PublicClientApplication.builder(client.toString())
			.authority(authority())
			.httpClient(new MsalHttp(swap))
			.build();
		IAuthenticationResult result = app
			.acquireToken(DeviceCodeFlowParameters
				.builder(Set.of("User.Read"), (code) -> tenant.browser().approveDevice(code.userCode(), "priya.raman"))
				.build())
			.get();
		assertThat(result.account().homeAccountId())
			.isEqualTo(tenant.person("priya.raman") + "." + tenant.directory().tenantId());
		assertThat(result.idToken()).isNotEmpty();
	}

	@Test
	void azureIdentityGetsATokenWithASecret() {
		UUID client = tenant.confidential();
		assertThat(azure(new ClientSecretCredentialBuilder().tenantId(tenantId())
			.clientId(client.toString())
			.clientSecret(TestTenant.SECRET)
			.disableInstanceDiscovery()
			.httpClient(new AzureHttp(swap))
			.build(), FHIR).getToken()).isNotEmpty();
	}

	@Test
	void azureIdentityGetsATokenWithACertificate(@TempDir Path folder) throws IOException {
		TestCertificate certificate = TestCertificate.create();
		Path pem = folder.resolve("client.pem");
		Files.writeString(pem,
				pem("PRIVATE KEY", certificate.key().getEncoded()) + pem("CERTIFICATE", certificate.der()));
		assertThat(azure(new ClientCertificateCredentialBuilder().tenantId(tenantId())
			.clientId(withCertificate(certificate).toString())
			.pemCertificate(pem.toString())
			.disableInstanceDiscovery()
			.httpClient(new AzureHttp(swap))
			.build(), FHIR).getToken()).isNotEmpty();
	}

	@Test
	void azureIdentitySignsInADevice() {
		UUID client = device();
		assertThat(azure(new DeviceCodeCredentialBuilder().tenantId(tenantId())
			.clientId(client.toString())
			.disableInstanceDiscovery()
			.httpClient(new AzureHttp(swap))
			.challengeConsumer((code) -> tenant.browser().approveDevice(code.getUserCode(), "priya.raman"))
			.build(), "https://graph.microsoft.com/User.Read").getToken()).isNotEmpty();
	}

	private static IAuthenticationResult msal(UUID client, IClientCredential credential) throws Exception {
		ConfidentialClientApplication app = ConfidentialClientApplication.builder(client.toString(), credential)
			.authority(authority())
			.httpClient(new MsalHttp(swap))
			.build();
		try {
			return app.acquireToken(ClientCredentialParameters.builder(Set.of(FHIR)).skipCache(true).build()).get();
		}
		catch (java.util.concurrent.ExecutionException ex) {
			throw (Exception) ex.getCause();
		}
	}

	private static AccessToken azure(TokenCredential credential, String scope) {
		return credential.getTokenSync(new TokenRequestContext().addScopes(scope));
	}

	private static IClientCredential credential(TestCertificate certificate) {
		return ClientCredentialFactory.createFromCertificate(certificate.key(), certificate.certificate());
	}

	private static UUID withCertificate(TestCertificate certificate) {
		return tenant.register((app) -> TestTenant.certificate(app, certificate.der(), tenant.now().minusSeconds(60),
				tenant.now().plus(Duration.ofDays(10))));
	}

	private static UUID device() {
		UUID client = tenant.register((app) -> app.put("isFallbackPublicClient", true));
		tenant.consent(client, "User.Read");
		return client;
	}

	private static String authority() {
		return OriginSwap.LOGIN + "/" + tenantId();
	}

	private static String tenantId() {
		return tenant.directory().tenantId().toString();
	}

	private static String pem(String type, byte[] der) {
		return "-----BEGIN " + type + "-----\n" + Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(der)
				+ "\n-----END " + type + "-----\n";
	}

	private record MsalHttp(OriginSwap swap) implements IHttpClient {
		@Override
		public com.microsoft.aad.msal4j.IHttpResponse send(com.microsoft.aad.msal4j.HttpRequest request) {
			String body = (request.httpMethod() == HttpMethod.POST) ? request.body() : "";
			HttpResponse<String> answer = this.swap.send(request.httpMethod().name(), request.url().toString(),
					request.headers(), body.getBytes(StandardCharsets.UTF_8));
			com.microsoft.aad.msal4j.HttpResponse response = new com.microsoft.aad.msal4j.HttpResponse();
			response.statusCode(answer.statusCode());
			response.addHeaders(answer.headers().map());
			response.body(answer.body());
			return response;
		}
	}

	private record AzureHttp(OriginSwap swap) implements com.azure.core.http.HttpClient {
		@Override
		public Mono<com.azure.core.http.HttpResponse> send(HttpRequest request) {
			Map<String, String> headers = new HashMap<>();
			request.getHeaders().forEach((header) -> headers.put(header.getName(), header.getValue()));
			byte[] body = (request.getBodyAsBinaryData() != null) ? request.getBodyAsBinaryData().toBytes()
					: new byte[0];
			return Mono.fromCallable(() -> new AzureAnswer(request,
					this.swap.send(request.getHttpMethod().name(), request.getUrl().toString(), headers, body)));
		}
	}

	private static final class AzureAnswer extends com.azure.core.http.HttpResponse {

		private final HttpResponse<String> answer;

		AzureAnswer(HttpRequest request, HttpResponse<String> answer) {
			super(request);
			this.answer = answer;
		}

		@Override
		public int getStatusCode() {
			return this.answer.statusCode();
		}

		@Override
		@Deprecated
		public String getHeaderValue(String name) {
			return this.answer.headers().firstValue(name).orElse(null);
		}

		@Override
		public HttpHeaders getHeaders() {
			HttpHeaders headers = new HttpHeaders();
			for (Map.Entry<String, List<String>> header : this.answer.headers().map().entrySet()) {
				headers.set(HttpHeaderName.fromString(header.getKey()), header.getValue());
			}
			return headers;
		}

		@Override
		public BinaryData getBodyAsBinaryData() {
			return BinaryData.fromString(this.answer.body());
		}

		@Override
		public reactor.core.publisher.Flux<java.nio.ByteBuffer> getBody() {
			return reactor.core.publisher.Flux.just(java.nio.ByteBuffer.wrap(bytes()));
		}

		@Override
		public Mono<byte[]> getBodyAsByteArray() {
			return Mono.just(bytes());
		}

		@Override
		public Mono<String> getBodyAsString() {
			return Mono.just(this.answer.body());
		}

		@Override
		public Mono<String> getBodyAsString(java.nio.charset.Charset charset) {
			return getBodyAsString();
		}

		private byte[] bytes() {
			return this.answer.body().getBytes(StandardCharsets.UTF_8);
		}

	}

}
