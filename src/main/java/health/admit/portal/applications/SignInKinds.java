package health.admit.portal.applications;

import java.util.ArrayList;
import java.util.List;

import health.admit.portal.directory.ApplicationRecord;
import health.admit.portal.kits.SignInKind;

/**
 * The ways in which an application can get a token, as its registration has them. Pure.
 */
final class SignInKinds {

	private SignInKinds() {
	}

	/**
	 * All ways, the likeliest first; none for an application that nothing can sign in
	 * with.
	 * @param certificate whether it has a certificate
	 * @param federated whether it trusts another identity provider
	 */
	static List<SignInKind> of(ApplicationRecord application, boolean certificate, boolean federated) {
		List<SignInKind> kinds = new ArrayList<>();
		boolean secret = !application.secrets().isEmpty();
		boolean web = !application.redirectUris().web().isEmpty();
		if (certificate && web) {
			kinds.add(SignInKind.WEB_WITH_CERTIFICATE);
		}
		if (certificate) {
			kinds.add(SignInKind.APP_WITH_CERTIFICATE);
		}
		if (federated) {
			kinds.add(SignInKind.APP_WITH_FEDERATION);
		}
		// A web server without any credential still lacks its secret.
		if (web && (secret || kinds.isEmpty())) {
			kinds.add(SignInKind.WEB_WITH_SECRET);
		}
		if (secret) {
			kinds.add(SignInKind.APP_WITH_SECRET);
		}
		if (!application.redirectUris().singlePage().isEmpty()) {
			kinds.add(SignInKind.SINGLE_PAGE);
		}
		if (!application.redirectUris().publicClient().isEmpty()) {
			kinds.add(SignInKind.DESKTOP);
		}
		if (Boolean.TRUE.equals(application.fallbackPublicClient())) {
			kinds.add(SignInKind.DEVICE_CODE);
		}
		return kinds;
	}

}
