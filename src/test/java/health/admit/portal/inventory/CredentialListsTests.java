package health.admit.portal.inventory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import health.admit.portal.inventory.IndexFixture.Entry;
import health.admit.support.Database;
import health.admit.support.OnEachDatabase;
import health.admit.support.TestDatabase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@OnEachDatabase
class CredentialListsTests {

	private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");

	private static final UUID TENANT = new UUID(1, 1);

	private static final int ROUNDS = 15;

	private final long seed = new Random().nextLong();

	private final IndexFixture fixture;

	private final ListParts index;

	CredentialListsTests(Database kind) {
		TestDatabase database = kind.fresh();
		System.out.println("seed " + this.seed);
		this.fixture = new IndexFixture(database, TENANT, NOW, this.seed);
		new IndexFixture(database, new UUID(2, 2), NOW, this.seed + 1).fill(20);
		this.index = ListParts.of(database);
	}

	@Test
	void everyListIsWhatItShouldBeForwardsAndBackwards() {
		this.fixture.fill(3000);
		Reference reference = new Reference(this.fixture.entries());
		Random random = new Random(this.seed);
		Filters filters = new Filters(random, this.fixture.entries());
		for (int round = 0; round < ROUNDS; round++) {
			CredentialFilter filter = (round == 0) ? CredentialFilter.ALL : filters.next();
			for (Sorting sorting : Sorting.values()) {
				List<CredentialKey> expected = reference.list(filter, sorting);
				int size = Math.min(500, 1 + expected.size() / 12 + random.nextInt(60));
				assertThat(paged(filter, sorting, size)).as("seed %d: %s %s by %d", this.seed, filter, sorting, size)
					.isEqualTo(expected);
			}
			assertThat(this.index.tallies().counts(TENANT, filter).perBand()).as("seed %d: %s", this.seed, filter)
				.isEqualTo(reference.counts(filter));
			assertThat(months(filter)).as("seed %d: %s", this.seed, filter).isEqualTo(reference.months(filter));
		}
	}

	@Test
	void everyRowIsHandedOver() {
		this.fixture.fill(3000);
		Reference reference = new Reference(this.fixture.entries());
		for (Sorting sorting : Sorting.values()) {
			List<CredentialRow> rows = new ArrayList<>();
			this.index.lists().each(TENANT, CredentialFilter.ALL, sorting, rows::add);
			assertThat(rows).extracting(CredentialRow::key).isEqualTo(reference.list(CredentialFilter.ALL, sorting));
		}
	}

	@Test
	void aRowSaysAllThatIsKnown() {
		this.fixture.fill(200);
		for (Entry entry : this.fixture.entries()) {
			assertThat(this.index.rows().of(TENANT, List.of(entry.row().key()))).containsExactly(entry.row());
			assertThat(this.index.rows().of(TENANT, entry.row().key().objectId())).contains(entry.row());
		}
		assertThat(this.index.rows().of(TENANT, new UUID(3, 3))).isEmpty();
	}

	@Test
	void whatComesAndGoesBetweenPagesMovesNothingElse() {
		this.fixture.fill(1500);
		Random random = new Random(this.seed);
		for (Sorting sorting : Sorting.values()) {
			List<CredentialKey> before = new Reference(this.fixture.entries()).list(CredentialFilter.ALL, sorting);
			List<CredentialKey> seen = new ArrayList<>();
			CredentialPage page = this.index.lists().page(TENANT, CredentialFilter.ALL, sorting, new Slice(null, 90));
			keys(page).forEach(seen::add);
			while (page.next() != null) {
				CredentialKey last = seen.get(seen.size() - 1);
				this.fixture.remove((random.nextInt(3) == 0) ? last
						: this.fixture.entries().get(random.nextInt(this.fixture.entries().size())).row().key());
				this.fixture.fill(1);
				page = this.index.lists().page(TENANT, CredentialFilter.ALL, sorting, new Slice(page.next(), 90));
				keys(page).forEach(seen::add);
			}
			List<CredentialKey> after = new Reference(this.fixture.entries()).list(CredentialFilter.ALL, sorting);
			assertThat(seen).as("seed %d: %s", this.seed, sorting).doesNotHaveDuplicates();
			Set<CredentialKey> stayed = new HashSet<>(before);
			stayed.retainAll(after);
			assertThat(seen).as("seed %d: %s", this.seed, sorting).containsAll(stayed);
		}
	}

