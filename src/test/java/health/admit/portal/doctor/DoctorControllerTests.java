package health.admit.portal.doctor;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import health.admit.portal.azure.AllAssignments;
import health.admit.portal.azure.Assignments;
import health.admit.portal.azure.Azure;
import health.admit.portal.azure.AzureRefused;
import health.admit.portal.azure.Azures;
import health.admit.portal.azure.RoleAssignment;
import health.admit.portal.cloud.CallTrace;
import health.admit.portal.cloud.HealthApi;
import health.admit.portal.directory.ApplicationRecord;
import health.admit.portal.directory.ConsentGrant;
import health.admit.portal.directory.DelegatedPermission;
import health.admit.portal.directory.Directories;
import health.admit.portal.directory.Directory;
import health.admit.portal.directory.DirectoryRefused;
import health.admit.portal.directory.RedirectUris;
import health.admit.portal.directory.RequiredApi;
import health.admit.portal.directory.ResourceApi;
import health.admit.portal.directory.SecretSummary;
import health.admit.portal.directory.ServicePrincipalRecord;
import health.admit.portal.signin.DelegatedScope;
import health.admit.portal.signin.StepUpRequired;
import health.admit.support.HostileNames;
import health.admit.support.Operators;
import health.admit.support.PortalWebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@PortalWebTest(controllers = DoctorController.class)
@Import({ Examinations.class, Registrations.class, TokenReader.class, AzureRoles.class,
		DoctorControllerTests.Keys.class })
class DoctorControllerTests {

	private static final UUID APP_ID = UUID.fromString(Tokens.APP_ID);

	private static final UUID OBJECT = UUID.fromString("0b6a2c1e-6f5e-4f0a-9a37-1d3a9b1c5e01");

	private static final UUID PRINCIPAL = UUID.fromString(Tokens.PRINCIPAL);

	private static final UUID API_PRINCIPAL = UUID.fromString("3e9d5f4b-9c8b-4c3d-8d6a-4a6d2e4f8b34");

	private static final String READER = "4c8d0bbc-75d3-4935-991f-5f3c56d81508";

	private static final String DICOM_READER = "e89c7a3c-2f64-4fa1-a847-3e4c9ba4283a";

	private static final String GROUP = "/subscriptions/5b1c9a60-2f0e-4a53-8d7c-3e6b9f1a2c4d/resourceGroups/health";

	private static final String SANDBOX_FHIR = "http://localhost:8081/fhir/contosohealth-clinical";

	private static final UUID SCOPE = UUID.fromString("db75143a-8f20-4238-9450-8b73ef4992f4");

	private final Directory directory = mock();

	@MockitoBean
	private Directories directories;

	@MockitoBean
	private Azures azures;

	private final Azure azure = mock();

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Clock clock;

	@BeforeEach
	void open() {
		given(this.directories.actingFor(Operators.DELEGATION)).willReturn(this.directory);
		given(this.azures.actingFor(Operators.DELEGATION)).willReturn(this.azure);
		given(this.azure.assignmentsOf(any())).willReturn(held(true, assignment(READER)));
		given(this.directory.servicePrincipal(APP_ID))
			.willReturn(Optional.of(new ServicePrincipalRecord(PRINCIPAL, APP_ID, "Viewer", List.of())));
		given(this.directory.applicationByAppId(APP_ID))
			.willReturn(Optional.of(application("Imaging viewer", this.clock.instant())));
		given(this.directory.resourceApi(HealthApi.FHIR.appId())).willReturn(Optional.of(new ResourceApi(API_PRINCIPAL,
				HealthApi.FHIR.appId(), "Azure Healthcare APIs", List.of("https://azurehealthcareapis.com"),
				List.of(new DelegatedPermission(SCOPE, "user_impersonation", null, null, false)), List.of())));
		given(this.directory.tenantWideGrant(PRINCIPAL, API_PRINCIPAL)).willReturn(Optional.empty());
	}

