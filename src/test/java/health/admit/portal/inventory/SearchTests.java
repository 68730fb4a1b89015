package health.admit.portal.inventory;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import db.migration.inventory.V058__word_traits;
import health.admit.portal.directory.DirectoryPerson;
import health.admit.portal.inventory.CredentialFinder.Reach;
import health.admit.portal.inventory.IndexWorld.MakesIndex;
import health.admit.support.Database;
import health.admit.support.OnEachDatabase;
import health.admit.support.TestDatabase;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.migration.Context;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What words and filters find in an index that lives: credentials move between bands,
 * somebody works on them, owners become known, applications come and go. Everything is
 * compared with a plain look at all rows, in each way in which lists are read.
 */
@OnEachDatabase
class SearchTests {

	private static final int ROUNDS = 4;

	private static final int FILTERS = 16;

	/**
	 * Limits so small that a tenant of a hundred applications reaches each of them.
	 */
	private static final List<Reach> REACHES = List.of(Reach.USUAL, new Reach(0, 1000), new Reach(3, 10));

	private final Database kind;

	SearchTests(Database kind) {
		this.kind = kind;
	}

	@Test
	void findsWhatAPlainLookAtAllRowsFinds() {
		long seed = Long.getLong("admit.seed", new Random().nextLong(1_000_000));
		System.out.println("seed " + seed + " on " + this.kind);
		new Run(this.kind.fresh(), seed, Index::new).all();
	}

	@Test
	void noticesTraitsThatAreNotKeptUp() {
		assertThatThrownBy(() -> {
			for (long seed = 1; seed < 10; seed++) {
				new Run(this.kind.fresh(), seed,
						(jdbc, sheets, writer, holds) -> new Index(jdbc, sheets, new ForgetfulWriter(jdbc), holds))
					.all();
			}
		}).isInstanceOf(AssertionError.class);
	}

	@Test
	void anIndexFromBeforeGetsItsTraits() throws SQLException {
		TestDatabase database = this.kind.fresh();
		Run run = new Run(database, 3, Index::new);
		run.live();
		database.jdbc().sql("drop index inventory_word_traits").update();
		database.jdbc().sql("alter table inventory_word drop column traits").update();
		database.jdbc().sql("alter table inventory_word add primary key (tenant, word, object_id, of_owner)").update();
		try (Connection connection = database.dataSource().getConnection()) {
			new V058__word_traits().migrate(new Context() {
				@Override
				public Configuration getConfiguration() {
					throw new UnsupportedOperationException();
				}

				@Override
				public Connection getConnection() {
					return connection;
				}
			});
		}
		run.world.checkCounts();
		run.compare();
	}

	/** Leaves beside words what was there before. */
	private static final class ForgetfulWriter extends SheetWriter {

		private final JdbcTemplate jdbc;

		ForgetfulWriter(JdbcTemplate jdbc) {
			super(jdbc);
			this.jdbc = jdbc;
		}

		@Override
		void write(UUID tenant, Map<UUID, Sheet> before, Collection<Sheet> after) {
			super.write(tenant, before, after);
			before.forEach((id, sheet) -> this.jdbc.update(
					"update inventory_word set traits = ? where tenant = ? and object_id = ?", sheet.traits(), tenant,
					id));
		}

	}

	/**
	 * One tenant over some months.
	 */
	private static final class Run {

		final IndexWorld world;

		private final Random random;

		private final long seed;

		private final FakeTenant tenant;

		private final FakeScan scan;

		private final OwnerStore owners;

		private final CredentialMarks marks;

		private final CredentialRows rows;

		private final List<CredentialLists> lists;

		Run(TestDatabase database, long seed, MakesIndex makes) {
			this.seed = seed;
			this.random = new Random(seed);
			this.world = new IndexWorld(database, makes);
			this.tenant = new FakeTenant(this.random, this.world.time);
			this.scan = new FakeScan(this.tenant);
			this.scan.pageSize = 50;
			this.owners = new OwnerStore(this.world.jdbc, this.world.holds, this.world.index);
			this.marks = new CredentialMarks(this.world.holds, this.world.index);
			this.rows = new CredentialRows(JdbcClient.create(database.dataSource()));
			JdbcClient jdbc = JdbcClient.create(ListParts.connected(database));
			this.lists = REACHES.stream().map((reach) -> ListParts.of(jdbc, reach).lists()).toList();
			for (int count = 0; count < 120; count++) {
				this.tenant.add();
			}
			this.world.read(this.scan);
		}

