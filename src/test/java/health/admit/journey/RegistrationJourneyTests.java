package health.admit.journey;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import health.admit.portal.credentials.Envelopes;
import health.admit.support.Database;
import health.admit.support.OnEachDatabase;
import health.admit.support.PortalServer;
import health.admit.support.SandboxServer;
import health.admit.support.SignInScript;
import health.admit.support.TestCertificate;
import health.admit.support.TestDatabase;
import health.admit.support.TokenRequests;
import health.admit.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * From the first page to the token, without scripts, on each database.
 */
@OnEachDatabase
class RegistrationJourneyTests {

	private static final String TENANT = "5f0a3c8e-2b47-4d1e-9a63-7c1d2e9b4f10";

	private static final String FHIR = "https://contoso-fhir.fhir.azurehealthcareapis.com";

	private static final String DICOM = "https://dicom.healthcareapis.azure.com";

	private static final String VERIFIER = "v".repeat(43);

	/** SHA-256 of the verifier. */
	private static final String CHALLENGE = "7w_YNF9DSfIdPf_pRjSq646_kPr-2-o9NAl16JGghdM";

	private static SandboxServer sandbox;

	private static PortalServer portal;

	@Parameter
	Database database;

	@TempDir
	Path folder;

	@BeforeParameterizedClassInvocation
	static void start(Database database) {
		TestDatabase fresh = database.fresh();
		sandbox = SandboxServer.start();
		portal = PortalServer.start(sandbox, "spring.datasource.url=" + fresh.url(),
				"spring.datasource.username=" + fresh.username(), "spring.datasource.password=" + fresh.password());
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		portal.close();
		sandbox.close();
	}

	@Test
	void secretThatIsShownOnceGetsAToken() throws Exception {
		try (Visitor priya = visitor()) {
			Registering client = new Registering(priya).basics("Nightly export", "FHIR")
				.authentication("SERVER")
				.secret("6")
				.permissions()
				.confirm()
				.finish();
			assertThat(client.secretReadableUntil()).isBefore(Instant.now().plus(Envelopes.READABLE));
			String secret = client.secretShownOnce();
			JWTClaimsSet claims = claims(tokens().withSecret(client.clientId(), secret, FHIR + "/.default"));
			assertThat(claims.getAudience()).containsExactly(FHIR);
			assertThat(claims.getStringClaim("appid")).isEqualTo(client.clientId());
			assertThat(claims.getStringClaim("oid")).isEqualTo(client.id("Service principal object id"));
			assertThat(new Terminal(this.folder).file("client-secret.txt", secret + "\r\n")
				.run(client.commands("client credentials").replaceFirst("https://[^']+", FHIR)))
				.contains("access_token");
			priya.open(priya.path());
			assertThat(priya.text()).contains("has been shown").doesNotContain(secret);
		}
	}

	@Test
	void uploadedCertificateGetsAToken() throws Exception {
		TestCertificate certificate = TestCertificate.create("CN=imaging gateway");
		try (Visitor priya = visitor()) {
			Registering client = new Registering(priya).basics("Imaging gateway", "DICOM")
				.authentication("SERVER")
				.certificate(certificate.pem())
				.permissions()
				.confirm()
				.finish();
			JWTClaimsSet claims = claims(tokens().withCertificate(client.clientId(), certificate.key(),
					certificate.certificate(), DICOM + "/.default"));
			assertThat(claims.getAudience()).containsExactly(DICOM);
			assertThat(claims.getStringClaim("appidacr")).isEqualTo("2");
			String pem = new String(certificate.pem(), StandardCharsets.US_ASCII) + certificate.keyPem();
			assertThat(new Terminal(this.folder).file("gateway.pem", pem)
				.run(client.commands("client credentials").replaceFirst("PEM=.*", "PEM=gateway.pem")))
				.contains("access_token");
		}
	}

	@Test
	void generatedPemGetsATokenAsItWasDownloaded() {
		try (Visitor priya = visitor()) {
			Terminal terminal = new Terminal(this.folder);
			Registering client = new Registering(priya).basics("Test gateway", "DICOM")
				.authentication("SERVER")
				.generated("PEM", "", terminal)
				.permissions()
				.confirm()
				.finish();
			assertThat(terminal.run(client.commands("client credentials"))).contains("access_token");
		}
	}