	@Test
	void explainsAnErrorWithTheRegistrationConcerned() {
		String page = posted(
				"AADSTS50011: The redirect URI 'https://oauth.pstmn.io/v1/callback/' specified in the request"
						+ " does not match the redirect URIs configured for the application '" + APP_ID
						+ "'. Make sure");
		assertThat(page)
			.contains("This is a refusal of Microsoft Entra", "The redirect URI is not registered", "AADSTS50011",
					"https://oauth.pstmn.io/v1/callback/", "/applications/" + OBJECT, "Imaging viewer",
					"one that looks like it: https://oauth.pstmn.io/v1/callback.", "/error?code=50011")
			.contains("<textarea")
			.contains("specified in the request")
			.doesNotContain("??");
	}

	@Test
	void comparesATokenWithTheAnswerAndTheRegistration() {
		String token = Tokens.appOnly("https://azurehealthcareapis.com", this.clock.instant());
		String page = posted("Authorization: Bearer " + token
				+ "\r\n\r\nHTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Bearer"
				+ " authorization_uri=\"https://login.microsoftonline.com/" + Operators.TENANT + "\", resource_id=\""
				+ Tokens.FHIR + "\", error=\"invalid_token\", error_description=\"The audience is invalid\"");
		assertThat(page)
			.contains("This is a token and the answer it got", "audience of the retired Azure API for FHIR",
					Tokens.FHIR, "The signature is right", "Tokens or secrets were taken out", "401 Unauthorized",
					"that of the present service principal: " + PRINCIPAL, "every secret of the registration has ended",
					"no person is behind it")
			.doesNotContain(token.substring(0, 30), token.substring(token.length() - 30), "??");
	}

	@Test
	void namesThePersonThatNeedsTheRole() {
		String token = Tokens
			.signed("{\"aud\":\"" + Tokens.FHIR + "\",\"appid\":\"" + APP_ID + "\",\"scp\":\"openid\",\"oid\":\""
					+ OBJECT + "\",\"sub\":\"s\",\"tid\":\"" + Operators.TENANT + "\"}");
		assertThat(posted(token + "\n\nHTTP/1.1 403 Forbidden\n\nAuthorization failed."))
			.contains("The person who signed in has no role",
					"the Azure role must be on the person with object id " + OBJECT,
					"which the token does not hold. It holds: openid",
					"Nobody has consented for everybody to user_impersonation")
			.doesNotContain("??");
	}

	@Test
	void seesThatTheServicePrincipalWasMadeAnew() {
		given(this.directory.servicePrincipal(APP_ID))
			.willReturn(Optional.of(new ServicePrincipalRecord(OBJECT, APP_ID, "Viewer", List.of())));
		assertThat(posted(Tokens.appOnly(Tokens.FHIR, this.clock.instant()))).contains(
				"a service principal that is not the client&#39;s present one", PRINCIPAL.toString(),
				OBJECT.toString());
	}

	@Test
	void saysWhenNothingIsWrongWithAToken() {
		given(this.directory.applicationByAppId(APP_ID)).willReturn(Optional
			.of(new ApplicationRecord(OBJECT, APP_ID, "V", null, "AzureADMyOrg", null, null, null, null, NO_URIS, null,
					List.of(new SecretSummary(UUID.randomUUID(), "s", "abc", null, null)), List.of(), List.of())));
		assertThat(posted(Tokens.appOnly(Tokens.FHIR, this.clock.instant())))
			.contains("Nothing in this token stands against its use", "the registration has one that is valid")
			.containsPattern("<textarea[^>]*></textarea>")
			.doesNotContain("??");
	}

	@Test
	void namesTheAzureRolesOfThePrincipal() {
		String token = Tokens.appOnly(SANDBOX_FHIR, this.clock.instant());
		assertThat(posted(token))
			.contains("Data roles in Azure of " + PRINCIPAL + ": FHIR Data Reader (/subscriptions/x)");
		given(this.azure.assignmentsOf(PRINCIPAL))
			.willReturn(held(true, assignment("8e3af657-a8ff-443c-a75c-2fe8c4bcb635")));
		assertThat(posted(token)).contains("Owner and Contributor do not let anybody read data");
		given(this.azure.assignmentsOf(PRINCIPAL)).willReturn(held(true));
		assertThat(posted(token)).contains(PRINCIPAL + " has no role in Azure").doesNotContain("Nothing in this token");
		given(this.azure.assignmentsOf(PRINCIPAL)).willThrow(new StepUpRequired(Set.of(DelegatedScope.AZURE), null));
		assertThat(posted(token)).contains("Azure roles of " + PRINCIPAL + " were not read", "/doctor/azure");
		assertThat(body(post(token, Operators.helpDesk()))).doesNotContain("/doctor/azure");
	}

