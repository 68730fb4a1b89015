package health.admit.portal.directory;

import java.util.List;

import com.microsoft.graph.models.ApiApplication;
import com.microsoft.graph.models.Application;
import com.microsoft.graph.models.KeyCredential;
import com.microsoft.graph.models.PublicClientApplication;
import com.microsoft.graph.models.SpaApplication;
import com.microsoft.graph.models.WebApplication;

/**
 * The body of a new application. A fresh object each time: the SDK sends an object only
 * once, the second time it sends {@code {}}.
 */
final class NewApplicationMapper {

	private NewApplicationMapper() {
	}

	static Application body(NewApplication application) {
		Application body = new Application();
		body.setDisplayName(application.displayName());
		body.setSignInAudience(application.signInAudience());
		if (application.description() != null) {
			body.setDescription(application.description());
		}
		if (application.notes() != null) {
			body.setNotes(application.notes());
		}
		if (application.serviceManagementReference() != null) {
			body.setServiceManagementReference(application.serviceManagementReference());
		}
		redirectUris(body, application.redirectUris());
		body.setIsFallbackPublicClient(application.fallbackPublicClient());
		body.setRequiredResourceAccess(
				Fields.list(application.requiredApis(), ApplicationMapper::requiredResourceAccess));
		if (!application.certificates().isEmpty()) {
			body.setKeyCredentials(Fields.list(application.certificates(), CredentialMapper::keyCredential));
		}
		body.setTags(List.copyOf(application.tags()));
		if (admitsPersonalAccounts(application)) {
			body.setApi(versionTwoTokens());
		}
		return body;
	}

	static Application certificates(List<CertificateKey> certificates) {
		List<KeyCredential> credentials = Fields.list(certificates, CredentialMapper::keyCredential);
		Application body = new Application();
		body.setKeyCredentials(credentials);
		return body;
	}

	private static void redirectUris(Application body, RedirectUris uris) {
		WebApplication web = new WebApplication();
		web.setRedirectUris(List.copyOf(uris.web()));
		body.setWeb(web);
		SpaApplication singlePage = new SpaApplication();
		singlePage.setRedirectUris(List.copyOf(uris.singlePage()));
		body.setSpa(singlePage);
		PublicClientApplication publicClient = new PublicClientApplication();
		publicClient.setRedirectUris(List.copyOf(uris.publicClient()));
		body.setPublicClient(publicClient);
	}

	private static boolean admitsPersonalAccounts(NewApplication application) {
		return application.signInAudience().contains("Personal");
	}

	/**
	 * Graph refuses personal accounts with version 1 tokens.
	 */
	private static ApiApplication versionTwoTokens() {
		ApiApplication api = new ApiApplication();
		api.setRequestedAccessTokenVersion(2);
		return api;
	}

}
