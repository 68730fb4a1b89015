package health.admit.portal.inventory;

import java.util.UUID;

/**
 * The right to read one tenant into the index. A newer one has a higher fence, and
 * nothing is taken from an older one.
 */
record Hold(UUID tenant, UUID node, long fence) {
}
