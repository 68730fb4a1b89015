package health.admit.portal.operation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import health.admit.portal.audit.AuditFixture;
import health.admit.portal.credentials.HeldCertificates;
import health.admit.portal.credentials.SampleCertificateSteps;
import health.admit.portal.operation.CertificateWorld.Careless;
import health.admit.portal.operation.OperationState.Phase;
import health.admit.support.Database;
import health.admit.support.TestCertificate;
import health.admit.support.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two people at one application's certificates, by seed, with the product's own engine,
 * handlers and gateway against the sandbox. {@code -Dadmit.rounds=n} makes more rounds,
 * {@code -Dadmit.seed=n} begins with a certain one.
 */
@Tag("campaign")
class CertificateFaultTests {

	private static final int ROUNDS = Integer.getInteger("admit.rounds", 15);

	/** Otherwise one round that loses a certificate is enough. */
	private static final boolean COUNTING = Integer.getInteger("admit.rounds") != null;

	private static final int CARELESS_ROUNDS = 50;

	private static final int OUTSIDERS = 10;

	private static final Duration LAG = Duration.ofSeconds(20);

	private static CertificateWorld cloud;

	private static ExecutorService threads;

	private final TestDatabase database = Database.H2.fresh();

	@BeforeAll
	static void start() {
		cloud = new CertificateWorld();
		threads = Executors.newFixedThreadPool(2);
	}

	@AfterAll
	static void stop() {
		threads.shutdownNow();
		cloud.close();
	}

	@Test
	void noCertificateOfTwoPeopleIsLost() throws InterruptedException {
		long first = Long.getLong("admit.seed", new Random().nextLong(1_000_000_000));
		List<String> broken = new ArrayList<>();
		Map<String, Integer> counts = new TreeMap<>();
		for (long seed = first; seed < first + ROUNDS; seed++) {
			CertificateRound round = new CertificateRound(cloud, this.database, Careless.ABOUT_NOTHING);
			for (String violation : round.violations(seed, 0.1, LAG, threads)) {
				broken.add("seed " + seed + ": " + violation);
			}
			round.counts().forEach((what, count) -> counts.merge(what, count, Integer::sum));
		}
		System.out.printf("%d rounds from seed %d with faults in 10 %% of the calls: %s%n", ROUNDS, first, counts);
		assertThat(broken).isEmpty();
		assertThat(counts).containsKeys("decided again");
		assertThat(AuditFixture.flaw(this.database.jdbc(), cloud.person("Priya").tenant())).as("of the audit chain")
			.isNull();
	}

	@ParameterizedTest
	@EnumSource(names = "ABOUT_NOTHING", mode = EnumSource.Mode.EXCLUDE)
	void carelessVariantsAreCaught(Careless careless) throws InterruptedException {
		Duration lag = (careless != Careless.ABOUT_WHOSE_TURN_IT_IS) ? LAG : Duration.ZERO;
		int lost = 0;
		int rounds = 0;
		for (int seed = 1; seed <= CARELESS_ROUNDS && (lost == 0 || COUNTING); seed++) {
			rounds = seed;
			List<String> violations = new CertificateRound(cloud, this.database, careless).violations(seed, 0, lag,
					threads);
			lost += violations.stream().anyMatch((violation) -> violation.startsWith(CertificateRound.LOST)) ? 1 : 0;
		}
		System.out.printf("careless %s: %d of %d rounds lost a certificate%n", careless, lost, rounds);
		assertThat(lost).isPositive();
	}

	/**
	 * Between the last reading and the write nothing can be known. What was replaced is
	 * named where an old copy still shows it.
	 */
	@Test
	void outsiderInTheLastMomentIsOftenNoticed() {
		int named = 0;
		for (long seed = 1; seed <= OUTSIDERS; seed++) {
			cloud.controls.clearFaults();
			cloud.time.pass(Duration.ofHours(2));
			cloud.certificates.clear().add(CertificateRound.OLD);
			cloud.controls.fault("""
					{"lag":{"all":%d},"replicas":3,"random":{"seed":%d,"share":0}}""".formatted(LAG.toMillis(), seed));
			TestCertificate outside = TestCertificate.create("CN=outside");
			World world = new World(this.database, cloud.time, cloud.person("Priya"));
			world.with(cloud.handlers(world, Careless.ABOUT_NOTHING,
					(real) -> CertificateWorld.overtaken(real, () -> cloud.certificates.add(outside))));
			HeldCertificates seen = HeldCertificates.of(cloud.directory(world.ada).certificateKeys(cloud.application));
			OperationState end = world.drive(world
				.start(SampleCertificateSteps.add(cloud.application, TestCertificate.create("CN=mine").der(), seen)));
			assertThat(end.phase()).isEqualTo(Phase.FINISHED);
			named += end.facts().getOrDefault("warning.certificates-covered", "").startsWith("CN=outside") ? 1 : 0;
		}
		System.out.printf("an outsider in the last moment was named in %d of %d rounds%n", named, OUTSIDERS);
		assertThat(named).isPositive();
	}

}
