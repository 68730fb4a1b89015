package health.admit.portal.registration;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import health.admit.portal.access.HealthServices;
import health.admit.portal.access.OfferedRole;
import health.admit.portal.access.ServiceAccess;
import health.admit.portal.access.WellKnownRoles;
import health.admit.portal.azure.AzureRefused;
import health.admit.portal.azure.Found;
import health.admit.portal.azure.HealthService;
import health.admit.portal.azure.PrincipalType;
import health.admit.portal.azure.ResourceId;
import health.admit.portal.azure.Unread;
import health.admit.portal.cloud.CallTrace;
import health.admit.portal.cloud.HealthApi;
import health.admit.portal.directory.Directories;
import health.admit.portal.directory.Directory;
import health.admit.portal.directory.DirectoryGroup;
import health.admit.portal.directory.DirectoryPerson;
import health.admit.support.Operators;
import health.admit.support.PortalWebTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@PortalWebTest(controllers = AccessController.class)
@Import({ RegistrationSlice.class, AccessOffers.class, AccessDecisions.class, AccessViews.class })
class AccessControllerTests {

	private static final UUID SUBSCRIPTION = UUID.fromString("11111111-1111-4111-8111-111111111111");

	private static final UUID ADA = UUID.fromString("44444444-4444-4444-8444-444444444444");

	private static final UUID WARD = UUID.randomUUID();

	private static final HealthService PATIENTS = service("patients", URI.create("https://patients.example"));

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private MemoryDrafts drafts;

	@MockitoBean
	private HealthServices services;

	@MockitoBean
	private Directories directories;

	private final MockHttpSession session = new MockHttpSession();

	private UUID id;

	@BeforeEach
	void draft() {
		start(Contents.server());
		found(List.of(PATIENTS));
		List<OfferedRole> roles = WellKnownRoles.of(HealthApi.FHIR);
		given(this.services.roles(any(), any())).willReturn(roles);
		given(this.services.read(any(), any())).willReturn(Optional.empty());
		given(this.services.read(PATIENTS.id(), Operators.DELEGATION))
			.willReturn(Optional.of(new ServiceAccess(PATIENTS, roles, true)));
	}

	@Test
	void azureIsNotAskedUntilTheAdminWantsIt() {
		assertThat(get("")).hasStatusOk()
			.bodyText()
			.contains("The least that does it (here: FHIR Data Reader)", "delete for good", "The client itself",
					"Owner and Contributor")
			.doesNotContain("??");
		verifyNoInteractions(this.services);
	}

	@Test
	void whatWasTypedComesBackWithTheServices() {
		assertThat(this.mvc.perform(post().param("find", "azure").param("task", "EXPORT")))
			.hasRedirectedUrl(path() + "?look=true#services");
		assertThat(get("?look=true")).bodyText()
			.contains("contoso/patients", "Resource group rg, subscription Production &lt;b&gt;",
					"The least that does it (here: FHIR Data Exporter)")
			.doesNotContain("Production <b>", "??");
	}

	@Test
	void chosenServiceIsReadAgainAndItsAddressAndAudienceAreAzures() {
		MockMvcRequestBuilder form = pick(post(), 0, PATIENTS).param("services[0].url", "https://attacker.example")
			.param("mode", "AZURE")
			.param("task", "READ")
			.param("forClient", "true");
		assertThat(this.mvc.perform(form)).hasRedirectedUrl("/registrations/" + this.id + "/review");
		AccessChoice choice = choice();
		assertThat(choice.forClient()).isTrue();
		AccessChoice.Service service = choice.services().get(0);
		assertThat(service.url()).isEqualTo("https://patients.example");
		assertThat(service.audience()).isEqualTo("https://patients.audience.example");
		assertThat(service.roleName()).isEqualTo("FHIR Data Reader");
		assertThat(service.assign()).isTrue();
	}

	@Test
	void roleThatDoesNotPermitTheTaskHasToBeConfirmed() {
		String reader = WellKnownRoles.of(HealthApi.FHIR).get(0).id().toString();
		assertThat(this.mvc.perform(tooLittle(reader))).hasStatus(422)
			.bodyText()
			.contains("href=\"#anyway\"", "FHIR Data Reader does not permit this: create and change, delete",
					"Give FHIR Data Reader all the same")
			.doesNotContain("??");
		assertThat(this.drafts.get(this.id).content().access()).isNull();
		assertThat(this.mvc.perform(tooLittle(reader).param("anyway", UUID.randomUUID().toString()))).hasStatus(422);
		assertThat(this.mvc.perform(tooLittle(reader).param("anyway", reader))).hasStatus(302);
		assertThat(choice().services().get(0).roleName()).isEqualTo("FHIR Data Reader");
		assertThat(this.mvc.perform(post().param("mode", "BY_HAND")
			.param("task", "CONVERT")
			.param("fhirUrl", "https://fhir.example")
			.param("fhirRole", reader))).hasStatus(422).bodyText().contains("Give FHIR Data Reader all the same");
	}