		void all() {
			compare();
			for (int round = 0; round < ROUNDS; round++) {
				live();
				compare();
			}
		}

		/** Much happens, and then the index is brought up to date. */
		void live() {
			for (int count = 0; count < 20; count++) {
				this.tenant.somethingHappens();
			}
			this.world.read(this.scan);
			Map<UUID, Ownership> found = new HashMap<>();
			List<UUID> live = List.copyOf(this.tenant.live.keySet());
			for (int count = 0; count < 25; count++) {
				found.put(live.get(this.random.nextInt(live.size())), Ownership.of(people(), List.of(), Set.of()));
			}
			this.owners.write(this.world.tenant, found, true);
			List<CredentialKey> keys = entries().stream().map((entry) -> entry.row().key()).toList();
			for (int count = 0; count < 25; count++) {
				this.marks.mark(this.world.tenant, keys.get(this.random.nextInt(keys.size())),
						WorkState.values()[this.random.nextInt(WorkState.values().length)]);
			}
			this.world.time.pass(Duration.ofDays(this.random.nextInt(25)));
			this.world.roll.roll(this.world.tenant);
		}

		void compare() {
			List<IndexFixture.Entry> entries = entries();
			Reference reference = new Reference(entries);
			Filters filters = new Filters(this.random, entries);
			for (int count = 0; count < FILTERS; count++) {
				CredentialFilter filter = filters.next();
				Sorting sorting = filters.sorting();
				int size = 10 + this.random.nextInt(60);
				List<CredentialKey> expected = reference.list(filter, sorting);
				for (int way = 0; way < REACHES.size(); way++) {
					assertThat(paged(this.lists.get(way), filter, sorting, size))
						.as("seed %d: %s %s by %d, %s", this.seed, filter, sorting, size, REACHES.get(way))
						.isEqualTo(expected);
				}
			}
		}

		private List<CredentialKey> paged(CredentialLists list, CredentialFilter filter, Sorting sorting, int size) {
			List<CredentialKey> keys = new ArrayList<>();
			CredentialPage page = list.page(this.world.tenant, filter, sorting, new Slice(null, size));
			page.rows().forEach((row) -> keys.add(row.key()));
			while (page.next() != null) {
				page = list.page(this.world.tenant, filter, sorting, new Slice(page.next(), size));
				page.rows().forEach((row) -> keys.add(row.key()));
			}
			return keys;
		}

		/** Every row there is, with the words that lead to it. */
		private List<IndexFixture.Entry> entries() {
			Set<UUID> live = this.tenant.live.keySet();
			Map<UUID, List<Owner>> owned = this.owners.of(this.world.tenant, live);
			List<IndexFixture.Entry> entries = new ArrayList<>();
			for (UUID id : live) {
				Set<String> words = new HashSet<>();
				new Ownership(OwnerState.GOOD, owned.getOrDefault(id, List.of())).texts()
					.forEach((text) -> words.addAll(Words.of(text)));
				for (CredentialRow row : this.rows.of(this.world.tenant, id)) {
					words.addAll(Words.of(row.name()));
					entries.add(new IndexFixture.Entry(row, Cut.nameKey(row.name()), words));
				}
			}
			return entries;
		}

		private List<DirectoryPerson> people() {
			List<DirectoryPerson> people = new ArrayList<>();
			for (int count = this.random.nextInt(3); count > 0; count--) {
				String name = List.of("Ada Example", "Bo Results", "Lab").get(this.random.nextInt(3));
				people.add(new DirectoryPerson(UUID.randomUUID(), name, null, this.random.nextBoolean(),
						this.random.nextBoolean()));
			}
			return people;
		}

	}

}