	@Test
	void saysThatARoleIsSoNewThatServicesMayNotKnowOfIt() {
		String token = Tokens.appOnly(Tokens.FHIR, this.clock.instant());
		for (int minutes : new int[] { 3, 11 }) {
			given(this.azure.assignmentsOf(PRINCIPAL))
				.willReturn(held(true, new RoleAssignment("/a", "/subscriptions/x", PRINCIPAL, "ServicePrincipal",
						UUID.fromString(READER), this.clock.instant().minus(Duration.ofMinutes(minutes)))));
			String fresh = "FHIR Data Reader (/subscriptions/x) was given 3 minutes ago.";
			if (minutes == 3) {
				assertThat(posted(token)).contains(fresh, "up to 10 minutes");
			}
			else {
				assertThat(posted(token)).doesNotContain("up to 10 minutes");
			}
		}
	}

	@Test
	void saysWhenAzureDoesNotTell() {
		given(this.azure.assignmentsOf(PRINCIPAL))
			.willThrow(new AzureRefused(403, "AuthorizationFailed", "no", new CallTrace(UUID.randomUUID(), null)));
		assertThat(posted(Tokens.appOnly(SANDBOX_FHIR, this.clock.instant()))).contains("could not be read just now");
	}

	@Test
	void namesTheRolesThatComeThroughAGroup() {
		RoleAssignment group = new RoleAssignment("/g", "/subscriptions/y", UUID.randomUUID(), "Group",
				UUID.fromString(READER), null);
		given(this.azure.assignmentsOf(PRINCIPAL)).willReturn(held(true, group));
		String token = Tokens.appOnly(SANDBOX_FHIR, this.clock.instant());
		assertThat(posted(token))
			.contains("Data roles in Azure that " + PRINCIPAL
					+ " has through groups: FHIR Data Reader (/subscriptions/y)")
			.doesNotContain("??", "Give it the role");
		given(this.azure.assignmentsOf(PRINCIPAL)).willReturn(held(false));
		assertThat(posted(token)).contains("Azure did not tell which roles " + PRINCIPAL + " has through groups");
	}

	@Test
	void offersTheMissingRoleToWhoMayGiveItAndTheCommandToEverybody() {
		given(this.azure.assignmentsOf(any())).willReturn(held(true));
		String token = Tokens.appOnly(SANDBOX_FHIR, this.clock.instant());
		String refused = token + "\n\nHTTP/1.1 403 Forbidden\n\nAuthorization failed.";
		String page = "/applications/" + OBJECT + "/roles?task=READ&amp;service=" + SANDBOX_FHIR;
		String command = "az role assignment create --role " + READER + " --assignee-object-id " + PRINCIPAL
				+ " --assignee-principal-type ServicePrincipal";
		assertThat(posted(refused)).containsOnlyOnce(page)
			.containsOnlyOnce(command)
			.contains("Give it the role")
			.doesNotContain("??");
		assertThat(posted(token)).as("where only the check says so").containsOnlyOnce(page).containsOnlyOnce(command);
		assertThat(body(post(refused, Operators.helpDesk()))).contains(command)
			.doesNotContain("/roles?", "Give it the role");
		String person = Tokens.signed("{\"aud\":\"https://dicom.healthcareapis.azure.com\",\"appid\":\"" + APP_ID
				+ "\",\"scp\":\"Dicom.ReadWrite\",\"oid\":\"" + API_PRINCIPAL + "\",\"sub\":\"s\",\"tid\":\""
				+ Operators.TENANT + "\"}");
		assertThat(posted(person + "\n\nHTTP/1.1 403 Forbidden\n\nAuthorization failed.")).contains(
				"/applications/" + OBJECT + "/roles?task=READ&amp;person=" + API_PRINCIPAL, "Give the person the role",
				"--role e89c7a3c-2f64-4fa1-a847-3e4c9ba4283a --assignee-object-id " + API_PRINCIPAL
						+ " --assignee-principal-type User");
	}

