package health.admit.portal.operation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import health.admit.portal.signin.Delegation;

/**
 * The only way to write to the cloud. An operation is a durable plan whose steps are
 * journaled before they are sent; it survives crashes and sign-outs and never repeats a
 * write it cannot prove to be missing.
 */
public interface Operations {

	/**
	 * Records the operation and runs it in the background.
	 * @param id chosen by the caller, so that what belongs to the operation can be stored
	 * in the same transaction
	 * @param key idempotency key of the confirm form: the same key with the same plan
	 * gives the operation that is there already
	 * @param plan what to do
	 * @param delegation whose tokens to use
	 * @return the id of the operation that now exists for the key
	 * @throws PlanChanged when the key was used for another plan
	 */
	OperationId start(OperationId id, UUID key, Plan plan, Delegation delegation);

	/**
	 * Goes on with a parked or refused operation from the step it stopped at, with this
	 * operator's tokens. One that is under way, finished or undone is left alone.
	 * @throws java.util.NoSuchElementException when the operator's tenant has no such
	 * operation
	 */
	void resume(OperationId id, Delegation delegation);

	/**
	 * The operation that a form with this idempotency key has started.
	 */
	Optional<OperationId> startedWith(UUID tenant, UUID key);

	/**
	 * The state of an operation of this tenant.
	 */
	Optional<OperationState> find(UUID tenant, OperationId id);

	/**
	 * Operations of the tenant that still want attention, newest first: running, parked
	 * or refused.
	 */
	List<OperationState> open(UUID tenant);

}