	private MockMvcRequestBuilder tooLittle(String role) {
		return pick(post(), 0, PATIENTS).param("mode", "AZURE").param("task", "CHANGE").param("fhirRole", role);
	}

	@Test
	void addressThatAzureDoesNotNameIsAskedFor() {
		HealthService nameless = service("nameless", null);
		given(this.services.read(nameless.id(), Operators.DELEGATION))
			.willReturn(Optional.of(new ServiceAccess(nameless, WellKnownRoles.of(HealthApi.FHIR), false)));
		found(List.of(nameless));
		assertThat(get("?look=true")).bodyText()
			.contains("Azure names no address of contoso/nameless", "value=\"https://nameless.audience.example\"");
		MockMvcRequestBuilder form = pick(post(), 0, nameless).param("mode", "AZURE").param("task", "READ");
		assertThat(this.mvc.perform(form)).hasStatus(422).bodyText().contains("Enter the address of contoso/nameless");
		assertThat(this.mvc.perform(pick(post(), 0, nameless).param("mode", "AZURE")
			.param("task", "READ")
			.param("services[0].url", "https://real.example/"))).hasStatus(302);
		assertThat(choice().services().get(0).url()).isEqualTo("https://real.example");
		assertThat(choice().services().get(0).assign()).as("without the right").isFalse();
	}

	@Test
	void fortyServicesAreFilteredWithoutAScript() {
		List<HealthService> many = new ArrayList<>();
		for (int i = 10; i < 70; i++) {
			many.add(service("clinic-" + i, URI.create("https://clinic.example")));
		}
		found(many);
		assertThat(get("?look=true")).bodyText().contains("clinic-10", "10 more services are not shown");
		assertThat(this.mvc.perform(post().param("find", "azure").param("filter", " CLINIC-69 "))).hasStatus(302);
		assertThat(get("?look=true")).bodyText().contains("clinic-69").doesNotContain("clinic-68", "more services");
	}

	@Test
	void subscriptionThatCouldNotBeReadIsNamed() {
		given(this.services.find(any())).willReturn(new Found<>(List.of(PATIENTS), List
			.of(new Unread(SUBSCRIPTION, "Locked <i>", "", Unread.Reason.REFUSED, "AuthorizationFailed", "<script>"))));
		assertThat(get("?look=true")).bodyText()
			.contains("contoso/patients", "Locked &lt;i&gt;: Azure does not let you read it.", "&lt;script&gt;");
	}

	@Test
	void withoutAzureThePageStillWorks() {
		given(this.services.find(any()))
			.willThrow(new AzureRefused(403, "AuthorizationFailed", "no", new CallTrace(UUID.randomUUID(), null)));
		assertThat(get("?look=true")).hasStatusOk()
			.bodyText()
			.contains("Azure did not let you look", "FHIR Data Reader");
	}

