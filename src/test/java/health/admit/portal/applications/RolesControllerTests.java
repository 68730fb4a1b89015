package health.admit.portal.applications;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import health.admit.portal.access.DataAction;
import health.admit.portal.access.Grantee;
import health.admit.portal.access.HealthServices;
import health.admit.portal.access.HeldRole;
import health.admit.portal.access.HeldRoles;
import health.admit.portal.access.PrincipalRoles;
import health.admit.portal.access.ServiceAccess;
import health.admit.portal.access.WellKnownRoles;
import health.admit.portal.azure.AssignmentId;
import health.admit.portal.azure.Found;
import health.admit.portal.azure.HealthService;
import health.admit.portal.azure.PrincipalType;
import health.admit.portal.azure.ResourceId;
import health.admit.portal.azure.RoleAssignment;
import health.admit.portal.azure.Unread;
import health.admit.portal.cloud.HealthApi;
import health.admit.portal.directory.ApplicationRecord;
import health.admit.portal.directory.Directories;
import health.admit.portal.directory.Directory;
import health.admit.portal.directory.ServicePrincipalRecord;
import health.admit.portal.operation.OperationId;
import health.admit.support.Operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@AzurePagesTest
class RolesControllerTests {

	private static final UUID ID = UUID.fromString("0b6a2c1e-6f5e-4f0a-9a37-1d3a9b1c5e01");

	private static final UUID APP_ID = UUID.fromString("1c7b3d2f-7a6f-4a1b-8b48-2e4b0c2d6f12");

	private static final UUID PRINCIPAL = UUID.fromString("2d8c4e3a-8b7a-4b2c-9c59-3f5c1d3e7a23");

	private static final UUID READER = UUID.fromString("4c8d0bbc-75d3-4935-991f-5f3c56d81508");

	private static final OperationId OPERATION = OperationId.random();

	private static final ResourceId SERVICE = new ResourceId("/subscriptions/11111111-1111-4111-8111-111111111111"
			+ "/resourceGroups/rg/providers/Microsoft.HealthcareApis/workspaces/contoso/fhirservices/patients");

	private static final AssignmentId ASSIGNMENT = new AssignmentId(SERVICE, UUID.randomUUID());

	private final Directory directory = mock(Directory.class);

	@MockitoBean
	private Directories directories;

	@MockitoBean
	private PrincipalRoles roles;

	@MockitoBean
	private HealthServices services;

	@Autowired
	private MockMvcTester mvc;

	@BeforeEach
	void held() {
		given(this.directories.actingFor(Operators.DELEGATION)).willReturn(this.directory);
		ApplicationRecord application = mock(ApplicationRecord.class);
		given(application.appId()).willReturn(APP_ID);
		given(application.displayName()).willReturn("Imaging <viewer>");
		given(this.directory.application(ID)).willReturn(Optional.of(application));
		given(this.directory.servicePrincipal(APP_ID))
			.willReturn(Optional.of(new ServicePrincipalRecord(PRINCIPAL, APP_ID, "Imaging viewer", List.of())));
		RoleAssignment assignment = new RoleAssignment(ASSIGNMENT.toString(), SERVICE.text(), PRINCIPAL,
				"ServicePrincipal", READER, Instant.EPOCH);
		given(this.roles.of(PRINCIPAL, Operators.DELEGATION)).willReturn(new HeldRoles(
				List.of(new HeldRole(assignment, "FHIR Data Reader", Set.of(DataAction.FHIR_READ), false)), 2, true,
				List.of(new Unread(UUID.randomUUID(), "Locked <i>", "", Unread.Reason.REFUSED, "AuthorizationFailed",
						"no"))));
		HealthService service = new HealthService(SERVICE, HealthApi.FHIR, "patients", "contoso",
				SERVICE.subscription(), "Production", "rg", "westeurope", null, List.of(), null);
		given(this.services.find(any())).willReturn(new Found<>(List.of(service), List.of()));
		given(this.services.read(SERVICE, Operators.DELEGATION))
			.willReturn(Optional.of(new ServiceAccess(service, WellKnownRoles.of(HealthApi.FHIR), true)));
		given(this.roles.give(any(), any(), any(), any(), any(), any())).willReturn(OPERATION);
		given(this.roles.removable(any(), any())).willReturn(Set.of(ASSIGNMENT));
		given(this.roles.take(any(), any(), any(), any(), any())).willReturn(OPERATION);
	}

