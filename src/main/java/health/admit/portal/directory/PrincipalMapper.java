package health.admit.portal.directory;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import com.microsoft.graph.models.AppRole;
import com.microsoft.graph.models.AppRoleAssignment;
import com.microsoft.graph.models.DirectoryObject;
import com.microsoft.graph.models.Group;
import com.microsoft.graph.models.OAuth2PermissionGrant;
import com.microsoft.graph.models.PermissionScope;
import com.microsoft.graph.models.ServicePrincipal;
import com.microsoft.graph.models.User;
import org.jspecify.annotations.Nullable;

/**
 * Service principals, people and what they were granted, from and to the SDK.
 */
final class PrincipalMapper {

	static final String[] RECORD = { "id", "appId", "displayName", "servicePrincipalNames" };

	static final String[] API = { "id", "appId", "displayName", "servicePrincipalNames", "oauth2PermissionScopes",
			"appRoles" };

	static final String[] GRANT = { "id", "clientId", "consentType", "resourceId", "scope" };

	static final String[] ASSIGNMENT = { "id", "principalId", "resourceId", "appRoleId" };

	static final String[] OWNER = { "id", "displayName", "userPrincipalName", "accountEnabled", "userType", "mail" };

	/** All that {@code User.ReadBasic.All} shows. */
	static final String[] PERSON = { "id", "displayName", "userPrincipalName" };

	static final String[] GROUP = { "id", "displayName" };

	/** Consent for everyone in the tenant. */
	static final String EVERYONE = "AllPrincipals";

	private PrincipalMapper() {
	}

	static ServicePrincipalRecord record(@Nullable ServicePrincipal answer) {
		ServicePrincipal principal = MalformedAnswer.require(answer, "body");
		return new ServicePrincipalRecord(Fields.id(principal.getId(), "id"), Fields.id(principal.getAppId(), "appId"),
				Fields.text(principal.getDisplayName()), Fields.texts(principal.getServicePrincipalNames()));
	}

	static ResourceApi api(@Nullable ServicePrincipal answer) {
		ServicePrincipalRecord record = record(answer);
		ServicePrincipal principal = MalformedAnswer.require(answer, "body");
		return new ResourceApi(record.objectId(), record.appId(), record.displayName(), record.names(),
				Fields.list(principal.getOauth2PermissionScopes(), (scope) -> scope)
					.stream()
					.filter((scope) -> isOnOffer(scope.getIsEnabled(), scope.getId(), scope.getValue()))
					.map(PrincipalMapper::scope)
					.toList(),
				Fields.list(principal.getAppRoles(), (role) -> role)
					.stream()
					.filter((role) -> isOnOffer(role.getIsEnabled(), role.getId(), role.getValue()))
					.filter((role) -> Fields.texts(role.getAllowedMemberTypes()).contains("Application"))
					.map(PrincipalMapper::role)
					.toList());
	}

	private static boolean isOnOffer(@Nullable Boolean enabled, @Nullable UUID id, @Nullable String value) {
		return Boolean.TRUE.equals(enabled) && id != null && value != null && !value.isBlank();
	}

	private static DelegatedPermission scope(PermissionScope scope) {
		return new DelegatedPermission(MalformedAnswer.require(scope.getId(), "scope id"),
				Fields.text(scope.getValue()), scope.getAdminConsentDisplayName(), scope.getAdminConsentDescription(),
				!"User".equals(scope.getType()));
	}

	private static ApplicationPermission role(AppRole role) {
		return new ApplicationPermission(MalformedAnswer.require(role.getId(), "role id"), Fields.text(role.getValue()),
				role.getDisplayName(), role.getDescription());
	}

	static ConsentGrant grant(@Nullable OAuth2PermissionGrant answer) {
		OAuth2PermissionGrant grant = MalformedAnswer.require(answer, "body");
		return new ConsentGrant(MalformedAnswer.require(grant.getId(), "id"),
				Fields.id(grant.getClientId(), "clientId"), Fields.id(grant.getResourceId(), "resourceId"),
				words(grant.getScope()));
	}

	private static List<String> words(@Nullable String scope) {
		return Arrays.stream(Fields.text(scope).split(" ")).filter((word) -> !word.isEmpty()).toList();
	}

	static OAuth2PermissionGrant tenantWideGrant(UUID client, UUID resource, List<String> scopes) {
		OAuth2PermissionGrant body = grantedScopes(scopes);
		body.setClientId(client.toString());
		body.setConsentType(EVERYONE);
		body.setResourceId(resource.toString());
		return body;
	}

	static OAuth2PermissionGrant grantedScopes(List<String> scopes) {
		OAuth2PermissionGrant body = new OAuth2PermissionGrant();
		body.setScope(String.join(" ", scopes));
		return body;
	}

	static AppRoleGrant assignment(@Nullable AppRoleAssignment answer) {
		AppRoleAssignment assignment = MalformedAnswer.require(answer, "body");
		return new AppRoleGrant(MalformedAnswer.require(assignment.getId(), "id"),
				MalformedAnswer.require(assignment.getPrincipalId(), "principalId"),
				MalformedAnswer.require(assignment.getResourceId(), "resourceId"),
				MalformedAnswer.require(assignment.getAppRoleId(), "appRoleId"));
	}

	static AppRoleAssignment assignment(UUID client, UUID resource, UUID appRole) {
		AppRoleAssignment body = new AppRoleAssignment();
		body.setPrincipalId(client);
		body.setResourceId(resource);
		body.setAppRoleId(appRole);
		return body;
	}

	/**
	 * An owner: a user, or a service principal, which has no user name.
	 */
	static DirectoryPerson person(DirectoryObject object) {
		UUID id = Fields.id(object.getId(), "id");
		if (object instanceof User user) {
			return new DirectoryPerson(id, Fields.text(user.getDisplayName()), user.getUserPrincipalName(),
					user.getAccountEnabled(), isGuest(user), user.getMail());
		}
		if (object instanceof ServicePrincipal principal) {
			return new DirectoryPerson(id, Fields.text(principal.getDisplayName()), null, principal.getAccountEnabled(),
					false);
		}
		return new DirectoryPerson(id, "", null, null, false);
	}

	static DirectoryGroup group(Group group) {
		return new DirectoryGroup(Fields.id(group.getId(), "id"), Fields.text(group.getDisplayName()));
	}

	private static boolean isGuest(User user) {
		String name = Fields.text(user.getUserPrincipalName()).toUpperCase(Locale.ROOT);
		return "Guest".equals(user.getUserType()) || name.contains("#EXT#");
	}

}
