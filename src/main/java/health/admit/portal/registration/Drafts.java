package health.admit.portal.registration;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import health.admit.portal.operation.OperationId;
import health.admit.portal.signin.Operator;

/**
 * The registrations that an operator has begun.
 */
interface Drafts {

	Draft begin(Operator operator);

	/** A draft of this operator; another operator's draft is not there. */
	Optional<Draft> find(Operator operator, UUID id);

	/** Drafts of this operator that were not confirmed yet, last changed first. */
	List<Draft> of(Operator operator);

	/**
	 * Keeps a new content.
	 * @param version the version the change was made on
	 * @throws DraftChangedElsewhere when another tab saved in between
	 */
	Draft save(Operator operator, UUID id, int version, DraftContent content);

	/**
	 * Puts a content aside that was made on an older version, until the admin has chosen
	 * between the two.
	 */
	void putAside(Operator operator, UUID id, DraftContent content);

	/** The content that was put aside last. */
	Optional<DraftContent> putAside(Operator operator, UUID id);

	/**
	 * Notes that an operation carries the draft out; from now on it cannot be changed,
	 * and its pages lead to the operation until the draft is purged.
	 * @throws DraftChangedElsewhere when another tab saved in between
	 */
	void confirm(Operator operator, UUID id, int version, OperationId operation);

	void discard(Operator operator, UUID id);

}
