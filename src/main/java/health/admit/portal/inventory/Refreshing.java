package health.admit.portal.inventory;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

import health.admit.portal.signin.Delegation;

/**
 * Keeps the index near the tenant. Nothing here waits for Graph: work is done in the
 * background and shows in {@link Inventory#freshness}.
 */
public interface Refreshing {

	/**
	 * Reads what is due, with this operator's tokens: everything when there is nothing
	 * yet or the last full pass is older than a day, what changed when the last look is
	 * older than some minutes. Does nothing while a reading is under way.
	 */
	void ifDue(Delegation delegation);

	/** Reads what changed, or everything where that is due, without waiting. */
	void now(Delegation delegation);

	/** Reads everything. */
	void everything(Delegation delegation);

	/**
	 * Reads owners that are unknown or old of the objects on a page, as somebody looks at
	 * it.
	 * @return how many of them are still to be read
	 */
	int ownersOf(Delegation delegation, Collection<UUID> objectIds);

	/**
	 * Reads owners that are unknown or old of all objects in a list that is chosen by
	 * owners: it is not whole before they are known.
	 * @param filter the list, whatever owners it names
	 * @return how many objects are still to be read, also while they cannot be; 0 when
	 * all owners are known
	 */
	int owners(Delegation delegation, CredentialFilter filter);

	/**
	 * Reads owners of applications, 1,000 each time, also of those without credentials:
	 * without them nobody knows which applications nobody owns.
	 * @return how many of these are still to be read
	 */
	int ownersByName(Delegation delegation);

	/**
	 * Why owners cannot be read with this operator's tokens for now. Ask after
	 * {@link #owners}, which tries again a minute later: until then there is nothing to
	 * wait for. Owners whose names this operator may not see are no trouble, they come
	 * without names, as {@link OwnerState#UNTOLD}.
	 */
	Optional<Freshness.Trouble> ownersTrouble(Delegation delegation);

	/**
	 * Reads the last use of all credentials from Entra's report, which needs a licence, a
	 * role and a scope of its own.
	 */
	void lastUse(Delegation delegation);

}
