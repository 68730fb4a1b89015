package health.admit.portal.directory;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import com.microsoft.graph.models.Application;
import com.microsoft.graph.models.PublicClientApplication;
import com.microsoft.graph.models.RequiredResourceAccess;
import com.microsoft.graph.models.ResourceAccess;
import com.microsoft.graph.models.SpaApplication;
import com.microsoft.graph.models.WebApplication;
import org.jspecify.annotations.Nullable;

/**
 * Applications as they come from the SDK.
 */
final class ApplicationMapper {

	static final String[] SUMMARY = { "id", "appId", "displayName", "createdDateTime" };

	static final String[] RECORD = { "id", "appId", "displayName", "uniqueName", "signInAudience", "createdDateTime",
			"description", "notes", "serviceManagementReference", "web", "spa", "publicClient",
			"isFallbackPublicClient", "passwordCredentials", "keyCredentials", "requiredResourceAccess" };

	private static final String SCOPE = "Scope";

	private static final String ROLE = "Role";

	private ApplicationMapper() {
	}

	static ApplicationSummary summary(Application application) {
		return new ApplicationSummary(Fields.id(application.getId(), "id"), Fields.id(application.getAppId(), "appId"),
				Fields.text(application.getDisplayName()), Fields.instant(application.getCreatedDateTime()));
	}

	static ApplicationRecord record(@Nullable Application answer) {
		Application application = MalformedAnswer.require(answer, "body");
		return new ApplicationRecord(Fields.id(application.getId(), "id"), Fields.id(application.getAppId(), "appId"),
				Fields.text(application.getDisplayName()), application.getUniqueName(),
				Fields.text(application.getSignInAudience()), Fields.instant(application.getCreatedDateTime()),
				application.getDescription(), application.getNotes(), application.getServiceManagementReference(),
				redirectUris(application), application.getIsFallbackPublicClient(),
				Fields.list(application.getPasswordCredentials(), CredentialMapper::secret),
				Fields.list(application.getKeyCredentials(), CredentialMapper::certificate),
				Fields.list(application.getRequiredResourceAccess(), ApplicationMapper::requiredApi));
	}

	private static RedirectUris redirectUris(Application application) {
		WebApplication web = application.getWeb();
		SpaApplication singlePage = application.getSpa();
		PublicClientApplication publicClient = application.getPublicClient();
		return new RedirectUris(Fields.texts((web != null) ? web.getRedirectUris() : null),
				Fields.texts((singlePage != null) ? singlePage.getRedirectUris() : null),
				Fields.texts((publicClient != null) ? publicClient.getRedirectUris() : null));
	}

	private static RequiredApi requiredApi(RequiredResourceAccess access) {
		return new RequiredApi(Fields.id(access.getResourceAppId(), "resourceAppId"),
				ids(access.getResourceAccess(), SCOPE), ids(access.getResourceAccess(), ROLE));
	}

	private static List<UUID> ids(@Nullable List<ResourceAccess> permissions, String type) {
		return Fields.list(permissions, (permission) -> permission)
			.stream()
			.filter((permission) -> type.equals(permission.getType()))
			.map(ResourceAccess::getId)
			.filter(Objects::nonNull)
			.toList();
	}

	static RequiredResourceAccess requiredResourceAccess(RequiredApi api) {
		RequiredResourceAccess access = new RequiredResourceAccess();
		access.setResourceAppId(api.resourceAppId().toString());
		access.setResourceAccess(
				Stream
					.concat(api.scopes().stream().map((id) -> resourceAccess(id, SCOPE)),
							api.appRoles().stream().map((id) -> resourceAccess(id, ROLE)))
					.toList());
		return access;
	}

	private static ResourceAccess resourceAccess(UUID id, String type) {
		ResourceAccess access = new ResourceAccess();
		access.setId(id);
		access.setType(type);
		return access;
	}

}
