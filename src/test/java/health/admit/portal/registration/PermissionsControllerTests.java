package health.admit.portal.registration;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import health.admit.portal.cloud.HealthApi;
import health.admit.portal.directory.ApplicationPermission;
import health.admit.portal.directory.DelegatedPermission;
import health.admit.portal.directory.Directories;
import health.admit.portal.directory.Directory;
import health.admit.portal.directory.RedirectUris;
import health.admit.portal.directory.ResourceApi;
import health.admit.portal.directory.ServicePrincipalRecord;
import health.admit.portal.permissions.PermissionCatalogue;
import health.admit.support.Operators;
import health.admit.support.PortalWebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.HtmlUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@PortalWebTest(controllers = PermissionsController.class)
@Import({ RegistrationSlice.class, ApiOffers.class, PermissionCatalogue.class,
		PermissionsControllerTests.TickingClock.class })
class PermissionsControllerTests {

	private static final UUID FHIR = HealthApi.FHIR.appId();

	private static final UUID ORDERS = UUID.fromString("0a0a0a0a-0000-4000-8000-000000000001");

	private static final UUID PATIENT_READ = UUID.fromString("0a0a0a0a-0000-4000-8000-000000000002");

	private static final UUID PATIENT_RS = UUID.fromString("0a0a0a0a-0000-4000-8000-000000000003");

	private static final UUID ORDERS_ALL = UUID.fromString("0a0a0a0a-0000-4000-8000-000000000004");

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private MemoryDrafts drafts;

	@MockitoBean
	private Directories directories;

	private final Directory directory = mock(Directory.class);

	private final MockHttpSession session = new MockHttpSession();

	private UUID id;

	@BeforeEach
	void draft() {
		given(this.directories.actingFor(any())).willReturn(this.directory);
		given(this.directory.resourceApi(any())).willReturn(Optional.empty());
		given(this.directory.resourceApi(FHIR))
			.willReturn(Optional.of(new ResourceApi(UUID.randomUUID(), FHIR, "Azure API for FHIR", List.of(),
					List.of(new DelegatedPermission(Contents.SCOPE, "user_impersonation", "Access", "Act as the user",
							false), new DelegatedPermission(PATIENT_READ, "patient.all.read", null, null, false),
							new DelegatedPermission(PATIENT_RS, "patient.all.rs", null, "<b>bold</b>", true)),
					List.of(new ApplicationPermission(Contents.ROLE, "system.all.all", "All", "Everything")))));
		given(this.directory.resourceApi(ORDERS))
			.willReturn(Optional.of(new ResourceApi(UUID.randomUUID(), ORDERS, "<i>Orders</i>", List.of(), List.of(),
					List.of(new ApplicationPermission(ORDERS_ALL, "Orders.All", "All", "Everything")))));
		start(Contents.server());
	}

	@Test
	void theUsualScopeIsTickedAndTheApiShownByBothNames() {
		assertThat(get("")).hasStatusOk()
			.bodyText()
			.contains("Azure API for FHIR", "Azure Healthcare APIs", FHIR.toString(), "Act as the user",
					"&lt;b&gt;bold&lt;/b&gt;", "admin only", "SMART on FHIR")
			.containsPattern("value=\"SCOPE:" + FHIR + ":" + Contents.SCOPE + "\"[^>]*checked")
			.doesNotContain("??");
	}

	@Test
	void aClientThatActsAsItselfGetsNothingTickedAndIsToldWhy() {
		start(new Authentication(ClientKind.SERVER, true, new RedirectUris(List.of(), List.of(), List.of()), false));
		assertThat(get("")).bodyText()
			.contains("has no redirect URI, so it acts as itself", "FHIR Data Reader")
			.doesNotContain("checked=\"checked\" aria-describedby=\"SCOPE", "it can act for people");
		assertThat(post("consentNow", "true")).hasStatus3xxRedirection();
		assertThat(choice()).isEqualTo(new PermissionChoice(List.of(), false));
	}

	@Test
	void aServerWithARedirectUriIsToldThatItCanDoBoth() {
		assertThat(get("")).bodyText()
			.contains("it can act for people who sign in, and as itself")
			.doesNotContain("nobody can sign in to it");
		start(Contents.singlePage());
		assertThat(get("")).bodyText().doesNotContain("and as itself", "nobody can sign in to it");
	}

	@Test
	void scopesAndAppRolesAreKeptApart() {
		assertThat(post("picks", scope(FHIR, Contents.SCOPE), "picks", role(FHIR, Contents.ROLE), "consentNow", "true"))
			.hasRedirectedUrl("/registrations/" + this.id + "/access");
		PermissionChoice.Api api = choice().apis().get(0);
		assertThat(api.scopes()).extracting(PermissionChoice.Permission::value).containsExactly("user_impersonation");
		assertThat(api.appRoles()).extracting(PermissionChoice.Permission::value).containsExactly("system.all.all");
		assertThat(choice().consentNow()).isTrue();
		assertThat(post("picks", scope(FHIR, Contents.ROLE))).hasStatus(422).bodyText().contains("not offered");
	}

