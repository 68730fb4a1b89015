package health.admit.portal.applications;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import health.admit.portal.directory.ApplicationRecord;
import health.admit.portal.directory.RedirectUris;
import org.jspecify.annotations.Nullable;

/**
 * The page of an application.
 *
 * @param name hostile input, like every text here that comes from the directory
 * @param nameWarnings message keys
 * @param own whether it is the portal's own registration
 * @param principalObjectId null where the application has no service principal
 * @param accountTypes message key
 * @param accountTypesAsWritten the value in Graph
 * @param publicClient message key
 * @param namesHidden whether owners are known by id only
 * @param credentialsBlade address of its credentials in the Entra admin centre
 * @param test how the connection test is to begin
 */
record ApplicationView(String name, List<String> nameWarnings, boolean own, UUID appId, UUID objectId,
		@Nullable UUID principalObjectId, @Nullable Instant createdAt, String description, String notes,
		String serviceManagementReference, String accountTypes, String accountTypesAsWritten, List<Platform> platforms,
		String publicClient, List<OwnerView> owners, boolean namesHidden, List<CredentialView> credentials,
		List<RequestedApiView> apis, String credentialsBlade, TestWay test) {

	private static final Set<String> ACCOUNT_TYPES = Set.of("AzureADMyOrg", "AzureADMultipleOrgs",
			"AzureADandPersonalMicrosoftAccount", "PersonalMicrosoftAccount");

	static ApplicationView of(ApplicationOverview overview, boolean own, String credentialsBlade, Instant now) {
		ApplicationRecord application = overview.application();
		List<OwnerView> owners = overview.owners().stream().map(OwnerView::of).toList();
		return new ApplicationView(Excerpt.of(application.displayName(), Excerpt.NAME),
				NameCheck.warnings(application.displayName()).stream().map(NameWarning::key).toList(), own,
				application.appId(), application.objectId(),
				overview.principal().map((principal) -> principal.objectId()).orElse(null), application.createdAt(),
				Excerpt.of(application.description(), Excerpt.TEXT), Excerpt.of(application.notes(), Excerpt.TEXT),
				Excerpt.of(application.serviceManagementReference(), Excerpt.NAME), accountTypes(application),
				Excerpt.of(application.signInAudience(), Excerpt.NAME), platforms(application.redirectUris()),
				"applications.publicClient." + Boolean.TRUE.equals(application.fallbackPublicClient()), owners,
				owners.stream().anyMatch((owner) -> owner.name().isEmpty()),
				CredentialView.of(application, overview.federatedCredentials(), now),
				application.requiredApis()
					.stream()
					.map((required) -> RequestedApiView.of(required, overview.apis().get(required.resourceAppId())))
					.toList(),
				credentialsBlade, TestWay.of(application));
	}

	private static String accountTypes(ApplicationRecord application) {
		String value = application.signInAudience();
		return "applications.accountTypes." + (ACCOUNT_TYPES.contains(value) ? value : "other");
	}

	private static List<Platform> platforms(RedirectUris uris) {
		return List
			.of(new Platform("applications.platform.web", excerpts(uris.web())),
					new Platform("applications.platform.singlePage", excerpts(uris.singlePage())),
					new Platform("applications.platform.publicClient", excerpts(uris.publicClient())))
			.stream()
			.filter((platform) -> !platform.uris().isEmpty())
			.toList();
	}

	private static List<String> excerpts(List<String> uris) {
		return uris.stream().map((uri) -> Excerpt.of(uri, Excerpt.TEXT)).toList();
	}

	/**
	 * A platform with its redirect URIs.
	 *
	 * @param name message key
	 */
	record Platform(String name, List<String> uris) {
	}

}
