package health.admit.portal.inventory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

import health.admit.support.Database;
import health.admit.support.OnEachDatabase;
import health.admit.support.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How much longer a page of a list takes with a hundred times as many credentials.
 */
@Tag("benchmark")
@OnEachDatabase
class ListBenchmarkTests {

	private static final UUID TENANT = new UUID(1, 1);

	private static final int FEW = 2500;

	private static final int MANY = Integer.getInteger("credentials", 250_000);

	private static final int ROUNDS = 1500;

	private static final int WARM = 500;

	private static final int PAGE = 50;

	private static final double MOST = 3;

	private final Database kind;

	private final long seed = Long.getLong("seed", 20260501L);

	ListBenchmarkTests(Database kind) {
		this.kind = kind;
	}

	@Test
	void aPageTakesAboutAsLongWhateverThereIs() throws IOException {
		System.out.println("seed " + this.seed);
		Map<String, List<Double>> few = times(FEW);
		Map<String, List<Double>> many = times(MANY);
		List<String> rows = new ArrayList<>();
		many.forEach((what, times) -> {
			List<Double> before = few.getOrDefault(what, List.of(0.0));
			rows.add(String.format(Locale.ROOT, "%s,%s,%.2f,%.2f,%.2f,%.2f,%.2f", this.kind, what, at(before, 50),
					at(times, 50), at(before, 99), at(times, 99), at(times, 99) / at(before, 99)));
		});
		Path file = Files.createDirectories(Path.of("target", "benchmarks")).resolve("lists-" + this.kind + ".csv");
		Files.writeString(file,
				"database,what,p50 of 2500 (ms),p50 of 250000,p99 of 2500,p99 of 250000,ratio of p99\n");
		Files.write(file, rows, StandardOpenOption.APPEND);
		Files.readAllLines(file).forEach(System.out::println);
		// Pages of words are printed only: they are slower than the target, see
		// docs/performance.md.
		String unsearched = "page without search";
		assertThat(at(many.getOrDefault(unsearched, List.of()), 99) / at(few.getOrDefault(unsearched, List.of()), 99))
			.isLessThanOrEqualTo(MOST);
	}

	private Map<String, List<Double>> times(int credentials) {
		TestDatabase database = this.kind.fresh();
		IndexFixture fixture = new IndexFixture(database, TENANT, Instant.parse("2026-05-01T10:00:00Z"), this.seed);
		fixture.fill(credentials);
		database.jdbc().sql((this.kind == Database.H2) ? "analyze" : "vacuum analyze").update();
		ListParts index = ListParts.of(database);
		Random random = new Random(this.seed);
		List<IndexFixture.Entry> entries = fixture.entries();
		Filters filters = new Filters(random, entries);
		Map<String, List<Double>> times = new LinkedHashMap<>();
		times.put("page", new ArrayList<>());
		Map<Double, String> slowest = new TreeMap<>(Comparator.reverseOrder());
		for (int round = 0; round < WARM + ROUNDS; round++) {
			CredentialFilter filter = filters.next();
			Sorting sorting = filters.sorting();
			Slice slice = new Slice((round % 2 == 0) ? null : somewhere(random, entries, sorting), PAGE);
			String kind = "page " + sought(filter);
			for (int step = 0; step < 4; step++) {
				long start = System.nanoTime();
				CredentialPage page = index.lists().page(TENANT, filter, sorting, slice);
				double took = (System.nanoTime() - start) / 1e6;
				if (round >= WARM) {
					times.get("page").add(took);
					times.computeIfAbsent(kind, (key) -> new ArrayList<>()).add(took);
					slowest.put(took, filter + " " + sorting + " step " + step);
				}
				String next = (step == 2) ? page.previous() : page.next();
				if (next == null) {
					break;
				}
				slice = new Slice(next, PAGE);
			}
			if (round % 10 == 0) {
				long start = System.nanoTime();
				index.tallies().counts(TENANT, filter);
				double took = (System.nanoTime() - start) / 1e6;
				if (round >= WARM) {
					times.computeIfAbsent("counts " + sought(filter), (key) -> new ArrayList<>()).add(took);
				}
			}
		}
		slowest.entrySet().stream().limit(12).forEach((slow) -> System.out.println(credentials + " slow: " + slow));
		return times;
	}

	private static String sought(CredentialFilter filter) {
		TextQuery text = TextQuery.of(filter.text());
		return text.empty() ? "without search" : text.id().isPresent() ? "of an id" : "of words";
	}

	/** Long lists are opened in their middle as well. */
	private static String somewhere(Random random, List<IndexFixture.Entry> entries, Sorting sorting) {
		IndexFixture.Entry entry = entries.get(random.nextInt(entries.size()));
		Instant ends = entry.row().ends();
		Object value = ListOrder.of(sorting).byName() ? entry.nameKey()
				: (ends != null) ? ends.atOffset(ZoneOffset.UTC) : ListOrder.NO_END;
		return new Place(value, entry.row().key().objectId(), entry.row().key().keyId()).position(sorting, false)
			.text();
	}

	private static double at(List<Double> times, int percentile) {
		List<Double> sorted = times.stream().sorted().toList();
		return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percentile / 100));
	}

}