	@Test
	void aMissingApiIsExplainedAndAddedOnRequest() {
		given(this.directory.resourceApi(FHIR)).willReturn(Optional.empty());
		start(Contents.server());
		this.session.clearAttributes();
		MvcTestResult page = this.mvc.get()
			.uri("/registrations/" + this.id + "/permissions")
			.session(new MockHttpSession())
			.with(Operators.registrar())
			.exchange();
		assertThat(page).hasStatusOk().bodyText().contains("not in your tenant yet", "user_impersonation");
		post("picks", scope(FHIR, Contents.SCOPE), "consentNow", "true");
		assertThat(choice().apis().get(0).addToTenant()).isTrue();
	}

	@Test
	void consentToSmartScopesTakesASecondWord() {
		assertThat(post("picks", scope(FHIR, PATIENT_READ), "consentNow", "true")).hasStatus(422)
			.bodyText()
			.contains("take consent later", "Consent for everyone all the same");
		assertThat(choice()).isNull();
		assertThat(post("picks", scope(FHIR, PATIENT_READ), "consentNow", "false")).hasStatus3xxRedirection();
		assertThat(choice().consentNow()).isFalse();
		assertThat(post("picks", scope(FHIR, PATIENT_READ), "consentNow", "true", "smartAnyway", "true"))
			.hasStatus3xxRedirection();
	}

	@Test
	void smartVersionsAreNotMixed() {
		assertThat(post("picks", scope(FHIR, PATIENT_READ), "picks", scope(FHIR, PATIENT_RS), "consentNow", "false"))
			.hasStatus(422)
			.bodyText()
			.contains("one or the other");
	}

	@Test
	void otherApisAreFoundAddedAndHaveToBeConfirmed() {
		given(this.directory.searchApis("ord"))
			.willReturn(List.of(new ServicePrincipalRecord(UUID.randomUUID(), ORDERS, "<i>Orders</i>", List.of())));
		assertThat(post("find", "apis", "search", "ord", "picks", scope(FHIR, PATIENT_READ)))
			.hasRedirectedUrl("/registrations/" + this.id + "/permissions?found=true#others");
		assertThat(get("?found=true")).bodyText()
			.contains("&lt;i&gt;Orders&lt;/i&gt;", "Show its permissions")
			.containsPattern("value=\"SCOPE:" + FHIR + ":" + PATIENT_READ + "\"[^>]*checked");
		assertThat(post("add", ORDERS.toString(), "picks", scope(FHIR, Contents.SCOPE))).hasStatus3xxRedirection();
		assertThat(get("")).bodyText().contains("Orders.All", "I have checked that this client needs");
		assertThat(post("apis", ORDERS.toString(), "picks", role(ORDERS, ORDERS_ALL), "consentNow", "false"))
			.hasStatus(422)
			.bodyText()
			.contains("confirm that the client needs them");
		assertThat(post("apis", ORDERS.toString(), "picks", role(ORDERS, ORDERS_ALL), "consentNow", "false",
				"beyondHealth", "true"))
			.hasStatus3xxRedirection();
		assertThat(choice().apis()).extracting(PermissionChoice.Api::appId).containsExactly(ORDERS);
	}

	@ParameterizedTest
	@MethodSource("health.admit.portal.registration.HostileStrings#all")
	void hostileTicksAndSearchesDoNoHarm(String text) {
		given(this.directory.searchApis(anyString())).willReturn(List.of());
		assertThat(post("picks", text, "consentNow", "false")).hasStatus3xxRedirection();
		assertThat(choice().apis()).isEmpty();
		assertThat(post("find", "apis", "search", text)).hasStatus3xxRedirection();
		assertThat(get("?found=true")).hasStatusOk()
			.bodyText()
			.doesNotContain("<script>alert", "<img onerror")
			.contains((text.length() < 100) ? HtmlUtils.htmlEscape("", "UTF-8") : "");
	}

	private void start(Authentication authentication) {
		this.id = this.drafts
			.put(Contents.draft(new DraftContent(Contents.basics(), authentication, Contents.secret(6), null, null)))
			.id();
	}

	private PermissionChoice choice() {
		return this.drafts.get(this.id).content().permissions();
	}

	private static String scope(UUID api, UUID id) {
		return "SCOPE:" + api + ":" + id;
	}

	private static String role(UUID api, UUID id) {
		return "ROLE:" + api + ":" + id;
	}

	private MvcTestResult get(String rest) {
		return this.mvc.get()
			.uri("/registrations/" + this.id + "/permissions" + rest)
			.session(this.session)
			.with(Operators.registrar())
			.exchange();
	}

	private MvcTestResult post(String... fields) {
		MockMvcRequestBuilder request = this.mvc.post()
			.uri("/registrations/" + this.id + "/permissions")
			.session(this.session)
			.param("version", String.valueOf(this.drafts.get(this.id).version()));
		for (int i = 0; i < fields.length; i += 2) {
			request.param(fields[i], fields[i + 1]);
		}
		return request.with(csrf()).with(Operators.registrar()).exchange();
	}

	/**
	 * Nothing is remembered between two looks.
	 */
	@TestConfiguration(proxyBeanMethods = false)
	static class TickingClock {

		@Bean
		@Primary
		Clock tickingClock() {
			return new Clock() {

				private java.time.Instant now = CredentialsSlice.NOW;

				@Override
				public java.time.ZoneId getZone() {
					return java.time.ZoneOffset.UTC;
				}

				@Override
				public Clock withZone(java.time.ZoneId zone) {
					return this;
				}

				@Override
				public java.time.Instant instant() {
					this.now = this.now.plusSeconds(120);
					return this.now;
				}

			};
		}

	}

}
