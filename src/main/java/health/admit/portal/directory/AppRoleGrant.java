package health.admit.portal.directory;

import java.util.UUID;

/**
 * An app role held by a client.
 */
public record AppRoleGrant(String id, UUID clientPrincipal, UUID resourcePrincipal, UUID appRole) {
}
