package health.admit.portal.registration;

import java.util.ArrayList;
import java.util.List;

import health.admit.portal.access.Grantee;
import health.admit.portal.directory.RedirectUris;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Puts what a draft holds into words.
 */
@Component
class DraftSummary {

	private final Texts texts;

	DraftSummary(Texts texts) {
		this.texts = texts;
	}

	/**
	 * What the admin calls the draft.
	 */
	String title(DraftContent content) {
		Basics basics = content.basics();
		return (basics != null) ? basics.name() : this.texts.get("registration.draft.unnamed");
	}

	List<SummaryLine> lines(DraftContent content) {
		List<SummaryLine> lines = new ArrayList<>();
		basics(content.basics(), lines);
		authentication(content.authentication(), lines);
		credential(content.credential(), lines);
		permissions(content.permissions(), lines);
		access(content.access(), lines);
		return lines;
	}

	private void basics(@Nullable Basics basics, List<SummaryLine> lines) {
		if (basics == null) {
			return;
		}
		add(lines, WizardStep.BASICS, "name", basics.name());
		add(lines, WizardStep.BASICS, "purpose", this.texts.of(basics.purpose()));
		add(lines, WizardStep.BASICS, "accountTypes", this.texts.of(basics.accountTypes()));
		add(lines, WizardStep.BASICS, "description", basics.description());
		add(lines, WizardStep.BASICS, "notes", basics.notes());
		add(lines, WizardStep.BASICS, "serviceManagementReference", basics.serviceManagementReference());
		add(lines, WizardStep.BASICS, "owners", basics.owners().stream().map(Basics.Owner::displayName).toList());
	}

	private void authentication(@Nullable Authentication authentication, List<SummaryLine> lines) {
		if (authentication == null) {
			return;
		}
		WizardStep step = WizardStep.AUTHENTICATION;
		add(lines, step, "kind", this.texts.of(authentication.kind()));
		add(lines, step, "confidential", yesOrNo(authentication.confidential()));
		RedirectUris uris = authentication.redirectUris();
		add(lines, step, "web", uris.web());
		add(lines, step, "singlePage", uris.singlePage());
		add(lines, step, "publicClient", uris.publicClient());
		add(lines, step, "publicClientFlows", yesOrNo(authentication.publicClientFlows()));
	}

	private void credential(@Nullable CredentialChoice credential, List<SummaryLine> lines) {
		if (credential == null) {
			return;
		}
		WizardStep step = WizardStep.CREDENTIALS;
		add(lines, step, "credential", this.texts.of(credential.kind()));
		CredentialChoice.Secret secret = credential.secret();
		if (secret != null) {
			add(lines, step, "secret", secret.description());
			add(lines, step, "secretLife", life(secret));
		}
		CredentialChoice.Certificate certificate = credential.certificate();
		if (certificate != null) {
			add(lines, step, "certificate", certificate.displayName());
		}
		CredentialChoice.Federation federation = credential.federation();
		if (federation != null) {
			add(lines, step, "federation", List.of(federation.name(), federation.issuer(), federation.subject()));
		}
	}

	private String life(CredentialChoice.Secret secret) {
		return (secret.months() != null) ? this.texts.get("registration.summary.months", secret.months())
				: this.texts.get("registration.summary.until", String.valueOf(secret.end()));
	}

	private void permissions(@Nullable PermissionChoice permissions, List<SummaryLine> lines) {
		if (permissions == null) {
			return;
		}
		WizardStep step = WizardStep.PERMISSIONS;
		for (PermissionChoice.Api api : permissions.apis()) {
			List<String> values = new ArrayList<>();
			api.scopes().forEach((scope) -> values.add(this.texts.get("registration.summary.scope", scope.value())));
			api.appRoles().forEach((role) -> values.add(this.texts.get("registration.summary.appRole", role.value())));
			lines.add(new SummaryLine(step, api.displayName(), values));
		}
		if (permissions.apis().isEmpty()) {
			add(lines, step, "apis", this.texts.get("registration.summary.none"));
		}
		else {
			add(lines, step, "consent", yesOrNo(permissions.consentNow()));
		}
	}

	private void access(@Nullable AccessChoice access, List<SummaryLine> lines) {
		if (access == null) {
			return;
		}
		WizardStep step = WizardStep.ACCESS;
		add(lines, step, "access", this.texts.of(access.mode()));
		add(lines, step, "services", access.services()
			.stream()
			.map((service) -> this.texts.get("registration.summary.service", service.name(), service.roleName()))
			.toList());
		add(lines, step, "grantees",
				access.grantees(this.texts.get("registration.summary.client")).stream().map(Grantee::name).toList());
	}

	private void add(List<SummaryLine> lines, WizardStep step, String label, @Nullable String value) {
		if (value != null && !value.isEmpty()) {
			add(lines, step, label, List.of(value));
		}
	}

	private void add(List<SummaryLine> lines, WizardStep step, String label, List<String> values) {
		if (!values.isEmpty()) {
			lines.add(new SummaryLine(step, this.texts.get("registration.summary." + label), values));
		}
	}

	private String yesOrNo(boolean yes) {
		return this.texts.get(yes ? "registration.summary.yes" : "registration.summary.no");
	}

}
