package health.admit.portal.inventory;

import java.util.UUID;

/**
 * Which credential: an id of its own is only unique within the object that holds it.
 *
 * @param objectId of the application object or service principal
 */
public record CredentialKey(UUID objectId, UUID keyId) {
}