	@Test
	void whereEverythingWasRemovedTheNearestPageIsShown() {
		this.fixture.fill(100);
		CredentialPage first = all(new Slice(null, 10));
		CredentialPage second = all(new Slice(first.next(), 10));
		keys(first).forEach(this.fixture::remove);
		CredentialPage back = all(new Slice(second.previous(), 10));
		assertThat(keys(back)).isEqualTo(keys(second));
		assertThat(back.previous()).isNull();
		List<CredentialKey> rest = new Reference(this.fixture.entries()).list(CredentialFilter.ALL, Sorting.ENDS_FIRST);
		rest.subList(10, rest.size()).forEach(this.fixture::remove);
		CredentialPage beyond = all(new Slice(back.next(), 10));
		assertThat(keys(beyond)).isEqualTo(keys(second));
		assertThat(beyond.next()).isNull();
	}

	@Test
	void aPositionThatSaysNothingIsTheBeginning() {
		this.fixture.fill(200);
		CredentialPage first = all(new Slice(null, 10));
		String next = String.valueOf(first.next());
		String ofNames = String
			.valueOf(this.index.lists().page(TENANT, CredentialFilter.ALL, Sorting.NAME, new Slice(null, 10)).next());
		for (String from : List.of("", "x", "' or 1=1", "%00", next.substring(0, 40), next + "AAAA", ofNames, "\0",
				"A".repeat(100_000), "😀", position("99999999999999999999"), position("-9223372036854775808"),
				position("9223372036854775807"), position("tomorrow"), position("\0"))) {
			assertThat(all(new Slice(from, 10)).rows()).as(from).isEqualTo(first.rows());
		}
		String strange = new Position('2', false, "😀'\"\\%_\uFFFF", new UUID(0, 0), new UUID(0, 0)).text();
		assertThat(this.index.lists().page(TENANT, CredentialFilter.ALL, Sorting.NAME, new Slice(strange, 10)).rows())
			.isNotNull();
	}

	@Test
	void hostileTextFindsNothingOrTheRightThing() {
		this.fixture.fill(1000);
		Reference reference = new Reference(this.fixture.entries());
		for (String text : List.of("'", "\"", "%", "_", "%_", "\\", "\0", "pay\0ment", "' or '1'='1", "o'brien",
				"%_100", "😀", "a😀", "\uD800", "a\uD800", "\uFFFF", "a\uFFFF", "=HYPERLINK", "<b>Bold", "Ωmega",
				"ÄRZTE", "{" + new UUID(4, 4) + "}", "a".repeat(1_000_000), "a ".repeat(500_000), "\uD7FF", "𝒜",
				"\uDBFF\uDFFF", "ﬁ", ";--", "payment\u202Ewarp")) {
			CredentialFilter filter = text(text);
			List<CredentialKey> expected = reference.list(filter, Sorting.NAME);
			assertThat(paged(filter, Sorting.NAME, 500)).as(shown(text)).isEqualTo(expected);
			assertThat(this.index.tallies().counts(TENANT, filter).total()).as(shown(text)).isEqualTo(expected.size());
		}
	}

	private static String shown(String text) {
		return text.substring(0, Math.min(30, text.length()));
	}

	private static CredentialFilter text(String text) {
		return new CredentialFilter(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), null, null, text);
	}

	private static String position(String value) {
		return new Position('0', false, value, new UUID(0, 0), new UUID(0, 0)).text();
	}

	private CredentialPage all(Slice slice) {
		return this.index.lists().page(TENANT, CredentialFilter.ALL, Sorting.ENDS_FIRST, slice);
	}

	private List<CredentialKey> paged(CredentialFilter filter, Sorting sorting, int size) {
		List<List<CredentialKey>> forward = new ArrayList<>();
		CredentialPage page = this.index.lists().page(TENANT, filter, sorting, new Slice(null, size));
		assertThat(page.previous()).isNull();
		forward.add(keys(page));
		while (page.next() != null) {
			page = this.index.lists().page(TENANT, filter, sorting, new Slice(page.next(), size));
			forward.add(keys(page));
		}
		for (int at = forward.size() - 2; at >= 0; at--) {
			page = this.index.lists().page(TENANT, filter, sorting, new Slice(page.previous(), size));
			assertThat(keys(page)).as("page %d backwards, seed %d", at, this.seed).isEqualTo(forward.get(at));
			assertThat(page.next()).isNotNull();
		}
		assertThat(page.previous()).isNull();
		return forward.stream().flatMap(List::stream).toList();
	}

	private Map<Integer, Long> months(CredentialFilter filter) {
		return this.index.tallies()
			.under(TENANT, filter.text())
			.months(filter)
			.stream()
			.collect(Collectors.toMap((count) -> count.month().getYear() * 100 + count.month().getMonthValue(),
					MonthCount::credentials));
	}

	private static List<CredentialKey> keys(CredentialPage page) {
		return page.rows().stream().map(CredentialRow::key).toList();
	}

}
