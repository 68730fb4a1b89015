package health.admit.portal.applications;

import java.util.List;

import health.admit.portal.directory.ApplicationRecord;
import health.admit.portal.directory.RedirectUris;
import health.admit.portal.kits.SignInKind;

/**
 * How the connection test is to begin with an application: the likeliest way it signs in.
 *
 * @param way as the test names it
 * @param redirectUri empty where none is needed
 */
record TestWay(String way, String redirectUri) {

	/** A trust in another provider is left out: its tokens are not to be had here. */
	static TestWay of(ApplicationRecord application) {
		RedirectUris uris = application.redirectUris();
		SignInKind likeliest = SignInKinds.of(application, !application.certificates().isEmpty(), false)
			.stream()
			.findFirst()
			.orElse(SignInKind.APP_WITH_SECRET);
		return switch (likeliest) {
			case APP_WITH_SECRET, APP_WITH_FEDERATION -> new TestWay("SECRET", "");
			case APP_WITH_CERTIFICATE -> new TestWay("CERTIFICATE", "");
			case WEB_WITH_SECRET, WEB_WITH_CERTIFICATE -> new TestWay("WEB", first(uris.web()));
			case SINGLE_PAGE -> new TestWay("SINGLE_PAGE", first(uris.singlePage()));
			case DESKTOP -> new TestWay("INSTALLED", first(uris.publicClient()));
			case DEVICE_CODE -> new TestWay("DEVICE", "");
		};
	}

	private static String first(List<String> uris) {
		return uris.stream().findFirst().orElse("");
	}

}
