package health.admit.portal.registration;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import health.admit.portal.cloud.HealthApi;
import health.admit.portal.credentials.Envelopes;
import health.admit.portal.directory.Directories;
import health.admit.portal.directory.Directory;
import health.admit.portal.directory.ServicePrincipalRecord;
import health.admit.portal.operation.OperationId;
import health.admit.portal.operation.Operations;
import health.admit.portal.operation.Plan;
import health.admit.support.Operators;
import health.admit.support.PortalWebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseCookie;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.HtmlUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@PortalWebTest(controllers = ReviewController.class)
@Import({ RegistrationSlice.class, RegistrationService.class, TenantSnapshots.class, ReviewViews.class,
		Consequences.class })
class ReviewControllerTests {

	private static final Pattern HIDDEN = Pattern
		.compile("<input type=\"hidden\" name=\"(version|planHash|key|seen)\" value=\"([^\"]*)\"");

	private static final OperationId OPERATION = new OperationId(UUID.randomUUID());

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private MemoryDrafts drafts;

	@MockitoBean
	private Directories directories;

	@MockitoBean
	private Operations operations;

	@MockitoBean
	private Envelopes envelopes;

	private final Directory directory = mock(Directory.class);

	private Draft draft;

	@BeforeEach
	void completeDraft() {
		given(this.directories.actingFor(any())).willReturn(this.directory);
		given(this.directory.servicePrincipal(HealthApi.FHIR.appId()))
			.willReturn(Optional.of(new ServicePrincipalRecord(UUID.fromString("22222222-2222-4222-8222-222222222222"),
					HealthApi.FHIR.appId(), "Azure Healthcare APIs", List.of())));
		given(this.operations.start(any(), any(), any(), any())).willReturn(OPERATION);
		given(this.envelopes.prepare(any(), any(), any()))
			.willReturn(Optional.of(ResponseCookie.from("admit-envelope", "key").httpOnly(true).build()));
		this.draft = this.drafts.put(Contents.draft(Contents.complete()));
	}

	@Test
	void thePlanSaysWhatWillBeDoneAndWhoMayDoWhat() {
		assertThat(page())
			.contains("This is what will be done", "Create the application Imaging viewer", "POST /servicePrincipals",
					"Whoever holds the secret", "L01", "Application.ReadWrite.All",
					"DelegatedPermissionGrant.ReadWrite.All", "5 to create")
			.doesNotContain("??");
	}

	@Test
	void onlyConsentToApplicationPermissionsOfGraphTakesTheHighestRole() {
		assertThat(page()).contains("Application Administrator").doesNotContain("Privileged Role Administrator");
		this.draft = this.drafts.put(Contents.draft(Contents.complete().with(graph(false))));
		assertThat(page()).doesNotContain("Privileged Role Administrator");
		this.draft = this.drafts.put(Contents.draft(Contents.complete().with(graph(true))));
		assertThat(page()).contains("Privileged Role Administrator");
	}

	@Test
	void confirmingStartsTheOperationThatWasShown() {
		MvcTestResult answer = confirm(page());
		assertThat(answer).hasRedirectedUrl("/operations/" + OPERATION);
		assertThat(answer).cookies().containsCookie("admit-envelope");
		ArgumentCaptor<Plan> plan = ArgumentCaptor.forClass(Plan.class);
		verify(this.operations).start(any(), any(), plan.capture(), any());
		assertThat(plan.getValue().steps()).extracting("kind")
			.containsExactly("application.create", "servicePrincipal.create", "owner.add", "consent.grant",
					"secret.create");
		assertThat(this.drafts.get(this.draft.id()).operation()).isEqualTo(OPERATION);
	}

	@Test
	void aDoubleClickLeadsToTheSameOperation() {
		String page = page();
		confirm(page);
		assertThat(confirm(page)).hasRedirectedUrl("/operations/" + OPERATION);
		verify(this.operations, times(1)).start(any(), any(), any(), any());
	}

	@Test
	void anotherPlanThanTheOneShownIsNotStarted() {
		String page = page();
		this.drafts.save(Contents.ADA, this.draft.id(), this.draft.version(),
				Contents.complete().with(Contents.basics("Another name", AccountTypes.THIS_DIRECTORY)));
		MvcTestResult answer = confirm(page);
		assertThat(answer).hasStatus(409);
		assertThat(answer).bodyText()
			.contains("The plan is not the one you saw", "displayName = Another name", "displayName = Imaging viewer");
		verify(this.operations, never()).start(any(), any(), any(), any());
	}

	@Test
	void thePlanCanBeDownloaded() {
		MvcTestResult answer = this.mvc.get().uri(path() + "/plan.json").with(Operators.registrar()).exchange();
		assertThat(answer).hasStatusOk()
			.headers()
			.hasHeaderSatisfying("Content-Disposition", (values) -> assertThat(values.get(0)).startsWith("attachment"));
		assertThat(answer).bodyJson().extractingPath("$.plan.steps[0].kind").isEqualTo("application.create");
	}

	@Test
	void anIncompleteDraftGoesToItsFirstOpenPage() {
		Draft begun = this.drafts.put(Contents.draft(DraftContent.empty().with(Contents.basics())));
		assertThat(this.mvc.get().uri("/registrations/" + begun.id() + "/review").with(Operators.registrar()))
			.hasRedirectedUrl("/registrations/" + begun.id() + "/authentication");
	}

	private static PermissionChoice graph(boolean consentNow) {
		return new PermissionChoice(
				List.of(new PermissionChoice.Api(UUID.fromString("00000003-0000-0000-c000-000000000000"),
						"Microsoft Graph", false, List.of(),
						List.of(new PermissionChoice.Permission(UUID.randomUUID(), "User.Read.All", true)))),
				consentNow);
	}

	private String page() {
		MvcTestResult answer = this.mvc.get().uri(path()).with(Operators.registrar()).exchange();
		assertThat(answer).hasStatusOk();
		return assertThat(answer).bodyText().actual();
	}

	private MvcTestResult confirm(String page) {
		var request = this.mvc.post().uri(path()).with(Operators.registrar()).with(csrf());
		Matcher field = HIDDEN.matcher(page);
		while (field.find()) {
			request.param(field.group(1), HtmlUtils.htmlUnescape(field.group(2)));
		}
		return request.exchange();
	}

	private String path() {
		return "/registrations/" + this.draft.id() + "/review";
	}

}
