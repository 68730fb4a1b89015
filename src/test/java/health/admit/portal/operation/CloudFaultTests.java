package health.admit.portal.operation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import health.admit.portal.audit.AuditFixture;
import health.admit.portal.operation.CloudRun.Weather;
import health.admit.support.Database;
import health.admit.support.RecordingProxy;
import health.admit.support.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whole registrations by the product's own engine, handlers and gateway against the
 * sandbox, by seed. {@code -Dadmit.seed=n} repeats one, {@code -Dadmit.runs=n} makes
 * more.
 */
@Tag("campaign")
class CloudFaultTests {

	private static final int RUNS = Integer.getInteger("admit.runs", 500);

	private static final int FEWER_RUNS = RUNS / 10;

	private static final int SPOILED_RUNS = 50;

	/** Fewer than a tenant of the world takes. */
	private static final int LEAVING_RUNS = 20;

	private static final String APPLICATIONS = "^/v1.0/applications";

	private static final String EVERYWHERE = "^/(v1.0|subscriptions)/";

	private static final Duration LAG = Duration.ofSeconds(20);

	private static CloudWorld cloud;

	private final TestDatabase database = Database.H2.fresh();

	@BeforeAll
	static void start() {
		cloud = new CloudWorld(UnaryOperator.identity());
	}

	@AfterAll
	static void stop() {
		cloud.close();
	}

	@ParameterizedTest
	@CsvSource({ "0.2", "0.4" })
	void everyRegistrationIsFinishedOnceAndWhole(double share) {
		Weather weather = new Weather(share, EVERYWHERE, LAG);
		assertThat(broken("registrations", RUNS, weather, (run) -> run.registering(weather))).isEmpty();
		assertThat(AuditFixture.flaw(this.database.jdbc(), cloud.tenant())).as("of the audit chain").isNull();
	}

	@ParameterizedTest
	@CsvSource({ "0.2", "0.4" })
	void whatIsUndoneLeavesNothingBehind(double share) {
		Weather weather = new Weather(share, EVERYWHERE, LAG);
		assertThat(broken("undone registrations", FEWER_RUNS, weather, (run) -> run.undoing(weather))).isEmpty();
	}

	/** A look counts as clean only where it shows the secret that is kept. */
	@Test
	void copiesThatLagLongerThanSettlingWaitsHideNothing() {
		Weather weather = new Weather(0.5, APPLICATIONS, Duration.ofSeconds(180));
		assertThat(broken("slow registrations", FEWER_RUNS, weather, (run) -> run.registering(weather))).isEmpty();
	}

	@Test
	void theLateNetShowsEverySecretThatIsLeftOver() {
		cloud.startOver();
		int leftovers = 0;
		for (long seed = 1; seed <= LEAVING_RUNS; seed++) {
			CloudRun run = new CloudRun(cloud, cloud.database(), seed,
					(handler) -> BadVariant.NEVER_SETTLES.spoil(handler, cloud));
			run.registering(new Weather(0.5, APPLICATIONS, LAG));
			leftovers += run.leftovers();
		}
		assertThat(leftovers).isPositive();
		assertThat(cloud.strays()).isEqualTo(leftovers);
	}

	@Test
	void badVariantsAreCaughtInTheOrderOfTheirHarm() {
		int name = spoiled(cloud, BadVariant.LOOKS_FOR_THE_NAME);
		int unsettled = spoiled(cloud, BadVariant.NEVER_SETTLES);
		int once = spoiled(cloud, BadVariant.LOOKS_ONCE);
		int repeated;
		RecordingProxy[] proxy = new RecordingProxy[1];
		try (CloudWorld behind = new CloudWorld((address) -> {
			proxy[0] = new RecordingProxy(address, 2);
			return proxy[0].origin().toString();
		})) {
			repeated = spoiled(behind, null);
		}
		finally {
			proxy[0].close();
		}
		System.out.printf("of %d: name %d, never settles %d, repeats by itself %d, looks once %d%n", SPOILED_RUNS, name,
				unsettled, repeated, once);
		assertThat(List.of(name, unsettled, repeated, once)).allSatisfy((caught) -> assertThat(caught).isPositive());
		assertThat(name).isGreaterThanOrEqualTo(unsettled);
		assertThat(unsettled).isGreaterThan(repeated);
		assertThat(repeated).isGreaterThan(once);
	}

	private List<String> broken(String what, int runs, Weather weather, Function<CloudRun, List<String>> how) {
		Long only = Long.getLong("admit.seed");
		long first = (only != null) ? only : new Random().nextLong(1_000_000_000);
		List<String> broken = new ArrayList<>();
		int stops = 0;
		int deaths = 0;
		for (long seed = first; seed < first + ((only != null) ? 1 : runs); seed++) {
			CloudRun run = new CloudRun(cloud, this.database, seed, UnaryOperator.identity());
			for (String violation : how.apply(run)) {
				broken.add("seed " + seed + ": " + violation);
			}
			stops += run.stops();
			deaths += run.deaths();
		}
		System.out.printf("%d %s from seed %d with faults in %.0f %% of the calls: %d deaths, %d stops%n", runs, what,
				first, weather.share() * 100, deaths, stops);
		return broken;
	}

	private int spoiled(CloudWorld world, BadVariant how) {
		int caught = 0;
		for (long seed = 1; seed <= SPOILED_RUNS; seed++) {
			CloudRun run = new CloudRun(world, this.database, seed,
					(handler) -> (how != null) ? how.spoil(handler, world) : handler);
			caught += run.registering(new Weather(0.5, APPLICATIONS, LAG)).isEmpty() ? 0 : 1;
		}
		return caught;
	}

}
