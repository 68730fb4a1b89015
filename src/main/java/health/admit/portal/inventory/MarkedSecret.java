package health.admit.portal.inventory;

import java.util.UUID;

/**
 * A secret whose name says that an operation of a portal made it. Whoever may change an
 * application can write such a name.
 *
 * @param operation the operation it names
 */
public record MarkedSecret(CredentialKey key, UUID operation) {
}
