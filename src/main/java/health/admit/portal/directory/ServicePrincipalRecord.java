package health.admit.portal.directory;

import java.util.List;
import java.util.UUID;

/**
 * An application's presence in this tenant.
 *
 * @param names app id and identifier URIs under which tokens can be asked for
 */
public record ServicePrincipalRecord(UUID objectId, UUID appId, String displayName, List<String> names) {
}
