package health.admit.sandbox.oidc;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

import health.admit.sandbox.tenant.Client;
import health.admit.sandbox.tenant.TenantDirectory;

/**
 * Renders the pages of the sign-in service.
 */
@Component
class Pages {

	private final TenantDirectory directory;

	private final Addresses addresses;

	private final SealedNotes notes;

	private final Clock clock;

	Pages(TenantDirectory directory, Addresses addresses, SealedNotes notes, Clock clock) {
		this.directory = directory;
		this.addresses = addresses;
		this.notes = notes;
		this.clock = clock;
	}

	ModelAndView choosePerson(Step.ChoosePerson step, String browser, HttpServletResponse response) {
		AuthorizeRequest request = step.request();
		PageHeaders.write(response, targets(request));
		return page("oidc/sign-in",
				Map.of("client", step.client().displayName(), "groups", groups(request, step.client()), "moreProof",
						step.moreProof(), "device", request.purpose() == AuthorizeRequest.Purpose.DEVICE,
						"adminConsent", request.purpose() == AuthorizeRequest.Purpose.ADMIN_CONSENT, "flow",
						seal(request, browser, null, null, false)));
	}

	ModelAndView askConsent(Step.AskConsent step, String browser, HttpServletResponse response) {
		PageHeaders.write(response, targets(step.request()));
		boolean everyone = step.request().purpose() == AuthorizeRequest.Purpose.ADMIN_CONSENT;
		return page("oidc/consent",
				Map.of("client", step.client().displayName(), "appId", step.client().appId(), "person",
						step.person().userPrincipalName(), "consent", ConsentView.of(step.wanted()), "everyone",
						everyone, "mayForAll", step.forAll() && !everyone, "flow",
						seal(step.request(), browser, step.person().objectId(), step.wanted(), step.forAll())));
	}

	ModelAndView askAdmin(Step.AskAdmin step, String browser, HttpServletResponse response) {
		PageHeaders.write(response, targets(step.request()));
		response.setStatus(HttpStatus.FORBIDDEN.value());
		return page("oidc/needs-admin",
				Map.of("client", step.client().displayName(), "person", step.person().userPrincipalName(), "consent",
						ConsentView.of(step.wanted()), "link",
						this.addresses.base() + "/" + this.directory.tenantId() + "/adminconsent?client_id="
								+ step.client().appId(),
						"canReturn", step.request().answerTo().redirectUri() != null, "flow",
						seal(step.request(), browser, step.person().objectId(), step.wanted(), false)));
	}

	ModelAndView refused(Refusal refusal, UUID correlationId, HttpServletResponse response) {
		PageHeaders.write(response, List.of());
		response.setStatus((refusal.status() == 503) ? 503 : 400);
		RefusalBody body = RefusalBody.of(refusal, correlationId, this.clock.instant(), this.addresses.base());
		return page("oidc/refused", Map.of("code", "AADSTS" + refusal.code(), "message", refusal.message(), "trace",
				body.traceId(), "correlation", body.correlationId(), "timestamp", body.timestamp()));
	}

	ModelAndView formPost(AuthorizeAnswer answer, HttpServletResponse response) {
		PageHeaders.write(response, List.of(RedirectUriRule.source(answer.redirectUri())));
		return page("oidc/form-post", Map.of("action", answer.redirectUri(), "fields", answer.parameters().entrySet()));
	}

	ModelAndView deviceCode(String typed, boolean wrong, HttpServletResponse response) {
		PageHeaders.write(response, List.of());
		return page("oidc/device", Map.of("typed", typed, "wrong", wrong));
	}

	ModelAndView done(String title, String text, HttpServletResponse response) {
		PageHeaders.write(response, List.of());
		return page("oidc/done", Map.of("title", title, "text", text));
	}

	private List<PeopleGroup> groups(AuthorizeRequest request, Client client) {
		String hint = (request.loginHint() != null) ? request.loginHint() : "";
		UUID principal = this.directory.principal(client.appId()).map((found) -> found.objectId()).orElse(null);
		return PeopleGroup.of(this.directory.people(),
				(person) -> (principal != null) ? this.directory.appRoles(person.objectId(), principal) : Set.of(),
				hint);
	}

	/** A browser follows a redirect after a form only to where the page said. */
	private static List<String> targets(AuthorizeRequest request) {
		String uri = request.answerTo().redirectUri();
		return (uri != null) ? List.of(RedirectUriRule.source(uri)) : List.of();
	}

	private String seal(AuthorizeRequest request, String browser, @Nullable UUID person, @Nullable Wanted wanted,
			boolean forAll) {
		return this.notes.seal(new PendingNote(request, browser, person, wanted, forAll, this.clock.instant()));
	}

	private ModelAndView page(String view, Map<String, Object> model) {
		return new ModelAndView(view, model).addObject("tenant", this.directory.tenantName());
	}

}
