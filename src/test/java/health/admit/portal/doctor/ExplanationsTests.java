package health.admit.portal.doctor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each way a refusal can look is told by its cause.
 */
class ExplanationsTests {

	private static final String ID = "0e6f2a51-7d4b-4c88-8f0e-3b9a5c71d2e4";

	/** Every AADSTS number that people meet with clients of these services. */
	static List<Integer> codes() {
		return List.of(7000215, 7000222, 7000218, 700025, 700016, 7000229, 700027, 50012, 50013, 500133, 700030, 70001,
				7000112, 50011, 70004, 900971, 65001, 65004, 90094, 90095, 90008, 650052, 650056, 650057, 65005, 500011,
				50001, 70011, 28002, 28003, 700022, 700023, 1002012, 501051, 50105, 50194, 90002, 90038, 50020, 50034,
				50014, 16000, 50076, 50079, 50074, 50072, 50078, 50158, 53000, 53001, 53003, 530035, 50173, 50132,
				50133, 70008, 700082, 70043, 700084, 54005, 70000, 50147, 501481, 70016, 70018, 70019, 9001023, 50196,
				50126, 50053, 50055, 50057, 50058, 700054, 70005, 700229, 650059);
	}

	static Stream<Cause> causes() {
		return Arrays.stream(Cause.values());
	}

	@ParameterizedTest
	@MethodSource("codes")
	void everyNumberIsExplained(int code) {
		String text = "AADSTS" + code + ": Something went wrong.\r\nTrace ID: " + ID + "\r\nCorrelation ID: " + ID
				+ "\r\nTimestamp: 2026-11-23 10:11:12Z";
		Diagnosis diagnosis = Explanations.ofEntra(text).orElseThrow();
		assertThat(diagnosis.code()).isEqualTo("AADSTS" + code);
		assertThat(diagnosis.cause()).isNotEqualTo(Cause.ENTRA_OTHER);
		assertThat(diagnosis.subjects()).containsEntry(Subject.CORRELATION_ID, ID)
			.containsEntry(Subject.TRACE_ID, ID)
			.containsEntry(Subject.TIMESTAMP, "2026-11-23 10:11:12Z");
		String json = "{\"error\":\"invalid_client\",\"error_description\":\"AADSTS" + code
				+ ": x\\r\\nTrace ID: a\",\"error_codes\":[" + code + "],\"correlation_id\":\"" + ID + "\"}";
		assertThat(Explanations.ofEntra(json)).hasValueSatisfying((same) -> {
			assertThat(same.cause()).isEqualTo(diagnosis.cause());
			assertThat(same.subjects()).containsEntry(Subject.CORRELATION_ID, ID);
		});
		String query = "https://client.example/callback?error=access_denied&error_description=AADSTS" + code
				+ "%3a+Something+went+wrong.&state=x";
		assertThat(Explanations.ofEntra(query)).hasValueSatisfying((same) -> {
			assertThat(same.cause()).isEqualTo(diagnosis.cause());
			assertThat(same.code()).isEqualTo("AADSTS" + code);
		});
	}

	@ParameterizedTest
	@MethodSource("causes")
	void everyCauseIsToldInItsOwnWords(Cause cause) throws IOException {
		Properties texts = texts();
		for (String key : List.of(cause.happened(), cause.why(), cause.next())) {
			String text = texts.getProperty(key);
			assertThat(text).as(key).isNotBlank().endsWith(".");
			assertThat(text.length()).as(key).isBetween(12, 600);
			assertThat(causes().flatMap((other) -> Stream.of(other.happened(), other.why(), other.next()))
				.filter((other) -> text.equals(texts.getProperty(other)))).as(text).hasSizeLessThanOrEqualTo(2);
		}
		assertThat(causes()
			.filter((other) -> texts.getProperty(cause.happened()).equals(texts.getProperty(other.happened()))))
			.containsExactly(cause);
		assertThat(texts.getProperty(cause.actor().key())).isNotBlank();
	}

