package health.admit.portal.doctor;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;

import health.admit.portal.cloud.Cloud;
import health.admit.sandbox.arm.ArmCalls;
import health.admit.sandbox.oidc.SandboxTokens;
import health.admit.sandbox.tenant.Ids;
import health.admit.support.Operators;
import health.admit.support.PortalServer;
import health.admit.support.SandboxServer;
import health.admit.support.TestCertificate;
import health.admit.support.Visitor;
import org.htmlunit.html.DomNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.web.util.HtmlUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What people complained about in public, each set up once more and pasted into the
 * doctor. The table in {@code docs/diagnosis.md} is written by this test: run it with
 * {@code -Ddocs=true} after a change.
 */
class ComplaintTests {

	private static final Path TABLE = Path.of("docs", "diagnosis.md");

	private static final UUID CLIENT = UUID.fromString("7b1d4c02-93ea-4f5e-a6c8-2f0d9b36e815");

	private static final String SECRET = "sandbox-automation~not-a-real-secret";

	private static final String DICOM = "https://dicom.healthcareapis.azure.com";

	private static final String OWN_API = "75e725bf-66ce-4cea-9b9a-5c4caae57f33";

	private static final String KEPT = """

			## What is left of a paste

			Nothing of a pasted token, neither as text nor as bytes, encoded or decoded, but what the page shows of it. The body of the
			request is read before anything else sees it, and wiped in the portal's arrays and in the container's buffers when the request
			ends; of the claims only those are decoded that the page or a check needs. `PastedTokenJourneyTests` pastes tokens four ways and
			then searches the log, the database and two heap dumps, one of them with what is no longer used, for parts of claims and signature
			and for a claim that no page shows.

			Limits: what the page shows (audience, ids, user name, scopes, times, and the text around a token) is in the answer, and may stay
			in memory and in the browser like any page. Names of claims may stay; values do not. Memory outside the Java heap (sockets of the
			operating system, a proxy that ends TLS in front of the portal) is not searched. A core dump or a debugger during the request
			shows everything.
			""";

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private static SandboxServer sandbox;

	private static PortalServer portal;

	private static Visitor visitor;

	private static Properties texts;

	private final List<String> rows = new ArrayList<>();

	@BeforeAll
	static void start() throws IOException {
		sandbox = SandboxServer.start("applications=5");
		portal = PortalServer.start(sandbox);
		visitor = new Visitor(portal.resolve("/"));
		visitor.signIn("Priya");
		texts = new Properties();
		try (InputStream in = Files.newInputStream(Path.of("src/main/resources/messages/doctor.properties"))) {
			texts.load(in);
		}
	}

	@AfterAll
	static void stop() {
		visitor.close();
		portal.close();
		sandbox.close();
	}

