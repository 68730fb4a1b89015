package health.admit.portal.registration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What the page about a federated credential asks.
 */
record FederationForm(
		@Nullable @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9_-]{2,119}",
				message = "{registration.credentials.federated.name.bad}") String name,
		@Nullable @Size(max = 600, message = "{registration.credentials.federated.long}") @Pattern(
				regexp = "https://[A-Za-z0-9.-]+(:[0-9]{1,5})?(/[A-Za-z0-9._~/-]*)?",
				message = "{registration.credentials.federated.issuer.bad}") String issuer,
		@NotBlank(message = "{registration.credentials.federated.subject.empty}") @Size(max = 600,
				message = "{registration.credentials.federated.long}") @Pattern(regexp = BasicsForm.LINE,
						message = "{registration.credentials.control}") @Nullable String subject,
		@NotBlank(message = "{registration.credentials.federated.audience.empty}") @Size(max = 600,
				message = "{registration.credentials.federated.long}") @Pattern(regexp = BasicsForm.LINE,
						message = "{registration.credentials.control}") @Nullable String audience,
		@Size(max = 600, message = "{registration.credentials.federated.long}") @Pattern(regexp = BasicsForm.LINE,
				message = "{registration.credentials.control}") @Nullable String description) {

	static final String USUAL_AUDIENCE = "api://AzureADTokenExchange";

	static FederationForm from(CredentialChoice.Federation federation) {
		return new FederationForm(federation.name(), federation.issuer(), federation.subject(), federation.audience(),
				federation.description());
	}

	/** A word of a preset that was not replaced. */
	boolean subjectIsUnfinished() {
		return this.subject != null && this.subject.matches(".*(ORGANISATION|REPOSITORY|NAMESPACE|SERVICE-ACCOUNT).*");
	}

	boolean issuerIsUnfinished() {
		return this.issuer != null && this.issuer.contains("ISSUER-URL-OF-THE-CLUSTER");
	}

	CredentialChoice toChoice() {
		String about = text(this.description);
		return new CredentialChoice(CredentialChoice.Kind.FEDERATED, null, null,
				new CredentialChoice.Federation(text(this.name), text(this.issuer), text(this.subject),
						text(this.audience), about.isEmpty() ? null : about));
	}

	private static String text(@Nullable String value) {
		return (value != null) ? value.strip() : "";
	}

}
