package health.admit.portal.registration;

import java.time.Instant;
import java.util.UUID;

import health.admit.portal.operation.OperationId;
import org.jspecify.annotations.Nullable;

/**
 * A registration in the making, owned by one operator.
 *
 * @param version counts the saves; a save of an older version is refused
 * @param operation the operation that carries it out, once it was confirmed
 */
record Draft(UUID id, UUID tenant, UUID owner, int version, DraftContent content, @Nullable OperationId operation,
		Instant createdAt, Instant changedAt) {

	/**
	 * Path of a page of the wizard for this draft.
	 */
	String path(WizardStep step) {
		return "/registrations/" + this.id + "/" + step.path();
	}

}
