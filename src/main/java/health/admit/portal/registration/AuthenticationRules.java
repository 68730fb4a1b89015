package health.admit.portal.registration;

import java.util.ArrayList;
import java.util.List;

import health.admit.portal.directory.RedirectUris;

/**
 * Combinations of client and redirect URIs that Entra accepts and that fail at sign-in.
 * Pure.
 */
final class AuthenticationRules {

	private AuthenticationRules() {
	}

	/**
	 * The contradictions in an answer.
	 */
	static List<Contradiction> check(AuthenticationForm form) {
		List<Contradiction> found = new ArrayList<>();
		RedirectUris uris = form.uris();
		if (form.kind() == ClientKind.TEST_TOOL && form.withSecret() == null) {
			found.add(new Contradiction("withSecret", "registration.authentication.withSecret.empty"));
		}
		if (form.kind() == null) {
			return found;
		}
		if (!form.confidential() && !uris.web().isEmpty()) {
			// AADSTS7000218: the web platform redeems codes with a credential.
			found.add(new Contradiction("web", "registration.authentication.web.public"));
		}
		if (form.kind() == ClientKind.SINGLE_PAGE && uris.singlePage().isEmpty()) {
			found.add(new Contradiction("singlePage", "registration.authentication.singlePage.empty"));
		}
		if (form.kind() == ClientKind.MOBILE_OR_DESKTOP && uris.publicClient().isEmpty()) {
			found.add(new Contradiction("publicClient", "registration.authentication.publicClient.empty"));
		}
		return found;
	}

	/**
	 * A field and the message that explains what does not fit.
	 */
	record Contradiction(String field, String message) {
	}

}