	@Test
	void aRoleThatDoesNotOpenTheServiceIsNoneThatFits() {
		String fhir = Tokens.appOnly(SANDBOX_FHIR, this.clock.instant());
		String dicom = Tokens.appOnly("https://dicom.healthcareapis.azure.com", this.clock.instant());
		given(this.azure.assignmentsOf(PRINCIPAL)).willReturn(held(true, assignment(DICOM_READER)));
		assertThat(posted(fhir))
			.contains("lets it into the FHIR service " + SANDBOX_FHIR, "DICOM Data Reader (/subscriptions/x)",
					"Give it the role")
			.doesNotContain("Data roles in Azure of", "??");
		assertThat(posted(dicom)).contains("Data roles in Azure of " + PRINCIPAL + ": DICOM Data Reader");
		given(this.azure.assignmentsOf(PRINCIPAL)).willReturn(held(true, assignment(READER)));
		assertThat(posted(dicom))
			.contains(PRINCIPAL + " has no data role in Azure for DICOM services", "Give it the role")
			.doesNotContain("Data roles in Azure of", "??");
		String workspaces = GROUP + "/providers/Microsoft.HealthcareApis/workspaces/";
		for (String elsewhere : List.of("contosohealth/fhirservices/research", "contosohealth/dicomservices/clinical",
				"fabrikam/fhirservices/clinical", "contoso")) {
			given(this.azure.assignmentsOf(PRINCIPAL))
				.willReturn(held(true, assignment(READER, workspaces + elsewhere)));
			assertThat(posted(fhir)).as(elsewhere)
				.contains("lets it into the FHIR service", "FHIR Data Reader (" + workspaces + elsewhere + ")")
				.doesNotContain("Data roles in Azure of");
		}
		for (String above : List.of(workspaces + "ContosoHealth/fhirServices/Clinical", workspaces + "contosohealth",
				GROUP, "/providers/Microsoft.Management/managementGroups/health")) {
			given(this.azure.assignmentsOf(PRINCIPAL)).willReturn(held(true, assignment(READER, above)));
			assertThat(posted(fhir)).as(above)
				.contains("Data roles in Azure of " + PRINCIPAL + ": FHIR Data Reader (" + above + ")");
		}
	}

	@Test
	void theOldAudienceIsNotedOnlyWhereTheServiceHasNotAnswered() {
		String note = "Unless the service has this audience set";
		String old = Tokens.appOnly("https://azurehealthcareapis.com", this.clock.instant());
		assertThat(posted(old)).contains(note);
		assertThat(posted(old + "\n\nHTTP/1.1 403 Forbidden\n\nAuthorization failed.")).doesNotContain(note);
		assertThat(posted(Tokens.appOnly("https://fhir.azurehealthcareapis.com", this.clock.instant())))
			.doesNotContain(note);
	}

	@Test
	void anAudienceOfEitherKindDoesNotTellWhichRoleFits() {
		given(this.azure.assignmentsOf(PRINCIPAL)).willReturn(held(true, assignment(DICOM_READER)));
		assertThat(posted(Tokens.appOnly("https://azurehealthcareapis.com", this.clock.instant())))
			.contains("DICOM Data Reader (/subscriptions/x)",
					"The audience https://azurehealthcareapis.com does not tell which service the token is for")
			.doesNotContain("They count where", "??");
	}

	private static AllAssignments held(boolean withGroups, RoleAssignment... assignments) {
		return new AllAssignments(new Assignments(PRINCIPAL, List.of(assignments), withGroups), List.of());
	}

	private static RoleAssignment assignment(String role) {
		return assignment(role, "/subscriptions/x");
	}

	private static RoleAssignment assignment(String role, String scope) {
		return new RoleAssignment("/a", scope, PRINCIPAL, "ServicePrincipal", UUID.fromString(role), null);
	}

