package health.admit.portal.inventory;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import health.admit.portal.directory.Directories;
import health.admit.portal.directory.TenantScan;
import health.admit.portal.directory.TenantScans;
import health.admit.portal.signin.Delegation;
import health.admit.portal.signin.SignInRequired;
import health.admit.support.Database;
import health.admit.support.Poll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two portals on one PostgreSQL, each with threads of its own.
 */
class TwoNodesTests {

	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private final IndexWorld world = new IndexWorld(Database.POSTGRESQL.fresh());

	private final FakeTenant tenant = new FakeTenant(new Random(11), this.world.time);

	private final Delegation delegation = new Delegation(UUID.randomUUID(), this.world.tenant, UUID.randomUUID());

	private final List<String> calls = Collections.synchronizedList(new ArrayList<>());

	private final Node one = new Node("one");

	private final Node two = new Node("two");

	@AfterEach
	void stop() {
		this.one.background.stop();
		this.two.background.stop();
	}

	@Test
	void neverReadAtTheSameTime() {
		fill(120);
		for (int round = 0; round < 20; round++) {
			this.calls.clear();
			this.tenant.somethingHappens();
			// So that nobody has to wait for the budget of requests.
			this.world.time.pass(RequestBudget.WINDOW);
			CountDownLatch go = new CountDownLatch(1);
			for (Node node : List.of(this.one, this.two)) {
				node.background.start("race", this.world.tenant, () -> {
					await(go);
					node.refreshing.everything(this.delegation);
				});
			}
			go.countDown();
			Poll.until("both rest", PATIENCE, () -> this.one.rests() && this.two.rests());
			assertThat(this.calls).isNotEmpty();
			int changes = 0;
			for (int call = 1; call < this.calls.size(); call++) {
				changes += this.calls.get(call).equals(this.calls.get(call - 1)) ? 0 : 1;
			}
			assertThat(changes).as("round %d: %s", round, this.calls).isLessThanOrEqualTo(1);
			assertEqual();
		}
	}

	@Test
	void theOneThatWasTakenForDeadCannotWrite() {
		fill(40);
		CountDownLatch stuck = new CountDownLatch(1);
		CountDownLatch free = new CountDownLatch(1);
		this.one.scan.before = (name) -> {
			if (name.equals("page") && stuck.getCount() > 0) {
				stuck.countDown();
				await(free);
			}
		};
		this.one.refreshing.everything(this.delegation);
		await(stuck);

		this.two.refreshing.everything(this.delegation);
		assertThat(this.two.rests()).isTrue();
		assertThat(this.two.scan.requests).isZero();

		Poll.until("the first page is written", PATIENCE, () -> this.world.stored().size() == 7);
		this.world.time.pass(Holds.LENGTH.plusSeconds(1));
		this.two.refreshing.everything(this.delegation);
		Poll.until("the other has read", PATIENCE, this.two::rests);
		assertEqual();
		this.tenant.delete(this.tenant.live.firstKey());
		this.two.refreshing.now(this.delegation);
		Poll.until("the other has looked", PATIENCE, this.two::rests);
		Reading reading = this.world.reading();
		Map<UUID, Set<String>> stored = this.world.stored();

		free.countDown();
		Poll.until("the first gives up", PATIENCE, this.one::rests);
		assertThat(this.world.reading()).isEqualTo(reading);
		assertThat(this.world.stored()).isEqualTo(stored);
		assertEqual();
	}

	private void assertEqual() {
		assertThat(this.world.freshness().completeness()).isEqualTo(Completeness.COMPLETE);
		assertThat(this.world.stored()).isEqualTo(IndexWorld.expected(this.tenant.live));
		this.world.checkCounts();
	}

	private void fill(int applications) {
		for (int count = 0; count < applications; count++) {
			this.tenant.add();
		}
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** A portal with everything of its own but the database. */
	private final class Node {

		final FakeScan scan = new FakeScan(TwoNodesTests.this.tenant);

		final Background background;

		final BackgroundRefreshing refreshing;

		Node(String name) {
			this.scan.before = (call) -> TwoNodesTests.this.calls.add(name);
			IndexWorld world = TwoNodesTests.this.world;
			RealWaiting waiting = new RealWaiting();
			this.background = new Background(world.holds, waiting, new MockEnvironment());
			TenantScans scans = (TenantScans) Proxy.newProxyInstance(TenantScans.class.getClassLoader(),
					new Class<?>[] { TenantScans.class }, (proxy, method, arguments) -> (TenantScan) this.scan);
			Directories directories = (delegation) -> {
				throw new SignInRequired("not for the policy");
			};
			this.refreshing = new BackgroundRefreshing(world.access(), scans, directories, null, null, this.background,
					waiting, IndexWorld.SETTINGS, null, (event) -> {
					}, world.time);
			this.background.start();
		}

		boolean rests() {
			return !this.background.isUnderWay("reading", TwoNodesTests.this.world.tenant)
					&& !this.background.isUnderWay("race", TwoNodesTests.this.world.tenant);
		}

	}

}
