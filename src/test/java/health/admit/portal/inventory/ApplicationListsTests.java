package health.admit.portal.inventory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

import health.admit.support.Database;
import health.admit.support.OnEachDatabase;
import health.admit.support.TestDatabase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@OnEachDatabase
class ApplicationListsTests {

	private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");

	private static final UUID TENANT = new UUID(1, 1);

	private static final Comparator<IndexedApplication> BY_NAME = Comparator.comparing(ApplicationListsTests::nameKey)
		.thenComparing((application) -> application.objectId().toString());

	private final long seed = new Random().nextLong();

	private final TestDatabase database;

	private final IndexFixture fixture;

	private final ApplicationLists lists;

	ApplicationListsTests(Database kind) {
		this.database = kind.fresh();
		System.out.println("seed " + this.seed);
		this.fixture = new IndexFixture(this.database, TENANT, NOW, this.seed);
		this.fixture.fill(1500);
		new IndexFixture(this.database, new UUID(2, 2), NOW, this.seed + 1).fill(100);
		this.lists = ListParts.of(this.database).applicationLists();
	}

	@Test
	void whatNobodyOwnsIsListedByName() {
		List<IndexedApplication> expected = withoutOwner();
		assertThat(expected).hasSizeGreaterThan(10);
		for (int size : List.of(1, 7, expected.size() - 1, expected.size(), 500)) {
			assertThat(paged((slice) -> this.lists.withoutOwner(TENANT, slice), size))
				.as("seed %d by %d", this.seed, size)
				.isEqualTo(expected);
		}
		assertThat(this.lists.countOwned(TENANT, OwnerState.NONE)).isEqualTo(expected.size());
	}

	@Test
	void whatHasMoreThanTwoLiveSecretsIsListedMostFirst() {
		List<IndexedApplication> expected = withManySecrets();
		assertThat(expected).extracting(IndexedApplication::liveSecrets).contains(3, 4).doesNotContain(2);
		for (int size : List.of(1, 7, expected.size() - 1, expected.size(), 500)) {
			assertThat(paged((slice) -> this.lists.withManySecrets(TENANT, slice), size))
				.as("seed %d by %d", this.seed, size)
				.isEqualTo(expected);
		}
		assertThat(this.lists.countWithManySecrets(TENANT)).isEqualTo(expected.size());
	}

	@Test
	void whatLeavesAListBetweenPagesMovesNothingElse() {
		List<UUID> expected = ids(withoutOwner());
		ApplicationPage first = this.lists.withoutOwner(TENANT, new Slice(null, 5));
		change("owner_state = 'GOOD'", expected.get(4));
		assertThat(ids(this.lists.withoutOwner(TENANT, new Slice(first.next(), 5)).rows()))
			.isEqualTo(expected.subList(5, 10));
		assertThat(this.lists.countOwned(TENANT, OwnerState.NONE)).isEqualTo(expected.size() - 1);
		List<UUID> many = ids(withManySecrets());
		first = this.lists.withManySecrets(TENANT, new Slice(null, 5));
		change("live_secrets = 0", many.get(4));
		assertThat(ids(this.lists.withManySecrets(TENANT, new Slice(first.next(), 5)).rows()))
			.isEqualTo(many.subList(5, 10));
	}

	@Test
	void aPositionThatSaysNothingIsTheBeginning() {
		ApplicationPage unowned = this.lists.withoutOwner(TENANT, new Slice(null, 5));
		ApplicationPage many = this.lists.withManySecrets(TENANT, new Slice(null, 5));
		for (String from : List.of("", "x", "' or 1=1", "\0", "A".repeat(100_000), "😀", unowned.next() + "AAAA!")) {
			assertThat(this.lists.withoutOwner(TENANT, new Slice(from, 5))).as(from).isEqualTo(unowned);
			assertThat(this.lists.withManySecrets(TENANT, new Slice(from, 5))).as(from).isEqualTo(many);
		}
		assertThat(this.lists.withoutOwner(TENANT, new Slice(many.next(), 5))).isEqualTo(unowned);
		for (String value : List.of("", ":", "3", ":a", "-3:a", "0:a", "99999999999:a", "a:3", "\0")) {
			assertThat(this.lists.withManySecrets(TENANT, new Slice(secrets(value), 5))).as(value).isEqualTo(many);
		}
		assertThat(this.lists.withManySecrets(TENANT, new Slice(secrets("2147483647:😀'%_\uFFFF"), 5))).isEqualTo(many);
	}

	@Test
	void ofAnotherTenantNothingIsSeen() {
		UUID nobody = new UUID(3, 3);
		assertThat(this.lists.withoutOwner(nobody, new Slice(null, 5))).isEqualTo(new ApplicationPage(List.of(), null));
		assertThat(this.lists.withManySecrets(nobody, new Slice(null, 5)).rows()).isEmpty();
		assertThat(this.lists.countOwned(nobody, OwnerState.NONE)).isZero();
		assertThat(this.lists.countWithManySecrets(nobody)).isZero();
	}

	private static List<UUID> ids(List<IndexedApplication> applications) {
		return applications.stream().map(IndexedApplication::objectId).toList();
	}

	private void change(String column, UUID objectId) {
		this.database.jdbc()
			.sql("update inventory_object set " + column + " where tenant = ? and object_id = ?")
			.params(TENANT, objectId)
			.update();
	}

	private List<IndexedApplication> withoutOwner() {
		return listed((application) -> application.owners() == OwnerState.NONE, BY_NAME);
	}

	private List<IndexedApplication> withManySecrets() {
		return listed((application) -> application.liveSecrets() > 2,
				Comparator.comparing(IndexedApplication::liveSecrets).reversed().thenComparing(BY_NAME));
	}

	private List<IndexedApplication> listed(Predicate<IndexedApplication> wanted,
			Comparator<IndexedApplication> order) {
		return this.fixture.applications().stream().filter(wanted).sorted(order).toList();
	}

	private static List<IndexedApplication> paged(Function<Slice, ApplicationPage> list, int size) {
		List<IndexedApplication> all = new ArrayList<>();
		ApplicationPage page = list.apply(new Slice(null, size));
		all.addAll(page.rows());
		while (page.next() != null) {
			assertThat(page.rows()).hasSize(size);
			page = list.apply(new Slice(page.next(), size));
			assertThat(page.rows()).isNotEmpty();
			all.addAll(page.rows());
		}
		return all;
	}

	private static String secrets(String value) {
		return new Position('s', value, new UUID(0, 0)).text();
	}

	private static String nameKey(IndexedApplication application) {
		String name = application.name().toLowerCase(Locale.ROOT);
		return name.substring(0, Math.min(64, name.length()));
	}

}
