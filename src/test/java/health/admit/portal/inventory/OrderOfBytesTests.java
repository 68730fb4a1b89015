package health.admit.portal.inventory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import health.admit.portal.inventory.IndexFixture.Entry;
import health.admit.support.Database;
import health.admit.support.TestDatabase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Lists in a PostgreSQL database whose own order of texts is that of a language.
 */
class OrderOfBytesTests {

	private static final UUID TENANT = new UUID(1, 1);

	private final long seed = new Random().nextLong();

	private final TestDatabase database = Database.inEnglish();

	private final IndexFixture fixture = new IndexFixture(this.database, TENANT, Instant.parse("2026-05-01T10:00:00Z"),
			this.seed);

	private final ListParts index = ListParts.of(this.database);

	@Test
	void listsByNameAreThoseOfEveryOtherDatabase() {
		System.out.println("seed " + this.seed);
		this.fixture.fill(1500);
		List<String> names = this.fixture.entries().stream().map(Entry::nameKey).distinct().sorted().toList();
		assertThat(sorted("name_key collate \"default\"")).as("the database has an order of its own")
			.isNotEqualTo(names);
		assertThat(sorted("name_key")).isEqualTo(names);
		Reference reference = new Reference(this.fixture.entries());
		for (Sorting sorting : List.of(Sorting.NAME, Sorting.NAME_DESCENDING)) {
			assertThat(paged("", sorting)).as("seed %d: %s", this.seed, sorting)
				.isEqualTo(reference.list(text(""), sorting));
		}
	}

	@Test
	void beginningsOfWordsFindWhatTheyFindInEveryOtherDatabase() {
		System.out.println("seed " + this.seed);
		this.fixture.fill(1500);
		Reference reference = new Reference(this.fixture.entries());
		for (String text : List.of("p", "pay", "r", "ä", "a", "o'b", "ωm", "ok", "z", "me", "100", "o'neil")) {
			assertThat(paged(text, Sorting.NAME)).as("seed %d: %s", this.seed, text)
				.isEqualTo(reference.list(text(text), Sorting.NAME));
		}
	}

	private List<String> sorted(String order) {
		return this.database.jdbc()
			.sql("select name_key from (select distinct name_key from inventory_credential) n order by " + order)
			.query(String.class)
			.list();
	}

	private List<CredentialKey> paged(String text, Sorting sorting) {
		List<CredentialKey> keys = new ArrayList<>();
		CredentialPage page = this.index.lists().page(TENANT, text(text), sorting, new Slice(null, 40));
		page.rows().forEach((row) -> keys.add(row.key()));
		while (page.next() != null) {
			page = this.index.lists().page(TENANT, text(text), sorting, new Slice(page.next(), 40));
			page.rows().forEach((row) -> keys.add(row.key()));
		}
		return keys;
	}

	private static CredentialFilter text(String text) {
		return new CredentialFilter(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), null, null, text);
	}

}