	@Test
	void everyComplaintIsNamedByItsCause() throws Exception {
		SandboxTokens tokens = new SandboxTokens(sandbox);
		String clinical = sandbox.baseUrl() + "/fhir/contosohealth-clinical";
		String research = sandbox.baseUrl() + "/fhir/contosohealth-research";
		String fhir = "https://fhir.azurehealthcareapis.com";

		prevented("DICOM: told to pick user_impersonation, it is not there", "doctor.question.scope");
		text("The same, when a client asks for it all the same",
				"AADSTS650053: The application 'Viewer' asked for scope 'user_impersonation' that doesn't exist on the resource '"
						+ OWN_API + "'. Contact the app vendor.",
				Cause.SCOPE_UNKNOWN_TO_DICOM);
		prevented("The API is not found under \"APIs my organization uses\"", "doctor.question.api");
		text("The same, when a client asks for it all the same", "AADSTS650052: The app is trying to access a service '"
				+ OWN_API + "' that your organization lacks a service principal for.", Cause.API_NOT_IN_TENANT);
		prevented("The tab for application permissions is disabled", "doctor.question.application");
		text("\"Needs admin approval\", consent is missing",
				"AADSTS65001: The user or administrator has not consented to use the application with ID '" + CLIENT
						+ "' named 'Automation'.",
				Cause.CONSENT_MISSING);
		text("The same, where users may not consent at all",
				"AADSTS90094: An administrator of the tenant has to consent.", Cause.ADMIN_CONSENT_NEEDED);
		text("AADSTS650057, invalid resource", "AADSTS650057: Invalid resource. Client app ID: " + CLIENT
				+ "(Automation). Resource value from request: " + DICOM + ".", Cause.PERMISSION_NOT_REQUESTED);
		sandbox("AADSTS500011, resource principal not found",
				token(CLIENT, SECRET, "https://dicom.healthcareapis.azure.net/.default"), Cause.AUDIENCE_NOT_IN_TENANT);
		sandbox("AADSTS700016, application not found in the directory",
				token(Operators.OBJECT_ID, SECRET, fhir + "/.default"), Cause.CLIENT_UNKNOWN);
		String old = tokens.forAudience("https://azurehealthcareapis.com", "Amara");
		sandbox("401, \"The audience is invalid\"", call(clinical, old), Cause.AUDIENCE_WRONG);
		sandbox("The same, with the token beside the answer",
				"Authorization: Bearer " + old + "\n\n" + call(clinical, old), Cause.OLD_AUDIENCE);
		text("invalid_request where resource= was sent to the v2.0 endpoint",
				"{\"error\":\"invalid_request\",\"error_description\":\"AADSTS901002: The 'resource' request parameter is not supported.\"}",
				Cause.RESOURCE_PARAMETER);
		String automation = accessToken(token(CLIENT, SECRET, fhir + "/.default"));
		sandbox("403 although a role was given", call(research, automation), Cause.ROLE_MISSING);
		sandbox("The same, with the token beside the answer", automation + "\n\n" + call(research, automation),
				Cause.ROLE_MISSING);
		String person = tokens.forAudience(clinical, "Amara");
		sandbox("403 when a person signs in, although the application has the role",
				"Bearer " + person + "\n\n" + call(clinical, person), Cause.USER_ROLE_MISSING);
		threeIds();
		sandbox("Secret: the id copied instead of the value",
				token(CLIENT, UUID.randomUUID().toString(), fhir + "/.default"), Cause.WRONG_SECRET);
		text("Secret: expired", "AADSTS7000222: The provided client secret keys for app '" + CLIENT + "' are expired.",
				Cause.SECRET_ENDED);
		sandbox("client_assertion or client_secret required", token(CLIENT, "", fhir + "/.default"),
				Cause.CREDENTIAL_MISSING);
		sandbox("AADSTS700027, certificate not registered on the application", assertion(fhir + "/.default"),
				Cause.CERTIFICATE_UNKNOWN);
		sandbox("AADSTS50011, redirect URI mismatch with Postman", signInPage("https://oauth.pstmn.io/v1/callback"),
				Cause.REDIRECT_URI_UNKNOWN);
		sandbox("PrincipalNotFound right after the service principal was made",
				ArmCalls.as(sandbox, "Priya")
					.assign(ArmCalls.CLINICAL, UUID.randomUUID(), "4c8d0bbc-75d3-4935-991f-5f3c56d81508",
							UUID.randomUUID(), "ServicePrincipal")
					.response()
					.body(),
				Cause.PRINCIPAL_NOT_FOUND);
		text("A DICOM server of one's own: the audience, then 403",
				"WWW-Authenticate: Bearer resource_id=\"api://dicom-server\", error=\"invalid_token\", error_description=\"The audience is invalid\"",
				Cause.OWN_SERVER_AUDIENCE);
		prevented("Only some images for some people", "doctor.question.images");
		prevented("SMART sample: 400 or 500, launch parameters missing", "doctor.question.smart");
		String derived = tokens.forAudience(research, "Amara");
		sandbox("The same, when the audience of the token is the reason", derived + "\n" + call(research, derived),
				Cause.AUDIENCE_WRONG);
		compare();
	}

	@Test
	void aRoleThroughAGroupIsSeen() {
		UUID carmen = Ids.of("person carmen.ruiz");
		paste(new SandboxTokens(sandbox).forAudience(DICOM, carmen));
		assertThat(visitor.text())
			.contains("Data roles in Azure that " + carmen + " has through groups: DICOM Data Reader (/subscriptions/");
	}

	private void threeIds() {
		paste(CLIENT.toString());
		String principal = visitor.textOf("//dd[contains(., 'Azure roles')]//code");
		String object = visitor.textOf("//dd[contains(., 'Microsoft Graph')]//code");
		assertThat(Stream.of(CLIENT.toString(), principal, object)).doesNotHaveDuplicates();
		pastedId("Client id, object id or service principal id: the client id", CLIENT.toString(), "APP_ID");
		pastedId("The same: the object id of the registration", object, "OBJECT_ID");
		pastedId("The same: the object id of the service principal", principal, "PRINCIPAL");
	}

	private void pastedId(String complaint, String id, String kind) {
		paste(id);
		String said = text("doctor.check.id." + kind);
		assertThat(visitor.text()).contains(MessageFormat.format(said, id), CLIENT.toString());
		row(complaint, "sandbox", said.replace("{0}", "This id"), "");
	}

	private void prevented(String complaint, String question) {
		visitor.open("/doctor");
		assertThat(visitor.text()).contains(text(question), text(question + ".answer"));
		row(complaint, "on the page", text(question + ".answer"), "");
	}

