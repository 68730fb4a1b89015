package health.admit.portal.azure;

import java.util.UUID;

/**
 * A subscription.
 *
 * @param name hostile input when shown
 */
public record Subscription(UUID id, String name) {
}
