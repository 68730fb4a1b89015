package health.admit.portal.applications;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import health.admit.portal.directory.ApplicationRecord;
import health.admit.portal.directory.ApplicationSummary;
import health.admit.portal.directory.CertificateSummary;
import health.admit.portal.directory.DelegatedPermission;
import health.admit.portal.directory.Directories;
import health.admit.portal.directory.Directory;
import health.admit.portal.directory.DirectoryPerson;
import health.admit.portal.directory.DirectoryRefused;
import health.admit.portal.directory.RedirectUris;
import health.admit.portal.directory.RequiredApi;
import health.admit.portal.directory.ResourceApi;
import health.admit.portal.directory.SecretSummary;
import health.admit.portal.directory.ServicePrincipalRecord;
import health.admit.portal.cloud.CallTrace;
import health.admit.support.Operators;
import health.admit.support.PortalWebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

@PortalWebTest(controllers = { ApplicationController.class, ApplicationsController.class })
@Import(ApplicationOverviews.class)
class ApplicationControllerTests {

	private static final UUID ID = UUID.fromString("0b6a2c1e-6f5e-4f0a-9a37-1d3a9b1c5e01");

	private static final UUID APP_ID = UUID.fromString("1c7b3d2f-7a6f-4a1b-8b48-2e4b0c2d6f12");

	private static final UUID PRINCIPAL = UUID.fromString("2d8c4e3a-8b7a-4b2c-9c59-3f5c1d3e7a23");

	private static final UUID API = UUID.fromString("75e725bf-66ce-4cea-9b9a-5c4caae57f33");

	private static final UUID SCOPE = UUID.fromString("e69ab058-b8ae-4c0f-b687-5d97888ddccb");

	private static final UUID GONE_SCOPE = UUID.fromString("e69ab058-b8ae-4c0f-b687-5d97888ddcc0");

	private final Directory directory = mock();

	@MockitoBean
	private Directories directories;

	@Autowired
	private MockMvcTester mvc;

	@BeforeEach
	void open() {
		given(this.directories.actingFor(Operators.DELEGATION)).willReturn(this.directory);
	}

	@Test
	void tellsEachIdAndWhereItIsUsed() {
		given(this.directory.application(ID)).willReturn(Optional.of(application("Imaging viewer", APP_ID)));
		given(this.directory.servicePrincipal(APP_ID))
			.willReturn(Optional.of(new ServicePrincipalRecord(PRINCIPAL, APP_ID, "Imaging viewer", List.of())));
		assertThat(page()).contains(ID.toString(), APP_ID.toString(), PRINCIPAL.toString())
			.contains("Client id (application id)", "Application object id", "Service principal object id",
					"every token request", "Azure role assignments", "Accounts of this directory only",
					"https://viewer.example/callback", "Single-page application")
			.doesNotContain("??", "unusual");
	}

	@Test
	void tellsWhatEndsFirstFirst() {
		given(this.directory.application(ID)).willReturn(Optional.of(application("Imaging viewer", APP_ID)));
		assertThat(page())
			.containsSubsequence("old secret", "Ended", "AB12", "in 10 days", "Valid", "next secret", "Not valid yet")
			.contains("/#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/Credentials/appId/" + APP_ID);
	}

	@Test
	void warnsWhenNobodyOrTheWrongPeopleOwnIt() {
		given(this.directory.application(ID)).willReturn(Optional.of(application("Imaging viewer", APP_ID)));
		assertThat(page()).contains("It has no owner").contains("no service principal in this directory");
		given(this.directory.owners(ID)).willReturn(
				List.of(new DirectoryPerson(UUID.randomUUID(), "Gone Girl", "gone@contoso.example", false, false),
						new DirectoryPerson(UUID.randomUUID(), "Vera Visitor", "vera#EXT#@contoso.example", true, true),
						new DirectoryPerson(PRINCIPAL, "", null, null, false)));
		assertThat(page()).containsSubsequence("Gone Girl", "Blocked", "Vera Visitor", "Guest", PRINCIPAL.toString())
			.contains("Show their names", "/applications/" + ID + "/owners")
			.doesNotContain("It has no owner");
	}

