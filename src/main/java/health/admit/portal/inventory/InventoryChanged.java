package health.admit.portal.inventory;

import java.time.Instant;
import java.util.UUID;

/**
 * A reading of the tenant has ended, with or without success, and the index may have
 * changed.
 */
public record InventoryChanged(UUID tenant, Completeness completeness, Instant at) {
}
