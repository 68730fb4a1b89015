package health.admit.portal.inventory;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The index, to be asked. Nothing here calls Graph.
 */
public interface Inventory {

	/** How complete the index of this tenant is. */
	Freshness freshness(UUID tenant);

	/** One page of a list. */
	CredentialPage page(UUID tenant, CredentialFilter filter, Sorting sorting, Slice slice);

	/**
	 * Whether a text is a place in lists of this order, such as
	 * {@link CredentialPage#next()} gives.
	 */
	boolean isPlace(Sorting sorting, String text);

	/**
	 * Counts per band under the filter, whatever bands it names.
	 */
	BandCounts counts(UUID tenant, CredentialFilter filter);

	/**
	 * How many credentials a list that is chosen by owners may lack, because nobody knows
	 * their owners or could tell who of them can be asked. 0 for other lists.
	 */
	default long undecided(UUID tenant, CredentialFilter filter) {
		return lacked(tenant, filter, Set.of(OwnerState.UNKNOWN, OwnerState.UNTOLD));
	}

	/**
	 * Those of {@link #undecided} whose owners were read, but could not be told.
	 */
	default long untold(UUID tenant, CredentialFilter filter) {
		return lacked(tenant, filter, Set.of(OwnerState.UNTOLD));
	}

	/** What is called unknown is what nobody has read: such a list lacks nothing. */
	private long lacked(UUID tenant, CredentialFilter filter, Set<OwnerState> states) {
		Set<OwnerState> left = new HashSet<>(states);
		left.removeAll(filter.owners());
		if (left.isEmpty() || filter.owners().isEmpty() || filter.owners().equals(Set.of(OwnerState.UNKNOWN))) {
			return 0;
		}
		return counts(tenant, filter.ownedBy(left)).in(filter.bands());
	}

	/**
	 * Counts per month of the end under the filter, in order, without those that have no
	 * end; months without an end are left out.
	 */
	List<MonthCount> months(UUID tenant, CredentialFilter filter);

	/**
	 * Hands over every row in order, a few at a time, whatever their number.
	 */
	void each(UUID tenant, CredentialFilter filter, Sorting sorting, Consumer<CredentialRow> row);

	/** One credential, unless it is gone. */
	Optional<CredentialRow> credential(UUID tenant, CredentialKey key);

	/** Those of the credentials that are not gone, in the order of their keys. */
	List<CredentialRow> credentials(UUID tenant, List<CredentialKey> keys);

	/** All credentials of an object, in order of their ends. */
	List<CredentialRow> credentialsOf(UUID tenant, UUID objectId);

	/** One application object or service principal, unless it is gone. */
	Optional<IndexedApplication> application(UUID tenant, UUID objectId);

	/** Owners as last read, by object; objects that were never looked at are missing. */
	Map<UUID, List<Owner>> owners(UUID tenant, Collection<UUID> objectIds);

	/** Applications that nobody owns, by name. */
	ApplicationPage applicationsWithoutOwner(UUID tenant, Slice slice);

	/**
	 * How many applications have such owners, whether or not they have credentials.
	 */
	long countOwned(UUID tenant, OwnerState owners);

	/** Applications with more than two live secrets, most secrets first. */
	ApplicationPage applicationsWithManySecrets(UUID tenant, Slice slice);

	/** How many applications have more than two live secrets. */
	long countWithManySecrets(UUID tenant);

	/**
	 * Credentials that have not expired and were not used since a moment although they
	 * were there, those never used first. The page leads forward only.
	 * @return empty when Entra's report on their use has never been read
	 */
	Optional<CredentialPage> unused(UUID tenant, Instant before, Slice slice);

	/**
	 * Writes what the help desk does about a credential, so that lists can be filtered by
	 * it.
	 * @return whether the credential is there
	 */
	boolean mark(UUID tenant, CredentialKey key, WorkState work);

}
