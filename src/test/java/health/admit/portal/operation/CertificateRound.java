package health.admit.portal.operation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;

import health.admit.portal.credentials.HeldCertificates;
import health.admit.portal.credentials.SampleCertificateSteps;
import health.admit.portal.directory.CertificateKey;
import health.admit.portal.operation.CertificateWorld.Careless;
import health.admit.portal.operation.OperationState.Phase;
import health.admit.portal.operation.StepState.Status;
import health.admit.support.TestCertificate;
import health.admit.support.TestDatabase;

/**
 * Two people who each add a certificate to the same application at the same time, while
 * copies lag, calls fail and nodes die. Says what was lost.
 */
final class CertificateRound {

	/** What a violation begins with where a certificate is missing in the end. */
	static final String LOST = "there is only ";

	static final TestCertificate OLD = TestCertificate.create("CN=old");

	private static final List<TestCertificate> NEW = List.of(TestCertificate.create("CN=one"),
			TestCertificate.create("CN=two"));

	private static final String CHANGED = "CertificatesChanged";

	private static final String GONE = "CertificateGone";

	private static final String APPEARED = OperationState.WARNING + "certificates-appeared";

	private static final int TURNS = 100;

	private static final String FAULTS = String.join("\",\"", "throttle", "unavailable", "internal_error",
			"unavailable_after", "gateway_timeout_after", "internal_error_after", "not_found_after", "concurrency",
			"denied", "token_expired", "drop", "drop_after", "cut");

	private final CertificateWorld cloud;

	private final TestDatabase database;

	private final Careless careless;

	private final List<String> broken = Collections.synchronizedList(new ArrayList<>());

	private final Map<String, Integer> counts = Collections.synchronizedMap(new TreeMap<>());

	CertificateRound(CertificateWorld cloud, TestDatabase database, Careless careless) {
		this.cloud = cloud;
		this.database = database;
		this.careless = careless;
	}

	/**
	 * Runs it.
	 * @param share of the calls that something happens to
	 * @param lag the longest that a copy takes to show a write
	 */
	List<String> violations(long seed, double share, Duration lag, ExecutorService threads)
			throws InterruptedException {
		this.cloud.controls.clearFaults();
		this.cloud.time.pass(Duration.ofHours(2));
		this.cloud.certificates.clear().add(OLD);
		this.cloud.controls.fault("""
				{"lag":{%s},"replicas":3,"random":{"seed":%d,"share":%s,"path":"^/v1.0/applications/",
				"retryAfter":2,"kinds":["%s"]}}""".formatted(lag.isZero() ? "" : "\"all\":" + lag.toMillis(), seed,
				share, FAULTS));
		this.cloud.time.begin(NEW.size());
		List<Callable<Void>> people = new ArrayList<>();
		for (int person = 0; person < NEW.size(); person++) {
			Random random = new Random(seed * NEW.size() + person);
			TestCertificate certificate = NEW.get(person);
			people.add(() -> {
				try {
					new Person(random, certificate).add();
				}
				finally {
					this.cloud.time.end();
				}
				return null;
			});
		}
		for (Future<Void> done : threads.invokeAll(people)) {
			try {
				done.get();
			}
			catch (ExecutionException ex) {
				this.broken.add("failed: " + ex.getCause());
			}
		}
		List<String> there = this.cloud.certificates.names().stream().sorted().toList();
		if (!there.equals(List.of("CN=old", "CN=one", "CN=two"))) {
			this.broken.add(LOST + there);
		}
		return List.copyOf(this.broken);
	}

	/** How often what happened. */
	Map<String, Integer> counts() {
		return this.counts;
	}

	private final class Person {

		private final World world;

		private final Random random;

		private final TestCertificate certificate;

		private final AtomicReference<List<CertificateKey>> shown = new AtomicReference<>();

		Person(Random random, TestCertificate certificate) {
			CertificateWorld cloud = CertificateRound.this.cloud;
			this.random = random;
			this.certificate = certificate;
			this.world = new World(CertificateRound.this.database, cloud.time, cloud.person("Priya"));
			this.world.with(cloud.handlers(this.world, CertificateRound.this.careless,
					(real) -> (CertificateRound.this.careless == Careless.ABOUT_READING_AGAIN)
							? CertificateWorld.readingOnce(real, this.shown) : real));
		}