	@Test
	void offersToReadConsentInsteadOfLosingWhatWasPasted() {
		given(this.directory.tenantWideGrant(PRINCIPAL, API_PRINCIPAL))
			.willThrow(new StepUpRequired(Set.of(DelegatedScope.GRANT_WRITE), null));
		String error = "AADSTS65001: The user or administrator has not consented to use the application with ID '"
				+ APP_ID + "' named 'Viewer'.";
		assertThat(posted(error)).contains("Nobody has consented to what the client asks for", "was not read",
				"/doctor/grants", "/adminconsent?client_id=" + APP_ID);
		MvcTestResult helpDesk = post(error, Operators.helpDesk());
		assertThat(body(helpDesk)).contains("was not read").doesNotContain("/doctor/grants");
		assertThat(this.mvc.get().uri("/doctor/grants").with(Operators.helpDesk())).hasStatus(403);
	}

	@Test
	void saysSoWhenTheDirectoryCannotBeAskedOrKnowsNothing() {
		assertThat(posted(
				"AADSTS700016: Application with identifier '" + OBJECT + "' was not found in the directory 'X'. "))
			.contains("knows no client, and no registration, with the id " + OBJECT);
		given(this.directory.applicationByAppId(any())).willThrow(
				new DirectoryRefused(403, "Authorization_RequestDenied", "no", new CallTrace(UUID.randomUUID(), null)));
		assertThat(posted("AADSTS700016: Application with identifier '" + OBJECT + "' was not found"))
			.contains("There is no such client in this tenant", "could not be asked about this client");
	}

	@Test
	void findsTheThreeIdsOfAnyOfThem() {
		given(this.directory.application(OBJECT))
			.willReturn(Optional.of(application("Imaging viewer", this.clock.instant())));
		given(this.directory.servicePrincipalByObjectId(PRINCIPAL))
			.willReturn(Optional.of(new ServicePrincipalRecord(PRINCIPAL, APP_ID, "Viewer", List.of())));
		assertThat(posted(OBJECT.toString()))
			.contains(APP_ID.toString(), PRINCIPAL.toString(), OBJECT + " is the object id of the registration",
					"For Azure roles")
			.doesNotContain("??");
		assertThat(posted(" " + APP_ID + " ")).contains(OBJECT.toString(), PRINCIPAL.toString(),
				APP_ID + " is the application (client) id");
		assertThat(posted("Object ID: " + PRINCIPAL)).contains("This is an id", OBJECT.toString(), APP_ID.toString(),
				PRINCIPAL + " is the object id of the service principal");
	}

	@Test
	void findsTheClientOfAComplaintThatNamesTheWrongId() {
		given(this.directory.servicePrincipalByObjectId(PRINCIPAL))
			.willReturn(Optional.of(new ServicePrincipalRecord(PRINCIPAL, APP_ID, "Viewer", List.of())));
		given(this.directory.application(OBJECT))
			.willReturn(Optional.of(application("Imaging viewer", this.clock.instant())));
		assertThat(posted(
				"AADSTS700016: Application with identifier '" + PRINCIPAL + "' was not found in the directory 'X'. "))
			.contains("There is no such client in this tenant", "Imaging viewer",
					PRINCIPAL + " is the object id of the service principal");
		String missing = "(PrincipalNotFound) Principal %s does not exist in the directory X.";
		assertThat(posted(missing.formatted(OBJECT.toString().replace("-", "")))).contains("Imaging viewer",
				PRINCIPAL.toString(), OBJECT + " is the object id of the registration");
		assertThat(posted(missing.formatted(APP_ID.toString().replace("-", "")))).contains("Imaging viewer",
				PRINCIPAL.toString(), APP_ID + " is the application (client) id");
		assertThat(posted(missing.formatted(PRINCIPAL.toString().replace("-", "")))).contains("Imaging viewer")
			.doesNotContain("is the object id of the service principal");
		assertThat(posted(missing.formatted(UUID.randomUUID().toString().replace("-", ""))))
			.doesNotContain("knows no client");
	}

	@Test
	void tellsWhatItDoesNotRecognise() {
		assertThat(posted("it does not work")).contains("does not recognise this", "Paste the whole answer",
				">it does not work</textarea>");
		MvcTestResult empty = post(" \r\n", Operators.registrar());
		assertThat(empty).hasStatus(422);
		assertThat(body(empty)).contains("Paste something first", "error-summary");
		assertThat(posted("eyJhbGciOiJub25lIn0.eyJ4IjoxfQ.")).contains("The token is not signed");
		assertThat(posted("eyJhbGciOiJub25lIn0.eyJ4IjoxfQ")).contains("This is not a whole token");
	}

