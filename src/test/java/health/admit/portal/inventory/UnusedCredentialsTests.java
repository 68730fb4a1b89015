package health.admit.portal.inventory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import health.admit.portal.inventory.Freshness.Cause;
import health.admit.portal.inventory.IndexFixture.Entry;
import health.admit.support.Database;
import health.admit.support.OnEachDatabase;
import health.admit.support.TestDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@OnEachDatabase
class UnusedCredentialsTests {

	private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");

	private static final Instant BEFORE = NOW.minus(Duration.ofDays(90));

	private static final UUID TENANT = new UUID(1, 1);

	private static final Comparator<CredentialRow> ORDER = Comparator
		.comparing(CredentialRow::lastUsed, Comparator.nullsFirst(Comparator.naturalOrder()))
		.thenComparing((row) -> row.key().objectId().toString())
		.thenComparing((row) -> row.key().keyId().toString());

	private final long seed = new Random().nextLong();

	private final TestDatabase database;

	private final IndexFixture fixture;

	private final UnusedCredentials unused;

	UnusedCredentialsTests(Database kind) {
		this.database = kind.fresh();
		System.out.println("seed " + this.seed);
		this.fixture = new IndexFixture(this.database, TENANT, NOW, this.seed);
		this.fixture.fill(600);
		new IndexFixture(this.database, new UUID(2, 2), NOW, this.seed + 1).fill(100);
		this.unused = ListParts.of(this.database).unused();
	}

	@Test
	void thoseNeverUsedComeFirstThenThoseUsedLongestAgo() {
		List<CredentialRow> expected = expected(BEFORE);
		assertThat(expected.get(0).lastUsed()).isNull();
		assertThat(expected.get(expected.size() - 1).lastUsed()).isNotNull().isBefore(BEFORE);
		long never = expected.stream().filter((row) -> row.lastUsed() == null).count();
		for (int size : List.of(1, 7, (int) never - 1, (int) never, (int) never + 1, expected.size(), 500)) {
			assertThat(paged(BEFORE, size)).as("seed %d by %d", this.seed, size).isEqualTo(expected);
		}
	}

	@Test
	void whatWasNotThereYetIsNotCalledUnused() {
		Instant beforeAll = NOW.minus(Duration.ofDays(500));
		assertThat(paged(beforeAll, 50)).isEqualTo(expected(beforeAll))
			.isNotEmpty()
			.allMatch((row) -> row.lastUsed() != null);
	}

	@Test
	void withoutAReportNothingIsSaidAboutUse() {
		Instant read = NOW.minus(Duration.ofDays(1));
		this.database.jdbc().sql("update inventory_credential set last_used_at = null").update();
		LastUseReports reports = new LastUseReports(new JdbcTemplate(this.database.dataSource()));
		assertThat(this.unused.page(TENANT, BEFORE, new Slice(null, 5))).isEmpty();
		reports.save(TENANT, read, Troubles.plain(Cause.REFUSED, read));
		reports.save(new UUID(2, 2), read, null);
		assertThat(this.unused.page(TENANT, BEFORE, new Slice(null, 5))).isEmpty();
		reports.save(TENANT, read, null);
		assertThat(this.unused.page(TENANT, BEFORE, new Slice(null, 5)).orElseThrow().rows()).hasSize(5);
	}

	@Test
	void whatAnEarlierReportSaidStillCountsWhenTheNextCouldNotBeRead() {
		new LastUseReports(new JdbcTemplate(this.database.dataSource())).save(TENANT, NOW,
				Troubles.plain(Cause.UNAVAILABLE, NOW));
		assertThat(paged(BEFORE, 50)).isEqualTo(expected(BEFORE));
	}

	@Test
	void aPositionThatSaysNothingIsTheBeginning() {
		CredentialPage first = page(BEFORE, null, 5);
		assertThat(first.previous()).isNull();
		for (String from : List.of("", "x", "' or 1=1", "\0", "A".repeat(100_000), "😀", position(""),
				position("yesterday"), position("+1000000000-12-31T23:59:59Z"), position("-0001-01-01T00:00:00Z"),
				position("\0"), new Position('o', "-", new UUID(-1, -1)).text())) {
			assertThat(page(BEFORE, from, 5)).as(from).isEqualTo(first);
		}
	}

	private List<CredentialRow> expected(Instant before) {
		return this.fixture.entries()
			.stream()
			.map(Entry::row)
			.filter((row) -> row.band() != Band.EXPIRED)
			.filter((row) -> (row.lastUsed() != null) ? row.lastUsed().isBefore(before)
					: row.starts() == null || row.starts().isBefore(before))
			.sorted(ORDER)
			.toList();
	}

	private List<CredentialRow> paged(Instant before, int size) {
		List<CredentialRow> all = new ArrayList<>();
		CredentialPage page = page(before, null, size);
		all.addAll(page.rows());
		while (page.next() != null) {
			assertThat(page.rows()).hasSize(size);
			page = page(before, page.next(), size);
			assertThat(page.rows()).isNotEmpty();
			all.addAll(page.rows());
		}
		return all;
	}

	private CredentialPage page(Instant before, String from, int size) {
		return this.unused.page(TENANT, before, new Slice(from, size)).orElseThrow();
	}

	private static String position(String value) {
		return new Position('u', value, new UUID(-1, -1)).text();
	}

}
