package health.admit.portal.registration;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import health.admit.portal.signin.Operator;

/**
 * The registrations that an operator has begun.
 */
interface Drafts {

	Draft begin(Operator operator);

	/** A draft of this operator; another operator's draft is not there. */
	Optional<Draft> find(Operator operator, UUID id);

	/** Drafts of this operator, last changed first. */
	List<Draft> of(Operator operator);

	/**
	 * Keeps a new content.
	 * @param version the version the change was made on
	 * @throws DraftChangedElsewhere when another tab saved in between
	 */
	Draft save(Operator operator, UUID id, int version, DraftContent content);

	void discard(Operator operator, UUID id);

}