	@Test
	void everySubjectAndRemedyHasItsName() throws IOException {
		Properties texts = texts();
		assertThat(Arrays.stream(Subject.values()).map(Subject::key)).allMatch(texts::containsKey);
		assertThat(Arrays.stream(Remedy.values()).filter((remedy) -> remedy != Remedy.NONE).map(Remedy::key))
			.allMatch(texts::containsKey);
		assertThat(Arrays.stream(SignatureState.values()).map(SignatureState::key)).allMatch(texts::containsKey);
		assertThat(Arrays.stream(TokenReading.Reason.values()).map(TokenReading.Reason::key))
			.allMatch(texts::containsKey);
	}

	@Test
	void namesTheObjectsThatEntraNames() {
		assertThat(
				subjects("AADSTS50011: The redirect URI 'https://oauth.pstmn.io/v1/callback' specified in the request"
						+ " does not match the redirect URIs configured for the application '" + ID
						+ "'. Make sure the redirect URI sent in the request matches one added to your application."))
			.containsEntry(Subject.REDIRECT_URI, "https://oauth.pstmn.io/v1/callback")
			.containsEntry(Subject.CLIENT, ID);
		assertThat(subjects("AADSTS700016: Application with identifier '" + ID
				+ "' was not found in the directory 'Contoso Health'. This can happen if"))
			.containsEntry(Subject.CLIENT, ID)
			.containsEntry(Subject.TENANT, "Contoso Health");
		assertThat(subjects(
				"AADSTS500011: The resource principal named https://dicom.healthcareapis.azure.net was not found in"
						+ " the tenant named Contoso Health. This can happen if"))
			.containsEntry(Subject.AUDIENCE, "https://dicom.healthcareapis.azure.net")
			.containsEntry(Subject.TENANT, "Contoso Health");
		assertThat(subjects(
				"AADSTS650057: Invalid resource. The client has requested access to a resource which is not listed."
						+ " Client app ID: " + ID
						+ "(Viewer). Resource value from request: https://dicom.healthcareapis.azure.com."
						+ " Resource app ID: 75e725bf-66ce-4cea-9b9a-5c4caae57f33. List of valid resources from app registration: ."))
			.containsEntry(Subject.CLIENT, ID)
			.containsEntry(Subject.AUDIENCE, "https://dicom.healthcareapis.azure.com")
			.containsEntry(Subject.API, "75e725bf-66ce-4cea-9b9a-5c4caae57f33");
		assertThat(subjects(
				"AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the"
						+ " client secret value, not the client secret ID, for a secret added to app '" + ID + "'."))
			.containsEntry(Subject.CLIENT, ID);
		assertThat(subjects("AADSTS65001: The user or administrator has not consented to use the application with ID '"
				+ ID + "' named 'Viewer'."))
			.containsEntry(Subject.CLIENT, ID);
		assertThat(subjects(
				"AADSTS700027: The certificate with identifier used to sign the client assertion is not registered on"
						+ " application. [Reason - The key was not found., Thumbprint of key used by client: 'AB12CD', Please visit"
						+ " the Azure Portal to see configured keys for app Id '" + ID + "'."))
			.containsEntry(Subject.CERTIFICATE, "AB12CD")
			.containsEntry(Subject.CLIENT, ID);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					Bearer authorization_uri="https://login.microsoftonline.com/5f0a3c8e-2b47-4d1e-9a63-7c1d2e9b4f10", resource_id="https://w-f.fhir.azurehealthcareapis.com", realm="https://w-f.fhir.azurehealthcareapis.com" | TOKEN_MISSING
					WWW-Authenticate: Bearer resource_id="https://w-f.fhir.azurehealthcareapis.com", error="invalid_token", error_description="The audience is invalid" | AUDIENCE_WRONG
					Bearer error="invalid_token", error_description="The audience 'https://graph.microsoft.com' is invalid" | AUDIENCE_WRONG
					Bearer resource_id="api://own-dicom", error="invalid_token", error_description="The audience is invalid" | OWN_SERVER_AUDIENCE
					Bearer error="invalid_token", error_description="The token expired at '11/23/2026 10:00:00'" | TOKEN_ENDED
					Bearer error="invalid_token", error_description="The token is not valid before '11/23/2026 10:00:00'" | TOKEN_NOT_YET_VALID
					Bearer error="invalid_token", error_description="The issuer 'https://sts.windows.net/x/' is invalid" | ISSUER_WRONG
					Bearer error="invalid_token", error_description="The signature key was not found" | TOKEN_SIGNATURE
					Bearer error="invalid_token" | TOKEN_REFUSED
					Bearer realm="", error="insufficient_claims", claims="eyJhIjoxfQ==" | CLAIMS_WANTED
					Bearer error="insufficient_scope" | SCOPE_NOT_IN_TOKEN
					""")
	void readsChallenges(String header, Cause cause) {
		Challenge challenge = Challenge.parse(header).orElseThrow();
		assertThat(Explanations.ofChallenge(challenge).cause()).isEqualTo(cause);
	}

	@Test
	void readsWhatAServiceTrustsOutOfItsChallenge() {
		Challenge challenge = Challenge
			.parse("Basic realm=\"x\", Bearer authorization_uri=\"https://login.microsoftonline.com/"
					+ "5f0a3c8e-2b47-4d1e-9a63-7c1d2e9b4f10/oauth2\", resource_id=\"https://w-f.fhir.azurehealthcareapis.com\"")
			.orElseThrow();
		assertThat(challenge.tenant()).hasToString("Optional[5f0a3c8e-2b47-4d1e-9a63-7c1d2e9b4f10]");
		assertThat(Trust.of(challenge).takes("https://w-f.fhir.azurehealthcareapis.com/")).isTrue();
		assertThat(Trust.of(challenge).takes("https://azurehealthcareapis.com")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Bearer", "Basic realm=\"x\"", "Bearer error=\"open", "Bearer error=\"a\\",
			"Bearer error=a error=b", "Bearer error=\"a\", error=\"b\"", "Bearer a=\"b\" c=\"d\"",
			"Bearer error=\"a\r\nSet-Cookie: b=c\"", "Bearer error=\"a\u0000\"", "Bearer =\"x\"", "Bearer error=",
			"Bearer error=\"a\"b", "Bear\u00e9r error=\"x\"", "{}", "Bearer \u202e=\"x\"" })
	void malformedChallengesAreNone(String header) {
		assertThat(Challenge.parse(header).map(Challenge::error)).isEmpty();
	}

	@Test
	void challengesOfAnySizeAreReadOrRefused() {
		assertThat(Challenge.parse("Bearer error=\"" + "a".repeat(10_000_000) + "\"")).isEmpty();
		assertThat(Challenge.parse("Bearer " + "a=b, ".repeat(5000))).isEmpty();
		assertThat(Challenge.parse("Bearer error=\"say \\\"no\\\"\"").orElseThrow().error()).isEqualTo("say \"no\"");
		assertThat(Challenge.parse("Bearer authorization_uri=\"https://evil@login.example/" + ID + "\"")
			.orElseThrow()
			.tenant()).isEmpty();
		assertThat(Challenge.parse("Bearer authorization_uri=\"javascript:alert(1)\"").orElseThrow().tenant())
			.isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					HTTP/1.1 403 Forbidden~Content-Type: application/fhir+json~~{"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"forbidden","diagnostics":"Authorization failed."}]} | ROLE_MISSING | forbidden
					{"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"forbidden","diagnostics":"Authorization failed."}]} | ROLE_MISSING | forbidden
					{"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"login","diagnostics":"Authentication failed."}]} | TOKEN_MISSING | login
					< HTTP/2 403~< content-type: text/plain~<~Authorization failed. | ROLE_MISSING | HTTP 403
					HTTP/1.1 401 Unauthorized~WWW-Authenticate: Bearer error="invalid_token", error_description="The audience is invalid" | AUDIENCE_WRONG | invalid_token
					401 Unauthorized | TOKEN_MISSING | HTTP 401
					Status: 403 Public network access is disabled. Use a private endpoint. | NETWORK_CLOSED | HTTP 403
					HTTP/1.1 404 Not Found | PATH_UNKNOWN | HTTP 404
					HTTP/1.1 429 Too Many Requests | SERVICE_BUSY | HTTP 429
					HTTP/1.1 503 Service Unavailable | SERVICE_FAILED | HTTP 503
					{"error":{"code":"PrincipalNotFound","message":"Principal 0e6f2a517d4b4c888f0e3b9a5c71d2e4 does not exist in the directory"}} | PRINCIPAL_NOT_FOUND | PrincipalNotFound
					(AuthorizationFailed) The client 'a@b' with object id '0e6f2a51-7d4b-4c88-8f0e-3b9a5c71d2e4' does not have authorization to perform action 'Microsoft.Authorization/roleAssignments/write' | AZURE_RIGHT_MISSING | AuthorizationFailed
					{"error":{"code":"UnmatchedPrincipalType","message":"Principals of type Application cannot validly be used in role assignments."}} | PRINCIPAL_OF_WRONG_KIND | UnmatchedPrincipalType
					{"error":{"code":"RoleAssignmentExists","message":"The role assignment already exists."}} | ROLE_ALREADY_ASSIGNED | RoleAssignmentExists
					{"error":{"code":"RoleAssignmentUpdateNotPermitted","message":"x"}} | ROLE_ASSIGNMENT_TAKEN | RoleAssignmentUpdateNotPermitted
					{"error":{"code":"Authorization_RequestDenied","message":"Insufficient privileges to complete the operation."}} | DIRECTORY_RIGHT_MISSING | Authorization_RequestDenied
					{"error":{"code":"Request_ResourceNotFound","message":"x"}} | OBJECT_NOT_FOUND | Request_ResourceNotFound
					{"error":{"code":"SomethingNew","message":"x"}} | CLOUD_OTHER | SomethingNew
					{"error":"invalid_request","error_description":"AADSTS901002: The 'resource' request parameter is not supported."} | RESOURCE_PARAMETER | AADSTS901002
					{"error":"invalid_client"} | CLIENT_NOT_PROVEN | invalid_client
					HTTP/1.1 400 Bad Request~~{"error":"invalid_scope"} | SCOPE_INVALID | invalid_scope
					AADSTS650053: The application 'V' asked for scope 'user_impersonation' that doesn't exist on the resource '75e725bf-66ce-4cea-9b9a-5c4caae57f33'. | SCOPE_UNKNOWN_TO_DICOM | AADSTS650053
					AADSTS123456: Something new | ENTRA_OTHER | AADSTS123456
					""")
	void readsWhateverSomebodyCopied(String text, Cause cause, String code) {
		Diagnosis diagnosis = Explanations.ofText(text.replace("~", "\r\n")).orElseThrow();
		assertThat(diagnosis.cause()).isEqualTo(cause);
		assertThat(diagnosis.code()).isEqualTo(code);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "hello", "200 OK", "{", "[[[[", "AADSTS", "aadsts12", "error", "null", "{\"error\":1}",
			"\u202e\u0000", "HTTP/1.1 200 OK" })
	void saysNothingOfWhatItDoesNotKnow(String text) {
		assertThat(Explanations.ofText(text)).isEmpty();
	}

	@Test
	void noTextMakesItSlowOrBreaksIt() {
		List<String> hostile = List.of("{".repeat(60_000), "[".repeat(60_000), "{\"a\":".repeat(30_000),
				"AADSTS50011: " + "redirect URI '".repeat(4000), "The scope ".repeat(6000), "a=".repeat(30_000),
				"Bearer " + "a=\"".repeat(20_000), "configured the application ".repeat(2200), "\\u0027".repeat(9000),
				"AADSTS50011 " + "'".repeat(60_000), "HTTP/".repeat(12_000), "401".repeat(20_000),
				"{\"error\":\"" + "x".repeat(60_000) + "\"}", "Resource value from request: " + "a.".repeat(30_000),
				"error_description=" + "%".repeat(60_000), "x\r\n".repeat(20_000));
		assertThat(hostile).allSatisfy((text) -> assertThat(Explanations.ofText(text).map(Diagnosis::subjects))
			.satisfiesAnyOf((found) -> assertThat(found).isEmpty(), (found) -> assertThat(found.orElseThrow().values())
				.allMatch((value) -> value.length() <= Diagnosis.LONGEST)));
	}

	private static Map<Subject, String> subjects(String text) {
		return Explanations.ofEntra(text).orElseThrow().subjects();
	}

	private static Properties texts() throws IOException {
		Properties texts = new Properties();
		try (InputStream in = Files.newInputStream(Path.of("src/main/resources/messages/doctor.properties"))) {
			texts.load(in);
		}
		return texts;
	}

}
