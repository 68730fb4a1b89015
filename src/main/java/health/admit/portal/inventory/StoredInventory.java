package health.admit.portal.inventory;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import org.springframework.stereotype.Component;

/**
 * The index as it is stored.
 */
@Component
class StoredInventory implements Inventory {

	private final Freshnesses freshnesses;

	private final CredentialLists lists;

	private final CredentialRows rows;

	private final Tallies tallies;

	private final IndexedApplications applications;

	private final ApplicationLists applicationLists;

	private final UnusedCredentials unused;

	private final CredentialMarks marks;

	StoredInventory(Freshnesses freshnesses, CredentialLists lists, CredentialRows rows, Tallies tallies,
			IndexedApplications applications, ApplicationLists applicationLists, UnusedCredentials unused,
			CredentialMarks marks) {
		this.freshnesses = freshnesses;
		this.lists = lists;
		this.rows = rows;
		this.tallies = tallies;
		this.applications = applications;
		this.applicationLists = applicationLists;
		this.unused = unused;
		this.marks = marks;
	}

	@Override
	public Freshness freshness(UUID tenant) {
		return this.freshnesses.of(tenant);
	}

	@Override
	public CredentialPage page(UUID tenant, CredentialFilter filter, Sorting sorting, Slice slice) {
		return this.lists.page(tenant, filter, sorting, slice);
	}

	@Override
	public boolean isPlace(Sorting sorting, String text) {
		return Position.read(text, Place.list(sorting)).map(ListOrder.of(sorting)::place).isPresent();
	}

	@Override
	public BandCounts counts(UUID tenant, CredentialFilter filter) {
		return this.tallies.counts(tenant, filter);
	}

	@Override
	public List<MonthCount> months(UUID tenant, CredentialFilter filter) {
		return this.tallies.under(tenant, filter.text()).months(filter);
	}

	@Override
	public void each(UUID tenant, CredentialFilter filter, Sorting sorting, Consumer<CredentialRow> row) {
		this.lists.each(tenant, filter, sorting, row);
	}

	@Override
	public Optional<CredentialRow> credential(UUID tenant, CredentialKey key) {
		return this.rows.of(tenant, List.of(key)).stream().findFirst();
	}

	@Override
	public List<CredentialRow> credentials(UUID tenant, List<CredentialKey> keys) {
		return this.rows.of(tenant, keys);
	}

	@Override
	public List<CredentialRow> credentialsOf(UUID tenant, UUID objectId) {
		return this.rows.of(tenant, objectId);
	}

	@Override
	public Optional<IndexedApplication> application(UUID tenant, UUID objectId) {
		return this.applications.find(tenant, objectId);
	}

	@Override
	public Map<UUID, List<Owner>> owners(UUID tenant, Collection<UUID> objectIds) {
		return this.applications.owners(tenant, objectIds);
	}

	@Override
	public ApplicationPage applicationsWithoutOwner(UUID tenant, Slice slice) {
		return this.applicationLists.withoutOwner(tenant, slice);
	}

	@Override
	public long countOwned(UUID tenant, OwnerState owners) {
		return this.applicationLists.countOwned(tenant, owners);
	}

	@Override
	public ApplicationPage applicationsWithManySecrets(UUID tenant, Slice slice) {
		return this.applicationLists.withManySecrets(tenant, slice);
	}

	@Override
	public long countWithManySecrets(UUID tenant) {
		return this.applicationLists.countWithManySecrets(tenant);
	}

	@Override
	public Optional<CredentialPage> unused(UUID tenant, Instant before, Slice slice) {
		return this.unused.page(tenant, before, slice);
	}

	@Override
	public boolean mark(UUID tenant, CredentialKey key, WorkState work) {
		return this.marks.mark(tenant, key, work);
	}

}