	@Test
	void rolesThatOpenDataAreListedWithWhatTheyPermit() {
		assertThat(get("")).hasStatusOk()
			.bodyText()
			.contains("Azure roles of Imaging &lt;viewer&gt;", "FHIR Data Reader", "read and search", SERVICE.text(),
					"It has 2 more roles", "Locked &lt;i&gt;: Azure does not let you read it")
			.doesNotContain("??", "<viewer>");
	}

	@Test
	void roleIsGivenOnAChosenService() {
		assertThat(get("?service=" + SERVICE)).bodyText()
			.contains("Roles on contoso/patients", "Assign the role", "delete for good")
			.doesNotContain("az role assignment");
		assertThat(post("/roles").param("service", SERVICE.text()).param("role", READER.toString()))
			.hasRedirectedUrl("/operations/" + OPERATION);
		PrincipalRoles.Target target = new PrincipalRoles.Target(ID, PRINCIPAL, "Imaging <viewer>");
		verify(this.roles).give(eq(target), eq(target.grantee()), any(), eq(WellKnownRoles.of(HealthApi.FHIR).get(0)),
				any(), eq(Operators.DELEGATION));
	}

	@Test
	void roleIsSuggestedForTheServiceAndTheTaskOfALink() {
		assertThat(get("?service=http://localhost:8081/fhir/contoso-patients&task=CONVERT")).hasStatusOk()
			.bodyText()
			.contains("Roles on contoso/patients")
			.containsPattern("value=\"a1705bd2-3a8f-45a5-8683-466fcfd5cc24\"[^>]*checked")
			.doesNotContain("is not among those", "??");
		assertThat(get("?service=http://localhost:8081/fhir/contoso-elsewhere")).bodyText()
			.contains("The service http://localhost:8081/fhir/contoso-elsewhere is not among those that you can see")
			.doesNotContain("Assign the role");
	}

	@Test
	void roleGoesToThePersonOfALink() {
		UUID person = UUID.randomUUID();
		assertThat(get("?service=" + SERVICE + "&person=" + person)).bodyText()
			.contains("The role goes to the person " + person, "name=\"person\" value=\"" + person)
			.doesNotContain("??");
		assertThat(post("/roles").param("service", SERVICE.text())
			.param("role", READER.toString())
			.param("person", person.toString())).hasRedirectedUrl("/operations/" + OPERATION);
		verify(this.roles).give(any(), eq(new Grantee(person, PrincipalType.USER, "the person " + person)), any(),
				any(), any(), any());
	}

	@Test
	void whoMayNotAssignGetsWhatToHandOn() {
		HealthService service = this.services.find(Operators.DELEGATION).items().get(0);
		given(this.services.read(SERVICE, Operators.DELEGATION))
			.willReturn(Optional.of(new ServiceAccess(service, WellKnownRoles.of(HealthApi.FHIR), false)));
		assertThat(get("?service=" + SERVICE + "&task=EXPORT")).bodyText()
			.contains("You may not assign roles on this service",
					"az role assignment create --role 3db33094-8700-4567-8da5-1501d4e7e843 --assignee-object-id "
							+ PRINCIPAL,
					"az role assignment create --role 5a1fc7df-4bf1-4951-a576-89034ee01acd --assignee-object-id "
							+ PRINCIPAL,
					"Command for whoever may assign FHIR Data Contributor", "/resource" + SERVICE + "/users")
			.containsPattern("open=\"open\">\\s*<summary><bdi>FHIR Data Exporter")
			.doesNotContain("Assign the role</button>", "??");
	}

	@Test
	void roleThroughAGroupIsShownAndNotTakenFromHere() {
		UUID group = UUID.randomUUID();
		RoleAssignment assignment = new RoleAssignment(ASSIGNMENT.toString(), SERVICE.text(), group, "Group", READER,
				Instant.EPOCH);
		given(this.roles.of(PRINCIPAL, Operators.DELEGATION)).willReturn(
				new HeldRoles(List.of(new HeldRole(assignment, "FHIR Data Reader", Set.of(DataAction.FHIR_READ), true)),
						0, false, List.of()));
		assertThat(get("")).bodyText()
			.contains("Through the group " + group, "did not tell which roles it has through groups")
			.doesNotContain("/roles/remove", "??");
		assertThat(post("/roles/remove").param("assignment", ASSIGNMENT.toString()))
			.hasRedirectedUrl("/applications/" + ID + "/roles");
		verify(this.roles, never()).take(any(), any(), any(), any(), any());
	}