	@Test
	void serviceByHandTakesItsAddressAsAudience() {
		assertThat(this.mvc.perform(
				post().param("mode", "BY_HAND").param("task", "CONVERT").param("fhirUrl", " https://fhir.example/ ")))
			.hasStatus(302);
		AccessChoice.Service service = choice().services().get(0);
		assertThat(service.url()).isEqualTo("https://fhir.example");
		assertThat(service.audience()).isEqualTo("https://fhir.example");
		assertThat(service.roleName()).isEqualTo("FHIR Data Converter");
		assertThat(service.assign()).isFalse();
		verifyNoInteractions(this.services);
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://fhir.example", "https://a@fhir.example", "https://fhir.example/?x", "fhir",
			"javascript:alert(1)", "https://fhir.example/'$(id)", "https://fhir example" })
	void whatIsNoAddressStaysInItsField(String typed) {
		MvcTestResult answer = this.mvc
			.perform(post().param("mode", "BY_HAND").param("task", "READ").param("fhirUrl", typed));
		assertThat(answer).hasStatus(422).bodyText().contains("Enter the whole address");
		assertThat(this.drafts.get(this.id).content().access()).isNull();
	}

	@Test
	void clientThatActsForPeopleGivesTheRoleToThem() {
		start(Contents.singlePage());
		Directory directory = mock(Directory.class);
		given(this.directories.actingFor(any())).willReturn(directory);
		given(directory.searchPeople("Ad"))
			.willReturn(List.of(new DirectoryPerson(ADA, "Ada <Lovelace>", "ada@contoso.example", true, false)));
		assertThat(get("")).bodyText().doesNotContain("The client itself");
		assertThat(this.mvc.perform(post().param("find", "people").param("peopleSearch", "Ad")))
			.hasRedirectedUrl(path() + "?people=true#people");
		assertThat(get("?people=true")).bodyText().contains("Ada &lt;Lovelace&gt;", "ada@contoso.example");
		assertThat(this.mvc.perform(post().param("add", ADA + " Ada Lovelace"))).hasStatus(302);
		given(directory.searchGroups("Ward")).willReturn(List.of(new DirectoryGroup(WARD, "Ward <7>")));
		assertThat(this.mvc.perform(post().param("find", "group").param("group", "Ward")))
			.hasRedirectedUrl(path() + "?groups=true#people");
		assertThat(get("?groups=true")).bodyText()
			.contains("Ward &lt;7&gt;", "value=\"" + WARD + " Ward &lt;7&gt;\"")
			.doesNotContain("??");
		assertThat(this.mvc.perform(post().param("addGroup", WARD + " Ward 7"))).hasStatus(302);
		assertThat(get("")).bodyText().containsPattern("value=\"Ward 7\"[^>]*>\\s*<input[^>]*value=\"GROUP\"");
		assertThat(this.mvc.perform(post().param("find", "group").param("group", WARD.toString())))
			.hasRedirectedUrl(path() + "#people");
		assertThat(this.mvc.perform(post().param("addGroup", "staff"))).hasStatus(422)
			.bodyText()
			.contains("Somebody in the list could not be read");
		assertThat(this.mvc.perform(post().param("mode", "BY_HAND")
			.param("task", "READ")
			.param("fhirUrl", "https://fhir.example")
			.param("forClient", "true")
			.param("people[0].objectId", ADA.toString())
			.param("people[0].name", "Ada Lovelace")
			.param("people[0].type", "USER"))).hasStatus(302);
		assertThat(choice().forClient()).as("no service principal signs in").isFalse();
		assertThat(choice().people()).singleElement()
			.satisfies((ada) -> assertThat(ada.type()).isEqualTo(PrincipalType.USER));
	}

	@Test
	void nothingChosenIsToldAndKept() {
		assertThat(this.mvc.perform(post().param("filter", "keep me"))).hasStatus(422)
			.bodyText()
			.contains("Choose how you want to settle access.", "keep me");
		assertThat(this.mvc.perform(post().param("mode", "AZURE").param("task", "READ"))).hasStatus(422)
			.bodyText()
			.contains("Choose at least one service");
		assertThat(this.mvc.perform(post().param("mode", "nonsense").param("task", "1"))).hasStatus(422);
		assertThat(
				this.mvc.perform(pick(post(), 0, service("gone", null)).param("mode", "AZURE").param("task", "READ")))
			.hasStatus(422)
			.bodyText()
			.contains("gone is not there any more");
	}

	@Test
	void laterIsAnAnswer() {
		assertThat(this.mvc.perform(post().param("mode", "LATER"))).hasStatus(302);
		assertThat(choice()).isEqualTo(AccessChoice.later());
	}

	private void found(List<HealthService> services) {
		given(this.services.find(any())).willReturn(new Found<>(services, List.of()));
	}

	private void start(Authentication authentication) {
		this.id = this.drafts.put(Contents.draft(new DraftContent(Contents.basics(), authentication,
				authentication.confidential() ? Contents.secret(6) : null, Contents.fhir(false), null)))
			.id();
	}

	private AccessChoice choice() {
		AccessChoice choice = this.drafts.get(this.id).content().access();
		assertThat(choice).isNotNull();
		return choice;
	}

	private String path() {
		return "/registrations/" + this.id + "/access";
	}

	private MvcTestResult get(String query) {
		return this.mvc.get().uri(path() + query).session(this.session).with(Operators.registrar()).exchange();
	}

	private MockMvcRequestBuilder post() {
		return this.mvc.post()
			.uri(path())
			.session(this.session)
			.param("version", String.valueOf(this.drafts.get(this.id).version()))
			.with(Operators.registrar())
			.with(csrf());
	}

	private static MockMvcRequestBuilder pick(MockMvcRequestBuilder form, int row, HealthService service) {
		return form.param("services[" + row + "].id", service.id().text())
			.param("services[" + row + "].picked", "true");
	}

	private static HealthService service(String name, URI url) {
		ResourceId id = new ResourceId("/subscriptions/" + SUBSCRIPTION
				+ "/resourceGroups/rg/providers/Microsoft.HealthcareApis/workspaces/contoso/fhirservices/" + name);
		return new HealthService(id, HealthApi.FHIR, name, "contoso", SUBSCRIPTION, "Production <b>", "rg",
				"westeurope", url, List.of("https://" + name + ".audience.example"), null);
	}

}
