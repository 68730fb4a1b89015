package health.admit.portal.directory;

import java.util.List;
import java.util.UUID;

/**
 * The permissions of one API that an application asks for. Asking grants nothing.
 *
 * @param scopes ids of delegated permissions
 * @param appRoles ids of application permissions
 */
public record RequiredApi(UUID resourceAppId, List<UUID> scopes, List<UUID> appRoles) {
}