	@Test
	void whoMayNotRemoveGetsTheCommandForSomebodyWhoMay() {
		assertThat(get("")).bodyText()
			.contains("/roles/remove?assignment=")
			.doesNotContain("az role assignment delete", "You may not remove it");
		given(this.roles.removable(any(), any())).willReturn(Set.of());
		assertThat(get("")).bodyText()
			.contains("az role assignment delete --ids &#39;" + ASSIGNMENT + "&#39;",
					"You may not remove it: that takes Owner")
			.doesNotContain("/roles/remove?", "??");
	}

	@Test
	void hostileIdOfAnAssignmentStaysOneWordOfTheCommand() {
		RoleAssignment odd = new RoleAssignment("/x';touch canary;'", "/", PRINCIPAL, "ServicePrincipal", READER, null);
		given(this.roles.of(PRINCIPAL, Operators.DELEGATION)).willReturn(
				new HeldRoles(List.of(new HeldRole(odd, "FHIR Data Reader", Set.of(DataAction.FHIR_READ), false)), 0,
						true, List.of()));
		assertThat(get("")).bodyText()
			.contains("--ids &#39;/x&#39;\\&#39;&#39;;touch canary;&#39;\\&#39;&#39;&#39;", "not set");
	}

	@Test
	void ageOfARoleIsShown() {
		Instant lately = Instant.now().minusSeconds(185);
		for (Instant given : List.of(Instant.parse("2026-05-08T09:30:00Z"), lately)) {
			RoleAssignment assignment = new RoleAssignment(ASSIGNMENT.toString(), SERVICE.text(), PRINCIPAL,
					"ServicePrincipal", READER, given);
			given(this.roles.of(PRINCIPAL, Operators.DELEGATION)).willReturn(new HeldRoles(
					List.of(new HeldRole(assignment, "FHIR Data Reader", Set.of(DataAction.FHIR_READ), false)), 0, true,
					List.of()));
			if (given.equals(lately)) {
				assertThat(get("")).bodyText().contains("3 minutes ago", "up to 10 minutes to know of it");
			}
			else {
				assertThat(get("")).bodyText().contains("8 May 2026, 09:30 UTC").doesNotContain("up to 10 minutes");
			}
		}
	}

	@Test
	void anOutageIsNotTakenForMissingRights() {
		given(this.roles.of(PRINCIPAL, Operators.DELEGATION)).willReturn(new HeldRoles(List.of(), 0, true, List.of()));
		given(this.services.find(any())).willReturn(new Found<>(List.of(), List
			.of(new Unread(UUID.randomUUID(), "Test <i>", "contoso", Unread.Reason.UNANSWERED, "", "HTTP 503"))));
		assertThat(get("")).hasStatusOk()
			.bodyText()
			.contains("Test &lt;i&gt;, contoso: Azure did not answer in time. Reload the page.", "HTTP 503",
					"No FHIR or DICOM service was found, but not everything could be read",
					"No role that opens health data was found, but not everything could be read")
			.doesNotContain("You can see no FHIR or DICOM service", "It has no role", "??");
	}

	@Test
	void clientIdLeadsToTheApplication() {
		ApplicationRecord application = this.directory.application(ID).orElseThrow();
		given(application.objectId()).willReturn(ID);
		given(this.directory.applicationByAppId(APP_ID)).willReturn(Optional.of(application));
		String client = "/applications/client/" + APP_ID;
		assertThat(this.mvc.get().uri(client).with(Operators.helpDesk())).hasRedirectedUrl("/applications/" + ID);
		assertThat(this.mvc.get()
			.uri(client + "/roles?service={s}&task=READ", "http://localhost:8081/fhir/a-b")
			.with(Operators.registrar())).hasRedirectedUrl(
					"/applications/" + ID + "/roles?service=http%3A%2F%2Flocalhost%3A8081%2Ffhir%2Fa-b&task=READ");
		assertThat(this.mvc.get().uri(client + "/roles").with(Operators.helpDesk())).hasStatus(403);
		UUID unknown = UUID.randomUUID();
		given(this.directory.applicationByAppId(unknown)).willReturn(Optional.empty());
		assertThat(
				this.mvc.get().uri("/applications/client/" + unknown + "/roles?task=READ").with(Operators.registrar()))
			.hasRedirectedUrl("/applications?q=" + unknown);
	}