	@Test
	void hostileTextsStayText() {
		given(this.directory.applicationByAppId(APP_ID))
			.willReturn(Optional.of(application("<script>alert('name')</script>", this.clock.instant())));
		for (String name : HostileNames.ALL) {
			String clean = name.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cc}", " ");
			String token = Tokens.signed("{\"alg\":\"RS256\",\"kid\":\"" + clean + "\"}",
					"{\"aud\":\"" + clean + "\",\"iss\":\"" + clean + "\",\"tid\":\"" + clean + "\",\"appid\":\""
							+ APP_ID + "\",\"oid\":\"" + clean + "\",\"scp\":\"" + clean + "\",\"roles\":[\"" + clean
							+ "\"],\"upn\":\"" + clean + "\",\"ver\":\"" + clean + "\"}");
			String page = posted(token + "\nAADSTS50011: The redirect URI '" + name
					+ "' specified WWW-Authenticate: Bearer realm=\"" + name + "\"");
			assertThat(page).doesNotContain("<script>alert", "<img src=x", "</title><script", "onerror=alert(1)>");
		}
	}

	@Test
	void isTooMuchAtSomePoint() {
		MvcTestResult long1 = post("x".repeat(70_000), Operators.registrar());
		assertThat(long1).hasStatus(422);
		assertThat(body(long1)).contains("too long: paste at most 65,536 characters");
		MvcTestResult huge = post("x".repeat(10_000_000), Operators.registrar());
		assertThat(huge).hasStatus(303).hasHeader("Location", "/doctor?problem=TOO_LARGE");
		assertThat(this.mvc.get().uri("/doctor?problem=TOO_LARGE").with(Operators.registrar())).hasStatusOk()
			.bodyText()
			.contains("too large to be read", "error-summary");
	}

	@Test
	void isForThoseWhoHelpAndNeverForged() {
		assertThat(this.mvc.get().uri("/doctor").with(Operators.helpDesk())).hasStatusOk()
			.bodyText()
			.contains("Troubles that come without an error")
			.doesNotContain("??");
		assertThat(this.mvc.get().uri("/doctor").with(Operators.auditor())).hasStatus(403);
		assertThat(post("x", Operators.auditor())).hasStatus(403);
		assertThat(this.mvc.post()
			.uri("/doctor")
			.with(Operators.registrar())
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.content("text=x")).hasStatus(403);
		assertThat(this.mvc.post().uri("/doctor").contentType(MediaType.APPLICATION_FORM_URLENCODED).content("text=x"))
			.hasStatus(303);
	}

	private static final RedirectUris NO_URIS = new RedirectUris(List.of(), List.of(), List.of());

	private String posted(String text) {
		MvcTestResult result = post(text, Operators.registrar());
		assertThat(result).hasStatusOk();
		assertThat(result.getResponse().getHeader("Cache-Control")).contains("no-store");
		return body(result);
	}

	private MvcTestResult post(String text, RequestPostProcessor operator) {
		return this.mvc.post()
			.uri("/doctor")
			.with(operator)
			.with(csrf())
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.content("text=" + URLEncoder.encode(text, StandardCharsets.UTF_8))
			.exchange();
	}

	private static String body(MvcTestResult result) {
		return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	private static ApplicationRecord application(String name, Instant now) {
		return new ApplicationRecord(OBJECT, APP_ID, name, null, "AzureADMyOrg", null, null, null, null,
				new RedirectUris(List.of("https://oauth.pstmn.io/v1/callback"), List.of(), List.of()), null,
				List.of(new SecretSummary(UUID.randomUUID(), "old", "abc", null, now.minusSeconds(60))), List.of(),
				List.of(new RequiredApi(HealthApi.FHIR.appId(), List.of(SCOPE), List.of())));
	}

	/**
	 * The key with which the tokens of these tests are signed.
	 */
	@TestConfiguration(proxyBeanMethods = false)
	static class Keys {

		@Bean
		SigningKeys signingKeys() {
			return (id) -> id.equals("key-1") ? Optional.of(Tokens.KEYS.getPublic()) : Optional.empty();
		}

	}

}
