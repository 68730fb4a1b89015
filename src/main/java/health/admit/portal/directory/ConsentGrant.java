package health.admit.portal.directory;

import java.util.List;
import java.util.UUID;

/**
 * A tenant-wide delegated grant.
 *
 * @param scopes the granted scope values
 */
public record ConsentGrant(String id, UUID clientPrincipal, UUID resourcePrincipal, List<String> scopes) {
}
