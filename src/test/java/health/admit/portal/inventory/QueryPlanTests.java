package health.admit.portal.inventory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import health.admit.support.Database;
import health.admit.support.OnEachDatabase;
import health.admit.support.TestDatabase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Looks at how the databases find the rows of the usual lists.
 */
@OnEachDatabase
class QueryPlanTests {

	private static final UUID TENANT = new UUID(1, 1);

	private static final int CREDENTIALS = 20_000;

	private static final int PAGE = 50;

	/** What a database looks at: "scanCount: 12" of H2, "rows=12.00" of PostgreSQL. */
	private static final Pattern LOOKED_AT = Pattern
		.compile("scanCount: (\\d+)|actual .*rows=(\\d+)|Rows Removed by Filter: (\\d+)");

	private final TestDatabase database;

	private final ExplainingDatabase explaining;

	private final ListParts index;

	QueryPlanTests(Database kind) {
		this.database = kind.fresh();
		new IndexFixture(this.database, TENANT, Instant.parse("2026-05-01T10:00:00Z"), 1).fill(CREDENTIALS);
		this.database.jdbc().sql("analyze").update();
		this.explaining = new ExplainingDatabase(this.database);
		this.index = ListParts.of(this.explaining.jdbc());
	}

	@Test
	void noUsualListLooksThroughTheTable() {
		Map<String, CredentialFilter> views = new LinkedHashMap<>();
		views.put("all", CredentialFilter.ALL);
		for (Band band : Band.values()) {
			views.put(band.name(), CredentialFilter.ALL.in(Set.of(band)));
		}
		Set<Band> soon = EnumSet.of(Band.WEEK, Band.MONTH);
		views.put("nobody to ask within 30 days",
				new CredentialFilter(soon, Set.of(), Set.of(), Set.of(OwnerState.NONE), Set.of(), null, null, ""));
		views.put("open secrets that nothing covers", new CredentialFilter(Set.of(), Set.of(CredentialKind.SECRET),
				Set.of(), Set.of(), Set.of(WorkState.OPEN), false, null, ""));
		views.put("snoozed", new CredentialFilter(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(WorkState.SNOOZED),
				null, null, ""));
		views.forEach((name, filter) -> {
			for (Sorting sorting : Sorting.values()) {
				CredentialPage first = this.index.lists().page(TENANT, filter, sorting, new Slice(null, PAGE));
				check(name + " " + sorting);
				if (first.next() != null) {
					CredentialPage second = this.index.lists()
						.page(TENANT, filter, sorting, new Slice(first.next(), PAGE));
					check(name + " " + sorting + " next");
					this.index.lists().page(TENANT, filter, sorting, new Slice(second.previous(), PAGE));
					check(name + " " + sorting + " previous");
				}
			}
		});
	}

	/** Proves that the check sees what it looks for. */
	@Test
	void aMissingIndexIsNoticed() {
		Map.of("inventory_credential_ends", Sorting.ENDS_FIRST, "inventory_credential_name", Sorting.NAME)
			.forEach((missing, sorting) -> {
				this.index.lists().page(TENANT, CredentialFilter.ALL, sorting, new Slice(null, PAGE));
				check("with " + missing);
				this.database.jdbc().sql("drop index " + missing).update();
				this.index.lists().page(TENANT, CredentialFilter.ALL, sorting, new Slice(null, PAGE));
				assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> check("without " + missing))
					.withMessageContaining("without " + missing);
			});
	}

	private void check(String name) {
		List<String> plans = new ArrayList<>(this.explaining.take());
		assertThat(plans).as(name).isNotEmpty();
		for (String plan : plans) {
			assertThat(plan).as(name)
				.doesNotContain("Seq Scan on inventory_credential", "inventory_credential.tableScan");
			// What is read by the ids of its rows may be joined in any way.
			if (plan.contains("inventory_credential") && !plan.contains("inventory_object")) {
				assertThat(mostLookedAt(plan)).as(name + ":\n" + plan).isLessThan(CREDENTIALS / 8);
			}
		}
	}

	private static long mostLookedAt(String plan) {
		long most = 0;
		Matcher matcher = LOOKED_AT.matcher(plan);
		while (matcher.find()) {
			for (int group = 1; group <= matcher.groupCount(); group++) {
				most = Math.max(most, (matcher.group(group) != null) ? Long.parseLong(matcher.group(group)) : 0);
			}
		}
		return most;
	}

}
