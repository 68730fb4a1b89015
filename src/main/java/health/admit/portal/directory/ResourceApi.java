package health.admit.portal.directory;

import java.util.List;
import java.util.UUID;

/**
 * An API of this tenant with what a client may ask of it.
 */
public record ResourceApi(UUID objectId, UUID appId, String displayName, List<String> names,
		List<DelegatedPermission> scopes, List<ApplicationPermission> appRoles) {
}