	@Test
	void generatedStoreGetsATokenAfterTheOneCommandOnThePage() {
		try (Visitor priya = visitor()) {
			Terminal terminal = new Terminal(this.folder);
			Registering client = new Registering(priya).basics("Test gateway with a store", "DICOM")
				.authentication("SERVER")
				.generated("PKCS12", "correct horse", terminal)
				.permissions()
				.confirm()
				.finish();
			Matcher command = Pattern.compile("openssl pkcs12 -in \\S+ -nodes -out \\S+").matcher(priya.text());
			assertThat(command.find()).isTrue();
			assertThat(terminal
				.run(command.group() + " -passin 'pass:correct horse'\n" + client.commands("client credentials")))
				.contains("access_token");
		}
	}

	@Test
	void singlePageApplicationRedeemsItsCodeInTheBrowser() throws Exception {
		try (Visitor priya = visitor()) {
			Registering client = new Registering(priya).basics("Ward board", "FHIR")
				.authentication("SINGLE_PAGE", "singlePage", "https://ward.contoso.example/signed-in")
				.permissions()
				.confirm()
				.finish();
			Map<String, Object> answer = tokens().withCode(client.clientId(),
					code(client, "https://ward.contoso.example/signed-in"), "https://ward.contoso.example/signed-in",
					VERIFIER, "https://ward.contoso.example");
			assertThat(claims(answer).getStringClaim("scp")).contains("user_impersonation");
		}
	}

	@Test
	void installedApplicationRedeemsItsCodeAndADeviceCode() throws Exception {
		try (Visitor priya = visitor()) {
			Registering client = new Registering(priya).basics("Bedside tablet", "FHIR")
				.authentication("MOBILE_OR_DESKTOP", "publicClient", "http://localhost")
				.permissions()
				.confirm()
				.finish();
			Map<String, Object> byCode = tokens().withCode(client.clientId(), code(client, "http://localhost:49152"),
					"http://localhost:49152", VERIFIER, null);
			assertThat(claims(byCode).getStringClaim("appidacr")).isEqualTo("0");
			Map<String, Object> asked = tokens().deviceCode(client.clientId(), FHIR + "/user_impersonation");
			signIn().approveDevice(String.valueOf(asked.get("user_code")), "priya");
			Map<String, Object> byDevice = tokens().withDeviceCode(client.clientId(),
					String.valueOf(asked.get("device_code")));
			assertThat(claims(byDevice).getAudience()).containsExactly(FHIR);
		}
	}

	@Test
	void postmanSignsInThroughItsOwnCallback() throws Exception {
		String callback = "https://oauth.pstmn.io/v1/callback";
		try (Visitor priya = visitor()) {
			Registering client = new Registering(priya).basics("Postman", "FHIR")
				.testTool("Postman")
				.permissions()
				.confirm()
				.finish();
			Map<String, Object> answer = tokens().withCode(client.clientId(), code(client, callback), callback,
					VERIFIER, null);
			assertThat(claims(answer).getStringClaim("appid")).isEqualTo(client.clientId());
		}
	}

	private Visitor visitor() {
		return new Visitor(URI.create(portal.baseUrl())).signIn("Priya Raman");
	}

	private TokenRequests tokens() {
		return new TokenRequests(sandbox.resolve("/"), TENANT);
	}

	private SignInScript signIn() {
		return new SignInScript(sandbox.baseUrl());
	}

	private String code(Registering client, String redirectUri) {
		Map<String, String> answer = signIn().signIn("/" + TENANT + "/oauth2/v2.0/authorize?"
				+ SignInScript.encode(Map.of("client_id", client.clientId(), "response_type", "code", "redirect_uri",
						redirectUri, "scope", FHIR + "/user_impersonation", "state", UUID.randomUUID().toString(),
						"code_challenge", CHALLENGE, "code_challenge_method", "S256")),
				"priya");
		assertThat(answer).containsKey("code");
		return answer.get("code");
	}

	private static JWTClaimsSet claims(Map<String, Object> answer) throws ParseException {
		assertThat(answer).containsKey("access_token");
		return SignedJWT.parse(answer.get("access_token").toString()).getJWTClaimsSet();
	}

}