	@Test
	void roleThatIsNotOfferedIsNotGiven() {
		assertThat(post("/roles").param("service", SERVICE.text()).param("role", UUID.randomUUID().toString()))
			.hasStatus(422)
			.bodyText()
			.contains("Choose one of the roles that are offered");
		String dicomReader = WellKnownRoles.of(HealthApi.DICOM).get(0).id().toString();
		assertThat(
				post("/roles").param("service", SERVICE.text()).param("role", dicomReader).param("anyway", dicomReader))
			.hasStatus(422);
		verify(this.roles, never()).give(any(), any(), any(), any(), any(), any());
	}

	@Test
	void whatIsMissingInTheFormIsSaidAtItsField() {
		assertThat(post("/roles").param("service", SERVICE.text()).param("task", "EXPORT")).hasStatus(422)
			.bodyText()
			.contains("<title>Error:", "There is a problem", "href=\"#role\"",
					"Choose one of the roles that are offered", "Roles on contoso/patients")
			.containsPattern("value=\"EXPORT\"[^>]*selected")
			.doesNotContain("??");
		assertThat(post("/roles").param("service", "nonsense").param("role", READER.toString())).hasStatus(422)
			.bodyText()
			.contains("href=\"#service\"", "This service is not there any more")
			.doesNotContain("??");
		assertThat(post("/roles").param("service", SERVICE.text()).param("role", "nonsense")).hasStatus(422);
		assertThat(wanted("nonsense", READER)).hasStatus(400);
		verify(this.roles, never()).give(any(), any(), any(), any(), any(), any());
	}

	@Test
	void roleThatDoesNotPermitTheTaskIsGivenOnlyWhenItIsConfirmed() {
		assertThat(wanted("CONVERT", READER)).hasStatus(422)
			.bodyText()
			.contains("href=\"#anyway\"", "FHIR Data Reader does not permit this: convert formats ($convert-data).",
					"Give FHIR Data Reader all the same")
			.containsPattern("value=\"" + READER + "\"[^>]*checked")
			.doesNotContain("??");
		UUID other = UUID.fromString("4ba50f17-9666-485c-a643-ff00808643f0");
		assertThat(wanted("CONVERT", other).param("anyway", READER.toString())).as("confirmed for another role")
			.hasStatus(422);
		verify(this.roles, never()).give(any(), any(), any(), any(), any(), any());
		assertThat(wanted("CONVERT", READER).param("anyway", READER.toString()))
			.hasRedirectedUrl("/operations/" + OPERATION);
	}

	private MockMvcTester.MockMvcRequestBuilder wanted(String task, UUID role) {
		return post("/roles").param("service", SERVICE.text()).param("task", task).param("role", role.toString());
	}

	@Test
	void roleIsTakenAfterAQuestion() {
		assertThat(get("/remove?assignment=" + ASSIGNMENT)).hasStatusOk()
			.bodyText()
			.contains("Remove the role FHIR Data Reader?", ASSIGNMENT.toString())
			.doesNotContain("??");
		assertThat(post("/roles/remove").param("assignment", ASSIGNMENT.toString()))
			.hasRedirectedUrl("/operations/" + OPERATION);
		verify(this.roles).take(any(), eq(ASSIGNMENT), eq("FHIR Data Reader"), any(), any());
	}

	@Test
	void nobodyElsesRoleIsTaken() {
		String foreign = new AssignmentId(SERVICE, UUID.randomUUID()).toString();
		assertThat(post("/roles/remove").param("assignment", foreign))
			.hasRedirectedUrl("/applications/" + ID + "/roles");
		verify(this.roles, never()).take(any(), any(), any(), any(), any());
	}

	@Test
	void helpDeskDoesNotGetHere() {
		assertThat(this.mvc.get().uri("/applications/" + ID + "/roles").with(Operators.helpDesk())).hasStatus(403);
	}

	private MvcTestResult get(String rest) {
		return this.mvc.get().uri("/applications/" + ID + "/roles" + rest).with(Operators.registrar()).exchange();
	}

	private MockMvcTester.MockMvcRequestBuilder post(String path) {
		return this.mvc.post()
			.uri("/applications/" + ID + path)
			.param("key", UUID.randomUUID().toString())
			.with(Operators.registrar())
			.with(csrf());
	}

}
