package health.admit.portal.operation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import health.admit.portal.audit.AuditFixture;
import health.admit.portal.operation.FakeHandlers.Flaw;
import health.admit.portal.operation.OperationState.Phase;
import health.admit.support.Database;
import health.admit.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whole operations against a cloud that loses answers, lags and lets the portal die, by
 * seed. {@code -Dadmit.seed=n} repeats one run, {@code -Dadmit.runs=n} makes more.
 */
class EngineFaultTests {

	private static final int RUNS = Integer.getInteger("admit.runs", 60);

	private static final Duration LAG = Duration.ofSeconds(20);

	private final TestDatabase database = Database.H2.fresh();

	@Test
	void neverLeavesADuplicateOrAStrayOrLosesASecret() {
		Long only = Long.getLong("admit.seed");
		Random seeds = new Random();
		for (int run = 0; run < ((only != null) ? 1 : RUNS); run++) {
			long seed = (only != null) ? only : seeds.nextLong();
			assertThat(violations(seed, (run % 2 == 0) ? 0.2 : 0.4, Flaw.NONE, false)).as("seed %d", seed).isEmpty();
		}
	}

	@ParameterizedTest
	@EnumSource(value = Flaw.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
	void noticesAWrongWayToDoIt(Flaw flaw) {
		List<String> found = new ArrayList<>();
		for (long seed = 1; seed <= 60 && found.isEmpty(); seed++) {
			found.addAll(violations(seed, 0.4, flaw, false));
		}
		assertThat(found).isNotEmpty();
	}

	@Test
	void noticesALibraryThatRepeatsByItself() {
		List<String> found = new ArrayList<>();
		for (long seed = 1; seed <= 60 && found.isEmpty(); seed++) {
			found.addAll(violations(seed, 0.2, Flaw.NONE, true));
		}
		assertThat(found).isNotEmpty();
	}

	private List<String> violations(long seed, double faults, Flaw flaw, boolean libraryRepeats) {
		List<String> violations = new ArrayList<>();
		World world = new World(this.database);
		FakeCloud cloud = new FakeCloud(seed, world.time, faults, LAG, (id) -> {
			if (!world.announced(id)) {
				violations.add("write without committed intent");
			}
		});
		cloud.libraryRepeats = libraryRepeats;
		cloud.somebodyElses("application", "Reader");
		world.with(FakeHandlers.of(cloud, flaw));
		OperationId id = world.start(FakeHandlers.plan());
		OperationState end = world.drive(id);
		for (int again = 0; again < 5 && end.phase() == Phase.REFUSED; again++) {
			world.resume(id, world.ada);
			end = world.drive(id);
		}
		violations.addAll(broken(world, cloud, end));
		return violations;
	}

	private static List<String> broken(World world, FakeCloud cloud, OperationState end) {
		List<String> broken = new ArrayList<>();
		if (end.phase() != Phase.FINISHED) {
			broken.add("ended " + end);
			return broken;
		}
		for (String kind : List.of("application", "principal", "secret")) {
			List<String> ids = cloud.really(kind).stream().map((thing) -> thing.id().toString()).toList();
			if (!ids.equals(List.of(end.facts().get(kind)))) {
				broken.add(kind + " is " + ids + ", not " + end.facts().get(kind));
			}
		}
		if (!("text of " + end.facts().get("secret")).equals(world.kept.get(end.id()))) {
			broken.add("the kept secret is not the one that exists");
		}
		if (AuditFixture.flaw(world.jdbc, end.tenant()) != null) {
			broken.add("audit chain broken");
		}
		int writes = cloud.writes();
		world.runOneNode(end.id());
		if (cloud.writes() != writes) {
			broken.add("wrote again after the end");
		}
		return broken;
	}

}