	private void sandbox(String complaint, String pasted, Cause cause) {
		named(complaint, "sandbox", pasted, cause);
	}

	private void text(String complaint, String pasted, Cause cause) {
		named(complaint, "text", pasted, cause);
	}

	private void named(String complaint, String how, String pasted, Cause cause) {
		paste(pasted);
		List<String> headings = visitor.html()
			.<DomNode>getByXPath("//h3[starts-with(@id, 'cause-')]")
			.stream()
			.map((heading) -> heading.getTextContent().strip())
			.toList();
		assertThat(headings).as("%s: %s", complaint, pasted).isNotEmpty().first().isEqualTo(text(cause.happened()));
		row(complaint, how, text(cause.happened()) + " " + text(cause.next()), cause.name());
	}

	private void paste(String text) {
		visitor.open("/doctor").type("text", text).press("Find the cause");
	}

	private void row(String complaint, String how, String said, String cause) {
		this.rows.add("| " + complaint + " | " + how + " | " + said.replace("|", "\\|") + " | "
				+ (cause.isEmpty() ? "" : "`" + cause + "`") + " |");
	}

	private static String text(String key) {
		return texts.getProperty(key);
	}

	private void compare() throws IOException {
		String table = """
				# What goes wrong, and what the portal says

				Complaints from public issue trackers about clients of FHIR and DICOM services, each pasted into the page
				`/doctor`. "sandbox": the answer comes from the sandbox cloud in which the mistake was made. "text": the answer is
				as Microsoft documents it. "on the page": there is no error to paste, so the page answers it unasked.
				`ComplaintTests` writes this table.

				| complaint | set up | what the portal says | cause |
				|---|---|---|---|
				"""
				+ String.join("\n", this.rows) + "\n" + KEPT;
		if (Boolean.getBoolean("docs")) {
			Files.writeString(TABLE, table);
		}
		assertThat(Files.readString(TABLE)).as("written anew with -Ddocs=true").isEqualTo(table);
	}

	/** What the token endpoint answers. */
	private static String token(UUID client, String secret, String scope) throws Exception {
		return post("grant_type=client_credentials&client_id=" + client + "&scope=" + encoded(scope)
				+ (secret.isEmpty() ? "" : "&client_secret=" + encoded(secret)));
	}

	private static String assertion(String scope) throws Exception {
		String endpoint = endpoint().toString();
		String assertion = TestCertificate.create().assertion(CLIENT, endpoint, Instant.now());
		return post("grant_type=client_credentials&client_id=" + CLIENT + "&scope=" + encoded(scope)
				+ "&client_assertion_type=" + encoded("urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
				+ "&client_assertion=" + encoded(assertion));
	}

	private static String post(String form) throws Exception {
		return HTTP
			.send(HttpRequest.newBuilder(endpoint())
				.header("Content-Type", "application/x-www-form-urlencoded")
				.POST(HttpRequest.BodyPublishers.ofString(form))
				.build(), HttpResponse.BodyHandlers.ofString())
			.body();
	}

	private static URI endpoint() {
		return sandbox.resolve("/" + tenant() + "/oauth2/v2.0/token");
	}

	private static UUID tenant() {
		return portal.bean(Cloud.class).tenant();
	}

	private static String accessToken(String json) {
		return json.replaceFirst("(?s).*\"access_token\"\\s*:\\s*\"([^\"]+)\".*", "$1");
	}

	/** An answer of a FHIR service as command line tools print it. */
	private static String call(String service, String token) throws Exception {
		HttpResponse<String> answer = HTTP.send(HttpRequest.newBuilder(URI.create(service + "/Patient?_count=1"))
			.header("Authorization", "Bearer " + token)
			.build(), HttpResponse.BodyHandlers.ofString());
		StringBuilder printed = new StringBuilder("HTTP/1.1 " + answer.statusCode() + "\n");
		answer.headers()
			.map()
			.forEach((name, values) -> values.forEach((value) -> printed.append(name + ": " + value + "\n")));
		return printed + "\n" + answer.body();
	}

	/** What a person copies from the sign-in page. */
	private static String signInPage(String redirectUri) throws Exception {
		String page = HTTP.send(
				HttpRequest.newBuilder(sandbox.resolve("/" + tenant() + "/oauth2/v2.0/authorize?client_id=" + CLIENT
						+ "&response_type=code&scope=openid&redirect_uri=" + encoded(redirectUri)))
					.build(),
				HttpResponse.BodyHandlers.ofString())
			.body();
		return HtmlUtils
			.htmlUnescape(page.replaceAll("(?s)<(style|script|head).*?</\\1>", "").replaceAll("<[^>]*>", " "));
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
