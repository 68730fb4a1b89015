package health.admit.portal.strays;

import health.admit.portal.inventory.MarkedSecret;
import health.admit.portal.operation.KnownOperation;
import org.jspecify.annotations.Nullable;

/**
 * A stray secret.
 *
 * @param why one that says that it is a stray
 * @param madeBy the operation that its marker names; null where the journal knows none
 * @param removal how far its removal is
 * @param removedBy the operation that was last asked to remove it; null for none
 */
record Stray(MarkedSecret secret, Judgement why, @Nullable KnownOperation madeBy, Removal removal,
		@Nullable KnownOperation removedBy) {
}