		/** Looks, confirms, and does so again while others change something meanwhile. */
		void add() {
			for (int turn = 0; turn < TURNS; turn++) {
				Optional<HeldCertificates> seen = look();
				pause(3);
				if (seen.isPresent() && isDone(start(seen.get()))) {
					return;
				}
			}
			CertificateRound.this.broken.add("does not end");
		}

		private OperationId start(HeldCertificates seen) {
			OperationId id = this.world.start(
					SampleCertificateSteps.add(CertificateRound.this.cloud.application, this.certificate.der(), seen));
			if (CertificateRound.this.careless == Careless.ABOUT_WHOSE_TURN_IT_IS) {
				this.world.jdbc.sql("update operation set target = null where id = :id")
					.param("id", id.value())
					.update();
			}
			return id;
		}

		private Optional<HeldCertificates> look() {
			try {
				List<CertificateKey> keys = CertificateRound.this.cloud.directory(this.world.ada)
					.certificateKeys(CertificateRound.this.cloud.application);
				this.shown.set(keys);
				return Optional.of(HeldCertificates.of(keys));
			}
			catch (RuntimeException ex) {
				return Optional.empty();
			}
		}

		/** Whether it is finished; it is not when somebody else was quicker. */
		private boolean isDone(OperationId id) {
			for (int turn = 0; turn < TURNS; turn++) {
				OperationState state = this.world.state(id);
				if (state.phase() == Phase.FINISHED) {
					state.facts().forEach(this::judge);
					return true;
				}
				if (state.phase() == Phase.RUNNING) {
					carryOn(id);
				}
				else if (CHANGED.equals(refusal(state))) {
					count("decided again");
					return false;
				}
				else if (GONE.equals(refusal(state))) {
					CertificateRound.this.broken.add("was there and is gone");
					return true;
				}
				else {
					count("stops");
					this.world.transactions.dieAt(-1, false);
					pause(30);
					this.world.resume(id, this.world.ada);
				}
			}
			CertificateRound.this.broken.add("does not end: " + this.world.state(id)
				.steps()
				.stream()
				.map((step) -> step.step().kind() + " " + step.status() + " " + step.code())
				.toList());
			return true;
		}

		/** While this one stood still, the other may have added theirs. */
		private void judge(String fact, String value) {
			if (fact.equals(APPEARED) && value.matches("CN=(one|two) [^,]*")) {
				count("saw the other's come");
			}
			else if (fact.startsWith(OperationState.WARNING)) {
				CertificateRound.this.broken.add(fact + " without an outsider: " + value);
			}
		}

		private void carryOn(OperationId id) {
			boolean dies = this.random.nextInt(4) == 0;
			this.world.transactions.dieAt(dies ? 1 + this.random.nextInt(20) : -1, this.random.nextBoolean());
			try {
				Optional<Lease> lease = this.world.leases.claim(id, UUID.randomUUID());
				if (lease.isPresent()) {
					this.world.run(lease.get());
					this.world.transactions.dieAt(-1, false);
				}
				else {
					count("waited for the other");
					pause(5);
				}
			}
			catch (Crash ex) {
				count("deaths");
				CertificateRound.this.cloud.time.pause(Leases.LENGTH.plusSeconds(1));
			}
		}

		private static String refusal(OperationState state) {
			return state.steps()
				.stream()
				.filter((step) -> step.status() == Status.REFUSED)
				.map((step) -> String.valueOf(step.code()))
				.findFirst()
				.orElse("");
		}

		/** Whole seconds, so that both often go on at the same time. */
		private void pause(int atMostSeconds) {
			CertificateRound.this.cloud.time.pause(Duration.ofSeconds(1 + this.random.nextInt(atMostSeconds)));
		}

		private void count(String what) {
			CertificateRound.this.counts.merge(what, 1, Integer::sum);
		}

	}

}
