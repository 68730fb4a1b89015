package health.admit.portal.inventory;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import health.admit.portal.directory.DirectoryRefused;
import health.admit.portal.directory.ScanPage;
import health.admit.portal.directory.ScannedObject;
import health.admit.portal.inventory.IndexWorld.MakesIndex;
import health.admit.portal.signin.SignInRequired;
import health.admit.support.Database;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Whatever happens while a tenant is read, an index that is called complete as of some
 * moment holds every application as it was then. Each run prints its seed.
 */
class InventoryFaultTests {

	private static final int RUNS = 40;

	@ParameterizedTest
	@EnumSource(Database.class)
	void neverSaysCompleteWhileSomethingIsMissing(Database database) {
		long first = Long.getLong("admit.seed", new Random().nextLong(1_000_000));
		int runs = (database == Database.H2) ? RUNS : RUNS / 10;
		for (long seed = first; seed < first + runs; seed++) {
			System.out.println("seed " + seed + " on " + database);
			new Run(new IndexWorld(database.fresh()), seed, false).all();
		}
	}

	@Test
	void noticesAStoreThatSkipsAPageAndCountsItAsSeen() {
		planted((jdbc, sheets, writer, holds) -> new Index(jdbc, sheets, writer, holds) {

			@Override
			int take(UUID tenant, Source source, long pass, Collection<ScannedObject> mentions) {
				boolean skipped = mentions.stream().anyMatch((told) -> told.objectId().hashCode() % 17 == 0);
				return skipped ? 0 : super.take(tenant, source, pass, mentions);
			}

			@Override
			long seen(UUID tenant, Source source, long pass) {
				return Long.MAX_VALUE;
			}

		});
	}

	@Test
	void noticesAStoreThatDoesNotTakeOut() {
		planted((jdbc, sheets, writer, holds) -> new Index(jdbc, sheets, writer, holds) {

			@Override
			int remove(UUID tenant, Collection<UUID> objectIds) {
				return 0;
			}

		});
	}

	@Test
	void noticesAStoreThatForgetsToCount() {
		planted((jdbc, sheets, writer, holds) -> new Index(jdbc, sheets, new SheetWriter(jdbc) {

			@Override
			void write(UUID tenant, Map<UUID, Sheet> before, Collection<Sheet> after) {
				super.write(tenant, before, after);
				jdbc.update("delete from inventory_tally where ends_month = 202701");
			}

		}, holds));
	}

	@Test
	void noticesAStoreThatKeepsOldCredentials() {
		planted((jdbc, sheets, writer, holds) -> new Index(jdbc, sheets, writer, holds) {

			@Override
			int take(UUID tenant, Source source, long pass, Collection<ScannedObject> mentions) {
				Set<UUID> known = sheets.of(tenant, mentions.stream().map(ScannedObject::objectId).toList()).keySet();
				return super.take(tenant, source, pass,
						mentions.stream()
							.map((told) -> known.contains(told.objectId())
									? new ScannedObject(told.objectId(), null, null, null, null, null, null) : told)
							.toList());
			}

		});
	}

	@Test
	void aListThatLeavesOutAPageIsNeverComplete() {
		for (long seed = 1; seed <= 5; seed++) {
			IndexWorld world = new IndexWorld(Database.H2.fresh());
			Run run = new Run(world, seed, true);
			run.scan.before = (name) -> {
			};
			world.everything(run.scan);
			assertThat(world.freshness().completeness()).isEqualTo(Completeness.PARTIAL);
			assertThat(world.freshness().trouble().cause()).isEqualTo(Freshness.Cause.COUNT_DIFFERS);
			world.checkCounts();
		}
	}

	private static void planted(MakesIndex bad) {
		assertThatThrownBy(() -> {
			for (long seed = 1; seed < 20; seed++) {
				new Run(new IndexWorld(Database.H2.fresh(), bad), seed, false).all();
			}
		}).isInstanceOf(AssertionError.class);
	}

	/**
	 * One tenant that is read again and again while things go wrong.
	 */
	private static final class Run {

		final IndexWorld world;

		final FakeTenant tenant;

		final FakeScan scan;

		private final Random random;

		private final long seed;

		private double trouble;

		private @Nullable AssertionError failure;

