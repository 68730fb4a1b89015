package health.admit.portal.kits;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import health.admit.support.TestCertificate;
import java.net.URI;
import java.net.URLDecoder;
import java.security.interfaces.RSAPublicKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * The scripts of a downloaded kit, run as they are by bash and Python, seen from the
 * other end.
 */
class ProbeRunTests {

	private static final String AWKWARD = "~+/=&%\"'$ a  b`id`\\%41{{x}}!";

	private final KitServer server = new KitServer();

	@TempDir
	Path folder;

	@BeforeEach
	void knowsTheSecret() {
		this.server.knows((form) -> AWKWARD.equals(form.get("client_secret"))
				&& KitClients.APP.toString().equals(form.get("client_id")));
	}

	@AfterEach
	void stop() {
		this.server.close();
	}

	@ParameterizedTest
	@EnumSource
	void aSecretArrivesAsItIsAndBothServicesAreAsked(Language language) {
		Terminal.Result result = run(language, unpacked(SignInKind.APP_WITH_SECRET, AWKWARD));
		assertThat(result.said()).contains("Image viewer", KitClients.APP.toString(), "reading works");
		assertThat(result.exit()).as(result.said()).isZero();
		assertThat(this.server.forms()).hasSize(2)
			.allSatisfy((form) -> assertThat(form).containsEntry("grant_type", "client_credentials"));
		assertThat(this.server.forms()).extracting((form) -> form.get("scope"))
			.containsExactly(this.server.origin() + "/fhir/.default", KitClients.DICOM_AUDIENCE + "/.default");
		assertThat(this.server.asked()).extracting(KitServer.Asked::address)
			.containsExactly("/fhir/Patient?_summary=count", "/dicom/v2/changefeed?includemetadata=false&limit=1");
		assertThat(result.out()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void aFileThatAnEditorHasEndedWithALineBreakIsTheSameSecret(Language language) throws IOException {
		Path kit = unpacked(SignInKind.APP_WITH_SECRET, null);
		Files.writeString(kit.resolve("client-secret.txt"), AWKWARD + "\r\n");
		assertThat(run(language, kit).exit()).isZero();
	}

	@ParameterizedTest
	@EnumSource
	void withoutASecretNothingIsSent(Language language) {
		Terminal.Result result = run(language, unpacked(SignInKind.APP_WITH_SECRET, null));
		assertThat(result.exit()).isEqualTo(2);
		assertThat(result.said()).contains("client-secret.txt", "Rotation");
		assertThat(this.server.forms()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void aWrongSecretIsExplainedAndTheAnswerIsHarmless(Language language) {
		Terminal.Result result = run(language, unpacked(SignInKind.APP_WITH_SECRET, "other"));
		assertThat(result.exit()).isEqualTo(1);
		assertThat(result.said()).contains("AADSTS7000215: Invalid client secret", "its ID was copied instead")
			.doesNotContain("\u001b");
		assertThat(this.server.asked()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void aServiceThatWantsAnotherAudienceIsExplained(Language language) {
		this.server.wants("another-audience");
		Terminal.Result result = run(language, unpacked(SignInKind.APP_WITH_SECRET, AWKWARD));
		assertThat(result.exit()).isEqualTo(1);
		assertThat(result.said()).contains("401", "resource_id=\"the-audience\"",
				"This kit asks for the audience " + KitClients.DICOM_AUDIENCE);
	}

	@ParameterizedTest
	@EnumSource
	void aMissingRoleIsExplained(Language language) {
		this.server.forbids();
		Terminal.Result result = run(language, unpacked(SignInKind.APP_WITH_SECRET, AWKWARD));
		assertThat(result.exit()).isEqualTo(1);
		assertThat(result.said()).contains("403",
				"The service principal " + KitClients.PRINCIPAL + " needs the role FHIR Data Reader");
	}

	@ParameterizedTest
	@EnumSource
	void aServiceThatDoesNotAnswerIsExplained(Language language) {
		Path kit = TestKits.unpacked(this.folder,
				KitClients.with(KitClients.at(this.server.origin(), SignInKind.APP_WITH_SECRET),
						KitClients.services(SignInKind.APP_WITH_SECRET, "http://localhost:1", "http://localhost:1")),
				AWKWARD);
		Terminal.Result result = run(language, kit);
		assertThat(result.exit()).isEqualTo(1);
		assertThat(result.said()).contains("There was no answer");
	}

	@ParameterizedTest
	@EnumSource
	void aTokenIsPrintedAloneForUseElsewhere(Language language) {
		Terminal.Result result = run(language, unpacked(SignInKind.APP_WITH_SECRET, AWKWARD), "--token", "2");
		assertThat(result.exit()).isZero();
		assertThat(result.out()).isEqualTo("token-for.https---dicom-healthcareapis-azure-com--default\n");
		assertThat(this.server.asked()).isEmpty();
		assertThat(run(language, this.folder, "--token", "3").exit()).isEqualTo(2);
	}

	@ParameterizedTest
	@CsvSource({ "--token, x", "--token, ''", "--token, 1.5", "--tokn, 1", "--token=2, ''" })
	void argumentsThatMakeNoSenseAreAnsweredInOneSentence(String first, String second) {
		unpacked(SignInKind.APP_WITH_SECRET, AWKWARD);
		for (Language language : Language.values()) {
			Terminal.Result result = run(language, this.folder, first, second);
			assertThat(result.exit()).as(language + ": " + result.said()).isEqualTo(2);
			assertThat(result.said().strip()).as(language.toString()).hasLineCount(1).endsWith(".");
			assertThat(result.out()).isEmpty();
		}
		assertThat(this.server.asked()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void aCertificateSignsAnAssertionForTheTokenEndpoint(Language language) throws Exception {
		TestCertificate certificate = TestCertificate.create();
		KitClient client = KitClients.with(KitClients.at(this.server.origin(), SignInKind.APP_WITH_CERTIFICATE),
				new KitCertificate(HexFormat.of().formatHex(certificate.thumbprint("SHA-256")), null));
		Path kit = TestKits.unpacked(this.folder, client, null);
		assertThat(run(language, kit).exit()).isEqualTo(2);
		Files.writeString(kit.resolve("client-key.pem"), certificate.keyPem());
		this.server.knows((form) -> form.containsKey("client_assertion"));
		Terminal.Result result = run(language, kit);
		assertThat(result.exit()).as(result.said()).isZero();
		Map<String, String> form = this.server.forms().get(0);
		assertThat(form).containsEntry("client_assertion_type",
				"urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
		SignedJWT assertion = SignedJWT.parse(form.get("client_assertion"));
		assertThat(assertion.verify(new RSASSAVerifier((RSAPublicKey) certificate.certificate().getPublicKey())))
			.isTrue();
		assertThat(assertion.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.PS256);
		assertThat(assertion.getHeader().getX509CertSHA256Thumbprint().decode())
			.isEqualTo(certificate.thumbprint("SHA-256"));
		assertThat(assertion.getJWTClaimsSet().getAudience())
			.containsExactly(client.cloud().tokenEndpoint().toString());
		assertThat(assertion.getJWTClaimsSet().getIssuer()).isEqualTo(KitClients.APP.toString());
		assertThat(assertion.getJWTClaimsSet().getSubject()).isEqualTo(KitClients.APP.toString());
		assertThat(assertion.getJWTClaimsSet().getJWTID()).isNotBlank();
	}

	@ParameterizedTest
	@EnumSource
	void theTokenOfAnotherProviderComesFromAFile(Language language) throws IOException {
		this.server.knows((form) -> "e30.e30.c2ln".equals(form.get("client_assertion")));
		Path kit = unpacked(SignInKind.APP_WITH_FEDERATION, null);
		Terminal.Result without = run(language, kit);
		assertThat(without.exit()).isEqualTo(2);
		assertThat(without.said()).contains("AZURE_FEDERATED_TOKEN_FILE", "issuer https://cluster.contoso.example",
				"subject system:serviceaccount:imaging:reader");
		assertThat(this.server.forms()).isEmpty();
		Files.writeString(kit.resolve("federated-token.txt"), "e30.e30.c2ln\n");
		Terminal.Result result = run(language, kit);
		assertThat(result.exit()).as(result.said()).isZero();
		assertThat(this.server.forms().get(0)).containsEntry("client_assertion_type",
				"urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
	}

	@ParameterizedTest
	@EnumSource
	void workloadIdentityNamesTheFileWithTheToken(Language language) throws IOException {
		this.server.knows((form) -> "e30.e30.c2ln".equals(form.get("client_assertion")));
		Path kit = unpacked(SignInKind.APP_WITH_FEDERATION, null);
		Path token = Files.writeString(this.folder.resolve("projected token"), "e30.e30.c2ln");
		Terminal.Result result = Terminal.run(kit, Map.of("AZURE_FEDERATED_TOKEN_FILE", token.toString()),
				List.of(language.program, language.file));
		assertThat(result.exit()).as(result.said()).isZero();
	}

	@ParameterizedTest
	@EnumSource
	void aServiceWithoutAnAddressIsAskedOnceTheReadmesCommandHasPutItIn(Language language) {
		Path kit = TestKits.unpacked(this.folder,
				KitClients.unnamed(KitClients.at(this.server.origin(), SignInKind.APP_WITH_SECRET)), AWKWARD);
		Terminal.Result without = run(language, kit);
		assertThat(without.exit()).isEqualTo(2);
		assertThat(without.said()).contains("The readme says how to put it in");
		assertThat(this.server.forms()).isEmpty();
		TestKits.named(kit, this.server.origin());
		Terminal.Result result = run(language, kit);
		assertThat(result.exit()).as(result.said()).isZero();
		assertThat(this.server.forms()).extracting((form) -> form.get("scope"))
			.containsExactly(this.server.origin() + "/fhir/.default", KitClients.DICOM_AUDIENCE + "/.default");
	}

	@ParameterizedTest
	@MethodSource
	void aPersonSignsInWithACodeAndPkce(Language language, SignInKind signIn) throws Exception {
		this.server.knows((form) -> true);
		List<Map<String, String>> opened = new ArrayList<>();
		Terminal.Result result = run(language, unpacked(signIn, AWKWARD), signsIn(opened, "&code=a%2Fb"));
		assertThat(result.exit()).as(result.said()).isZero();
		assertThat(opened).extracting((query) -> query.get("scope"))
			.containsExactly(this.server.origin() + "/fhir/user_impersonation",
					KitClients.DICOM_AUDIENCE + "/Dicom.ReadWrite");
		for (int i = 0; i < 2; i++) {
			Map<String, String> form = this.server.forms().get(i);
			byte[] hash = MessageDigest.getInstance("SHA-256")
				.digest(form.get("code_verifier").getBytes(StandardCharsets.US_ASCII));
			assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(hash))
				.isEqualTo(opened.get(i).get("code_challenge"));
			assertThat(form).containsEntry("grant_type", "authorization_code")
				.containsEntry("code", "a/b")
				.containsEntry("redirect_uri", opened.get(i).get("redirect_uri"));
			assertThat(form.get("client_secret")).isEqualTo(signIn.withSecret() ? AWKWARD : null);
			assertThat(form.get("(origin)"))
				.isEqualTo((signIn == SignInKind.SINGLE_PAGE) ? "https://viewer.contoso.com" : null);
		}
		assertThat(opened.get(0).get("redirect_uri")).isEqualTo(switch (signIn) {
			case WEB_WITH_SECRET -> "https://viewer.contoso.com/signin?a=b&c=d";
			case DESKTOP -> "http://localhost";
			default -> "https://viewer.contoso.com/app";
		});
	}

	@ParameterizedTest
	@EnumSource
	void aWebApplicationRedeemsTheCodeWithItsCertificate(Language language) throws Exception {
		TestCertificate certificate = TestCertificate.create();
		KitClient client = KitClients.with(KitClients.at(this.server.origin(), SignInKind.WEB_WITH_CERTIFICATE),
				new KitCertificate(HexFormat.of().formatHex(certificate.thumbprint("SHA-256")), null));
		Path kit = TestKits.unpacked(this.folder, client, null);
		Files.writeString(kit.resolve("client-key.pem"), certificate.keyPem());
		this.server.knows((form) -> form.containsKey("client_assertion"));
		Terminal.Result result = run(language, kit, signsIn(new ArrayList<>(), "&code=a%2Fb"));
		assertThat(result.exit()).as(result.said()).isZero();
		Map<String, String> form = this.server.forms().get(0);
		assertThat(form).containsEntry("grant_type", "authorization_code")
			.containsEntry("code", "a/b")
			.containsEntry("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
			.containsKey("code_verifier")
			.doesNotContainKey("client_secret");
		assertThat(SignedJWT.parse(form.get("client_assertion"))
			.verify(new RSASSAVerifier((RSAPublicKey) certificate.certificate().getPublicKey()))).isTrue();
	}

	static Stream<Arguments> aPersonSignsInWithACodeAndPkce() {
		return Stream.of(SignInKind.WEB_WITH_SECRET, SignInKind.SINGLE_PAGE, SignInKind.DESKTOP)
			.flatMap((signIn) -> Stream.of(Language.values()).map((language) -> arguments(language, signIn)));
	}

	@ParameterizedTest
	@EnumSource
	void anAddressOfAnotherSignInIsRefused(Language language) {
		Terminal.Result result = run(language, unpacked(SignInKind.DESKTOP, null),
				(line) -> line.startsWith("http://localhost") ? "http://localhost/?code=evil&state=other" : null);
		assertThat(result.exit()).isEqualTo(1);
		assertThat(this.server.forms()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void aDeviceWaitsForAPerson(Language language) {
		this.server.knows((form) -> "the-device-code".equals(form.get("device_code"))).waits(2);
		Terminal.Result result = run(language, unpacked(SignInKind.DEVICE_CODE, null));
		assertThat(result.exit()).as(result.said()).isZero();
		assertThat(result.said()).contains("https://microsoft.com/devicelogin", "ABCD");
		assertThat(this.server.forms()).hasSize(4);
	}

	@Test
	void neitherSecretNorTokenIsAnArgumentOfAProgram() throws IOException {
		Path kit = unpacked(SignInKind.APP_WITH_SECRET, AWKWARD);
		Path log = this.folder.resolve("arguments.log");
		Path tools = Files.createDirectory(this.folder.resolve("tools"));
		for (String tool : List.of("curl", "tr", "sed", "openssl", "grep")) {
			Path wrapper = tools.resolve(tool);
			Files.writeString(wrapper, "#!/bin/sh\nprintf '%s\\n' \"$@\" >> '" + log + "'\nexec '"
					+ Terminal.find(tool).orElseThrow() + "' \"$@\"\n");
			assertThat(wrapper.toFile().setExecutable(true)).isTrue();
		}
		Terminal.Result result = Terminal.run(kit, Map.of("PATH", tools + ":" + System.getenv("PATH")),
				List.of("bash", "probe.sh"));
		assertThat(result.exit()).as(result.said()).isZero();
		assertThat(log).content().contains("client_secret@-").doesNotContain(AWKWARD, "token-for");
	}

	private Path unpacked(SignInKind signIn, String secret) {
		return TestKits.unpacked(this.folder, KitClients.at(this.server.origin(), signIn), secret);
	}

	private static Terminal.Result run(Language language, Path kit, String... arguments) {
		return run(language, kit, (line) -> null, arguments);
	}

	private static Terminal.Result run(Language language, Path kit, Function<String, String> answers,
			String... arguments) {
		List<String> command = new ArrayList<>(List.of(language.program, language.file));
		command.addAll(List.of(arguments));
		return Terminal.run(kit, Map.of(), command, answers);
	}

	/** Signs in at each address that is shown, and pastes the address one is sent to. */
	private static Function<String, String> signsIn(List<Map<String, String>> opened, String code) {
		return (line) -> {
			if (!line.contains("/oauth2/v2.0/authorize?")) {
				return null;
			}
			Map<String, String> query = new HashMap<>();
			for (String field : URI.create(line).getRawQuery().split("&")) {
				String[] pair = field.split("=", 2);
				query.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
			}
			opened.add(query);
			String redirect = query.get("redirect_uri");
			return redirect + (redirect.contains("?") ? "&" : "?") + "state=" + query.get("state") + code;
		};
	}

	/** The script languages that run on every machine of the build. */
	enum Language {

		BASH("bash", "probe.sh"), PYTHON("python3", "probe.py");

		private final String program;

		private final String file;

		Language(String program, String file) {
			this.program = program;
			this.file = file;
		}

	}

}