	@Test
	void namesThePermissionsItAsksFor() {
		given(this.directory.application(ID)).willReturn(Optional.of(application("Imaging viewer", APP_ID)));
		given(this.directory.resourceApi(API))
			.willReturn(Optional.of(new ResourceApi(PRINCIPAL, API, "Azure API for DICOM", List.of(),
					List.of(new DelegatedPermission(SCOPE, "Dicom.ReadWrite", null, null, false)), List.of())));
		assertThat(page()).containsSubsequence("Azure API for DICOM", API.toString(), "Dicom.ReadWrite", "Delegated",
				GONE_SCOPE.toString(), "no longer offered");
	}

	@Test
	void namesOfOthersStayText() {
		given(this.directory.application(ID))
			.willReturn(Optional.of(application("<script>alert(1)</script>p\u0430ypal", APP_ID)));
		assertThat(page()).doesNotContain("<script>alert")
			.contains("&lt;script&gt;alert(1)", "Go by the client id", "mixes letters of several alphabets");
	}

	@Test
	void saysThatThePortalDoesNotTouchItself() {
		UUID own = UUID.fromString("0e6f2a51-7d4b-4c88-8f0e-3b9a5c71d2e4");
		given(this.directory.application(ID)).willReturn(Optional.of(application("Admit", own)));
		assertThat(page()).contains("the portal&#39;s own registration");
	}

	@Test
	void saysWhatToDoWhenItIsNotThere() {
		assertThat(this.mvc.get().uri("/applications/{id}", ID).with(Operators.helpDesk())).hasStatus(404)
			.bodyText()
			.contains("There is no application with object id " + ID, "load this page again");
		assertThat(this.mvc.get().uri("/applications/not-a-guid").with(Operators.helpDesk())).hasStatus(400);
	}

	@Test
	void findsByNameOrId() {
		given(this.directory.searchApplications("viewer"))
			.willReturn(List.of(new ApplicationSummary(ID, APP_ID, "Imaging viewer", null),
					new ApplicationSummary(PRINCIPAL, API, "pay\u200Bpal", Instant.EPOCH)));
		assertThat(this.mvc.get().uri("/applications?q= viewer ").with(Operators.helpDesk())).hasStatusOk()
			.bodyText()
			.containsSubsequence("Imaging viewer", APP_ID.toString(), "pay", "Unusual characters", API.toString())
			.contains("/applications/" + ID, "value=\"viewer\"")
			.doesNotContain("??");
		assertThat(this.mvc.get().uri("/applications?q=nobody").with(Operators.helpDesk())).hasStatusOk()
			.bodyText()
			.contains("No application matches");
	}

	@Test
	void saysWhenEntraCannotSearchForAText() {
		given(this.directory.searchApplications("$$$")).willThrow(new DirectoryRefused(400, "Request_BadRequest",
				"Invalid search", new CallTrace(UUID.randomUUID(), null)));
		assertThat(this.mvc.get().uri("/applications?q=$$$").with(Operators.helpDesk())).hasStatusOk()
			.bodyText()
			.contains("Entra cannot search for this text");
	}

	@Test
	void isNotForEverybody() {
		assertThat(this.mvc.get().uri("/applications").with(Operators.withoutRole())).hasStatus(403);
		assertThat(this.mvc.get().uri("/applications/{id}", ID).with(Operators.auditor())).hasStatus(403);
	}

	private String page() {
		MvcTestResult result = this.mvc.get().uri("/applications/{id}", ID).with(Operators.helpDesk()).exchange();
		assertThat(result).hasStatusOk();
		return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	private static ApplicationRecord application(String name, UUID appId) {
		Instant now = Clock.system(ZoneOffset.UTC).instant();
		return new ApplicationRecord(ID, appId, name, null, "AzureADMyOrg", Instant.parse("2025-01-02T03:04:05Z"), null,
				null, null, new RedirectUris(List.of(), List.of("https://viewer.example/callback"), List.of()), null,
				List.of(new SecretSummary(UUID.randomUUID(), "next secret", "xyz", now.plus(20, ChronoUnit.DAYS),
						now.plus(200, ChronoUnit.DAYS)),
						new SecretSummary(UUID.randomUUID(), "old secret", "abc", now.minus(400, ChronoUnit.DAYS),
								now.minus(3, ChronoUnit.DAYS))),
				List.of(new CertificateSummary(UUID.randomUUID(), "bridge", "AB12", now,
						now.plus(10, ChronoUnit.DAYS).plus(5, ChronoUnit.MINUTES))),
				List.of(new RequiredApi(API, List.of(SCOPE, GONE_SCOPE), List.of())));
	}

}