		Run(IndexWorld world, long seed, boolean holes) {
			this.world = world;
			this.seed = seed;
			this.random = new Random(seed);
			this.tenant = new FakeTenant(this.random, world.time);
			for (int count = 20 + this.random.nextInt(60); count > 0; count--) {
				this.tenant.add();
			}
			this.scan = holes ? new ScanWithHoles(this.tenant) : new FakeScan(this.tenant);
			this.scan.before = this::before;
			world.transactions.dieBefore = () -> happens(0.1);
			world.transactions.dieAfter = () -> happens(0.1);
		}

		void all() {
			try {
				this.trouble = this.random.nextDouble();
				for (int round = 0; round < 15; round++) {
					one();
					if (this.failure != null) {
						throw this.failure;
					}
					check();
				}
				this.trouble = 0;
				quiet();
			}
			catch (AssertionError ex) {
				throw new AssertionError("seed " + this.seed + ": " + ex.getMessage(), ex);
			}
		}

		private void one() {
			try {
				if (this.random.nextInt(6) == 0) {
					this.world.everything(this.scan);
				}
				else {
					this.world.read(this.scan);
				}
			}
			catch (Crash ex) {
				this.world.time.pass(Holds.LENGTH.plusSeconds(1));
			}
			this.world.time.pass(Duration.ofMinutes(this.random.nextInt((this.random.nextInt(5) == 0) ? 3000 : 20)));
		}

		/** Once everything works again, the index is equal to the tenant. */
		private void quiet() {
			this.world.time.pass(Holds.LENGTH.plusSeconds(1));
			for (int round = 0; round < 4; round++) {
				this.world.read(this.scan);
			}
			assertThat(this.world.freshness().completeness()).isEqualTo(Completeness.COMPLETE);
			check();
			assertThat(this.world.stored()).isEqualTo(IndexWorld.expected(this.tenant.live));
			this.world.checkAppraisal(this.tenant.live);
			this.world.time.pass(Duration.ofDays(this.random.nextInt(200)));
			this.world.roll.roll(this.world.tenant);
			this.world.checkAppraisal(this.tenant.live);
			this.world.checkCounts();
		}

		private void before(String name) {
			this.world.time.pass(Duration.ofMillis(10));
			if (happens(0.3)) {
				this.tenant.somethingHappens();
				this.world.time.pass(Duration.ofMillis(10));
			}
			if (happens(0.2)) {
				checkAside();
			}
			if (happens(0.25)) {
				throw FakeScan.busy();
			}
			if (happens(0.03)) {
				throw new SignInRequired("gone");
			}
			if (happens(0.02)) {
				throw new DirectoryRefused(403, "Authorization_RequestDenied", "no", FakeScan.trace());
			}
			if (happens(0.05) && (name.equals("page") || name.equals("changes"))) {
				throw FakeScan.lost();
			}
		}

		/** A background thread would swallow what is thrown here. */
		private void checkAside() {
			try {
				check();
			}
			catch (AssertionError ex) {
				this.failure = ex;
			}
		}

		private boolean happens(double share) {
			return this.trouble > 0 && this.random.nextDouble() < share * this.trouble;
		}

		private void check() {
			this.world.checkCounts();
			Freshness freshness = this.world.freshness();
			if (freshness.completeness() == Completeness.COMPLETE) {
				complete(freshness.asOf());
			}
			else if (freshness.activity() == null && freshness.completeness() != Completeness.NEVER
					&& freshness.completeness() != Completeness.FIRST_PASS) {
				assertThat(freshness.trouble()).as("why %s", freshness).isNotNull();
			}
		}

		/** What has not changed since then has to be there, and only that. */
		private void complete(@Nullable Instant asOf) {
			assertThat(asOf).isNotNull();
			Map<UUID, Set<String>> stored = this.world.stored();
			Map<UUID, Set<String>> expected = IndexWorld.expected(this.tenant.live);
			stored.keySet().removeIf((id) -> !this.tenant.changedAt.get(id).isBefore(asOf));
			expected.keySet().removeIf((id) -> !this.tenant.changedAt.get(id).isBefore(asOf));
			assertThat(stored).isEqualTo(expected);
		}

	}

	/** Graph forgets the second page. */
	private static final class ScanWithHoles extends FakeScan {

		ScanWithHoles(FakeTenant tenant) {
			super(tenant);
		}

		@Override
		public ScanPage applications(@Nullable String link) {
			ScanPage page = super.applications(link);
			return (link == null) ? super.applications(page.next()) : page;
		}

	}

}
