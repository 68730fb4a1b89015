package health.admit.portal.inventory;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import health.admit.support.Database;
import health.admit.support.OnEachDatabase;
import health.admit.support.TestDatabase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@OnEachDatabase
class OwnersDueTests {

	private static final CredentialFilter NOBODY_OWNS = CredentialFilter.ALL.ownedBy(Set.of(OwnerState.NONE));

	private final IndexWorld world;

	private final IndexFixture fixture;

	private final OwnerStore store;

	private final OwnersDue due;

	OwnersDueTests(Database kind) {
		TestDatabase database = kind.fresh();
		this.world = new IndexWorld(database);
		this.fixture = new IndexFixture(database, this.world.tenant, this.world.time.instant(), 7);
		this.store = new OwnerStore(this.world.jdbc, this.world.holds, this.world.index);
		ListParts index = ListParts.of(database);
		this.due = new OwnersDue(new FakeInventory() {

			@Override
			public CredentialPage page(UUID tenant, CredentialFilter filter, Sorting sorting, Slice slice) {
				return index.lists().page(tenant, filter, sorting, slice);
			}

		}, this.world.jdbc, IndexWorld.SETTINGS, this.world.time);
	}

	@Test
	void everyObjectOfAListIsReachedHoweverManyCannotBeTold() {
		this.fixture.fill(9000);
		Set<UUID> unread = listed(OwnerState.UNKNOWN);
		Set<UUID> untold = listed(OwnerState.UNTOLD);

		assertThat(readAll(() -> list(false), false)).containsExactlyInAnyOrderElementsOf(unread);

		assertThat(list(false)).as("for somebody who sees no more").isEmpty();
		untold.addAll(unread);
		assertThat(readAll(() -> list(true), true)).as("for somebody who may read people")
			.containsExactlyInAnyOrderElementsOf(untold);
		assertThat(list(true)).isEmpty();
	}

	@Test
	void ofAnObjectWhatCannotBeToldIsReadAgainByWhoMayReadPeople() {
		this.fixture.fill(50);
		UUID id = listed(OwnerState.UNKNOWN).iterator().next();
		assertThat(this.due.of(this.world.tenant, List.of(id), false)).containsOnlyKeys(id);
		untold(List.of(id), false);
		assertThat(this.due.of(this.world.tenant, List.of(id), false)).isEmpty();
		assertThat(this.due.of(this.world.tenant, List.of(id), true)).containsOnlyKeys(id);
		untold(List.of(id), true);
		assertThat(this.due.of(this.world.tenant, List.of(id), true)).isEmpty();
		this.world.time.pass(IndexWorld.SETTINGS.ownersAfter().plusSeconds(1));
		assertThat(this.due.of(this.world.tenant, List.of(id), false)).containsOnlyKeys(id);
	}

	@Test
	void byNameObjectsWithoutCredentialsAreReachedAsWell() {
		this.fixture.fill(5000);
		Set<UUID> unread = all(OwnerState.UNKNOWN);
		assertThat(unread).hasSizeGreaterThan(OwnersDue.MOST).isNotEqualTo(listed(OwnerState.UNKNOWN));
		assertThat(readAll(() -> this.due.byName(this.world.tenant, false), false))
			.containsExactlyInAnyOrderElementsOf(unread);
		this.world.time.pass(IndexWorld.SETTINGS.ownersAfter().plusSeconds(1));
		assertThat(this.due.byName(this.world.tenant, false).keySet())
			.containsExactlyInAnyOrderElementsOf(all(OwnerState.NONE));
		assertThat(this.due.byName(this.world.tenant, true)).hasSize(OwnersDue.MOST);
	}

	private Map<UUID, Source> list(boolean people) {
		return this.due.of(this.world.tenant, NOBODY_OWNS, people);
	}

	/** Nothing can be told of any of them. */
	private Set<UUID> readAll(Supplier<Map<UUID, Source>> ask, boolean people) {
		Set<UUID> read = new HashSet<>();
		Map<UUID, Source> objects = ask.get();
		while (!objects.isEmpty()) {
			assertThat(objects).hasSizeLessThanOrEqualTo(OwnersDue.MOST);
			assertThat(objects.keySet()).noneMatch(read::contains);
			read.addAll(objects.keySet());
			untold(objects.keySet(), people);
			objects = ask.get();
		}
		return read;
	}

	private void untold(Collection<UUID> ids, boolean people) {
		this.store.write(this.world.tenant, ids.stream()
			.collect(Collectors.toMap(Function.identity(), (id) -> Ownership.untold(List.of(), OwnerState.UNKNOWN))),
				people);
	}

	private Set<UUID> listed(OwnerState state) {
		return this.fixture.entries()
			.stream()
			.map(IndexFixture.Entry::row)
			.filter((row) -> row.owners() == state)
			.map((row) -> row.key().objectId())
			.collect(Collectors.toSet());
	}

	private Set<UUID> all(OwnerState state) {
		return this.fixture.applications()
			.stream()
			.filter((application) -> application.owners() == state)
			.map(IndexedApplication::objectId)
			.collect(Collectors.toSet());
	}

}
