package health.admit.portal.inventory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * An index in memory, for tests of what asks it.
 */
public class FakeInventory implements Inventory {

	private final Map<CredentialKey, CredentialRow> rows = new HashMap<>();

	private final Map<UUID, List<Owner>> owners = new HashMap<>();

	private Freshness freshness = IndexState.of(Completeness.COMPLETE, 2, 3, Instant.parse("2026-11-23T06:00:00Z"),
			null, null);

	public FakeInventory state(Completeness completeness, Instant asOf) {
		this.freshness = IndexState.of(completeness, 2, 3, asOf, null, null);
		return this;
	}

	public FakeInventory state(Freshness state) {
		this.freshness = state;
		return this;
	}

	public FakeInventory put(CredentialRow row) {
		this.rows.put(row.key(), row);
		return this;
	}

	public FakeInventory owners(UUID objectId, Owner... found) {
		this.owners.put(objectId, List.of(found));
		return this;
	}

	public void clear() {
		this.rows.clear();
		this.owners.clear();
		state(Completeness.COMPLETE, Instant.parse("2026-11-23T06:00:00Z"));
	}

	/** A secret that nobody has dealt with. */
	public static CredentialRow secret(String name, Instant ends, Instant now) {
		return new CredentialRow(new CredentialKey(UUID.randomUUID(), UUID.randomUUID()), Source.APPLICATION,
				UUID.randomUUID(), name, CredentialKind.SECRET, name, "abc", null, ends.minusSeconds(86_400_000), ends,
				Band.of(ends, now), false, false, OwnerState.GOOD, WorkState.OPEN, null);
	}

	/** Another credential, of an object with other owners. */
	public static CredentialRow ownedBy(CredentialRow row, OwnerState owners) {
		return new CredentialRow(new CredentialKey(UUID.randomUUID(), UUID.randomUUID()), row.source(), row.appId(),
				row.name(), row.kind(), row.description(), row.hint(), row.thumbprint(), row.starts(), row.ends(),
				row.band(), row.covered(), row.tooLong(), owners, row.work(), row.lastUsed());
	}

	public static CredentialRow with(CredentialRow row, boolean covered, WorkState work) {
		return new CredentialRow(row.key(), row.source(), row.appId(), row.name(), row.kind(), row.description(),
				row.hint(), row.thumbprint(), row.starts(), row.ends(), row.band(), covered, row.tooLong(),
				row.owners(), work, row.lastUsed());
	}

	@Override
	public Freshness freshness(UUID tenant) {
		return this.freshness;
	}

	@Override
	public CredentialPage page(UUID tenant, CredentialFilter filter, Sorting sorting, Slice slice) {
		List<CredentialRow> all = found(filter).toList();
		int from = (slice.from() != null && slice.from().matches("[0-9]+")) ? Integer.parseInt(slice.from()) : 0;
		int to = Math.min(all.size(), from + slice.size());
		return new CredentialPage(all.subList(Math.min(from, to), to), (to < all.size()) ? String.valueOf(to) : null,
				null);
	}

	@Override
	public boolean isPlace(Sorting sorting, String text) {
		return text.matches("[0-9]+");
	}

	@Override
	public BandCounts counts(UUID tenant, CredentialFilter filter) {
		Map<Band, Long> counts = new EnumMap<>(Band.class);
		for (Band band : Band.values()) {
			counts.put(band, found(filter.anyBand()).filter((row) -> row.band() == band).count());
		}
		return new BandCounts(counts, 0);
	}

	@Override
	public List<MonthCount> months(UUID tenant, CredentialFilter filter) {
		return List.of();
	}

	@Override
	public void each(UUID tenant, CredentialFilter filter, Sorting sorting, Consumer<CredentialRow> row) {
		found(filter).toList().forEach(row);
	}

	@Override
	public Optional<CredentialRow> credential(UUID tenant, CredentialKey key) {
		return Optional.ofNullable(this.rows.get(key));
	}

	@Override
	public List<CredentialRow> credentials(UUID tenant, List<CredentialKey> keys) {
		return keys.stream().filter(this.rows::containsKey).map(this.rows::get).toList();
	}

	@Override
	public List<CredentialRow> credentialsOf(UUID tenant, UUID objectId) {
		return found(CredentialFilter.ALL).filter((row) -> row.key().objectId().equals(objectId)).toList();
	}

	@Override
	public Optional<IndexedApplication> application(UUID tenant, UUID objectId) {
		return credentialsOf(tenant, objectId).stream()
			.findFirst()
			.map((row) -> new IndexedApplication(objectId, row.source(), row.appId(), row.name(), null, row.owners(),
					null, 1));
	}

	@Override
	public Map<UUID, List<Owner>> owners(UUID tenant, Collection<UUID> objectIds) {
		Map<UUID, List<Owner>> found = new HashMap<>(this.owners);
		found.keySet().retainAll(new ArrayList<>(objectIds));
		return found;
	}

	@Override
	public ApplicationPage applicationsWithoutOwner(UUID tenant, Slice slice) {
		throw new UnsupportedOperationException();
	}

	@Override
	public long countOwned(UUID tenant, OwnerState owners) {
		throw new UnsupportedOperationException();
	}

	@Override
	public ApplicationPage applicationsWithManySecrets(UUID tenant, Slice slice) {
		throw new UnsupportedOperationException();
	}

	@Override
	public long countWithManySecrets(UUID tenant) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Optional<CredentialPage> unused(UUID tenant, Instant before, Slice slice) {
		throw new UnsupportedOperationException();
	}

	@Override
	public boolean mark(UUID tenant, CredentialKey key, WorkState work) {
		return this.rows.computeIfPresent(key, (same, row) -> with(row, row.covered(), work)) != null;
	}

	private Stream<CredentialRow> found(CredentialFilter filter) {
		Comparator<CredentialRow> order = Comparator
			.comparing(CredentialRow::ends, Comparator.nullsLast(Comparator.naturalOrder()))
			.thenComparing((row) -> row.key().keyId());
		return this.rows.values()
			.stream()
			.filter((row) -> filter.bands().isEmpty() || filter.bands().contains(row.band()))
			.filter((row) -> new Facet(row.kind(), row.source(), row.covered(), row.tooLong(), row.owners(), row.work())
				.fits(filter))
			.sorted(order);
	}

}
