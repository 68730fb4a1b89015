package health.admit.portal.operation;

import java.util.UUID;

/**
 * The right to carry on one operation. A newer lease has a higher fence, and the journal
 * takes no word from an older one.
 *
 * @param operation the operation
 * @param node who holds it
 * @param fence number of this lease among those of the operation
 */
record Lease(OperationId operation, UUID node, long fence) {
}
