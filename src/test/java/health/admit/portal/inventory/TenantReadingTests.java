package health.admit.portal.inventory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import health.admit.portal.directory.DirectoryRefused;
import health.admit.portal.directory.ScannedObject;
import health.admit.portal.directory.ScannedObject.ScannedFederation;
import health.admit.portal.directory.SecretSummary;
import health.admit.portal.inventory.Freshness.Cause;
import health.admit.portal.signin.SignInRequired;
import health.admit.support.Database;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TenantReadingTests {

	private final IndexWorld world = new IndexWorld(Database.H2.fresh());

	private final FakeTenant tenant = new FakeTenant(new Random(7), this.world.time);

	private final FakeScan scan = new FakeScan(this.tenant);

	private final List<String> asked = new ArrayList<>();

	@Test
	void sendsFourRequestsMoreThanThereArePages() {
		fill(1200);
		this.scan.pageSize = 100;
		this.world.ifDue(this.scan);
		assertThat(this.scan.requests).isEqualTo(12 + 4);
		assertThat(this.world.freshness().completeness()).isEqualTo(Completeness.COMPLETE);
		assertThat(this.world.freshness().applications()).isEqualTo(1200);
		assertThat(this.world.stored()).isEqualTo(IndexWorld.expected(this.tenant.live));
		assertThat(this.world.events).hasSize(1);
	}

	@Test
	void looksOnceWhenNothingHasChanged() {
		fill(20);
		this.world.ifDue(this.scan);
		this.scan.requests = 0;
		this.world.ifDue(this.scan);
		assertThat(this.scan.requests).isZero();
		this.world.time.pass(Duration.ofMinutes(16));
		this.world.ifDue(this.scan);
		assertThat(this.scan.requests).isEqualTo(1);
	}

	@Test
	void asksForFederatedCredentialsThatChangesDoNotTell() {
		fill(200);
		List<ScannedObject> all = List.copyOf(this.tenant.live.values());
		List<ScannedFederation> trust = List
			.of(new ScannedFederation(UUID.randomUUID(), "main", "https://issuer.example", "subject"));
		ScannedObject bare = new ScannedObject(UUID.randomUUID(), UUID.randomUUID(), "Bare", this.world.time.instant(),
				List.of(), List.of(), List.of());
		ScannedObject had = FakeTenant.with(all.get(3), trust);
		this.tenant.put(bare);
		this.tenant.put(had);
		this.scan.pageSize = 1000;
		this.world.ifDue(this.scan);
		this.tenant.put(FakeTenant.with(bare, trust));
		this.tenant.put(FakeTenant.with(had, List.of()));
		for (int count = 0; count < 30; count++) {
			this.tenant.put(FakeTenant.with(this.tenant.object(UUID.randomUUID()), trust));
		}
		this.scan.before = this.asked::add;
		this.world.read(this.scan);
		assertThat(this.world.stored()).isEqualTo(IndexWorld.expected(this.tenant.live));
		assertThat(this.asked).containsExactly("changes", "federated", "federated");
	}

	@Test
	void asksNothingAboutChangedApplicationsWithSecrets() {
		SecretSummary secret = new SecretSummary(UUID.randomUUID(), "a", "abc", null, null);
		for (int count = 0; count < 500; count++) {
			this.tenant.put(new ScannedObject(new UUID(1, count), UUID.randomUUID(), "A", this.world.time.instant(),
					List.of(secret), List.of(), List.of()));
		}
		this.scan.pageSize = 999;
		this.world.ifDue(this.scan);
		List.copyOf(this.tenant.live.values()).forEach(this.tenant::put);
		this.scan.before = this.asked::add;
		this.world.read(this.scan);
		assertThat(this.asked).containsExactly("changes");
	}

	@Test
	void goesOnAtTheStoredPageWithTheNextPerson() {
		fill(70);
		failAt(5, new SignInRequired("gone"));
		this.world.ifDue(this.scan);
		assertThat(this.world.freshness().completeness()).isEqualTo(Completeness.PARTIAL);
		assertThat(this.world.freshness().trouble().cause()).isEqualTo(Cause.SIGN_IN_ENDED);
		assertThat(this.world.freshness().applications()).isEqualTo(14);
		this.scan.before = this.asked::add;
		this.world.time.pass(Duration.ofSeconds(30));
		this.world.ifDue(this.scan);
		assertThat(this.asked).doesNotContain("first", "from now").filteredOn("page"::equals).hasSize(8);
		assertThat(this.world.freshness().completeness()).isEqualTo(Completeness.COMPLETE);
		assertThat(this.world.freshness().trouble()).isNull();
	}

	@Test
	void saysWhatGraphSaid() {
		fill(20);
		failAt(1,
				new DirectoryRefused(403, "Authorization_RequestDenied", "Insufficient privileges", FakeScan.trace()));
		this.world.ifDue(this.scan);
		Freshness.Trouble trouble = this.world.freshness().trouble();
		assertThat(trouble.cause()).isEqualTo(Cause.REFUSED);
		assertThat(trouble.code()).isEqualTo("Authorization_RequestDenied");
		assertThat(trouble.words()).isEqualTo("Insufficient privileges");
		assertThat(trouble.requestId()).isEqualTo("request");
	}

	@Test
	void startsTheListOverAFewTimes() {
		fill(30);
		this.scan.before = (name) -> {
			this.asked.add(name);
			if (name.equals("page")) {
				throw FakeScan.lost();
			}
		};
		this.world.ifDue(this.scan);
		assertThat(this.asked).filteredOn("first"::equals).hasSize(1 + SourceReading.RESTARTS);
		assertThat(this.world.freshness().completeness()).isEqualTo(Completeness.PARTIAL);
		assertThat(this.world.freshness().trouble().cause()).isEqualTo(Cause.UNAVAILABLE);
		this.scan.before = (name) -> {
		};
		this.world.time.pass(Duration.ofMinutes(16));
		this.world.ifDue(this.scan);
		assertThat(this.world.freshness().completeness()).isEqualTo(Completeness.COMPLETE);
	}

	@Test
	void readsEverythingWhenChangesAreLost() {
		fill(30);
		this.world.ifDue(this.scan);
		this.world.time.pass(Duration.ofMinutes(16));
		failAt(1, FakeScan.lost());
		this.tenant.delete();
		this.tenant.add();
		this.world.ifDue(this.scan);
		assertThat(this.world.freshness().completeness()).isEqualTo(Completeness.COMPLETE);
		assertThat(this.world.stored()).isEqualTo(IndexWorld.expected(this.tenant.live));
	}

	@Test
	void waitsForABusyGraphAndThenCallsWhatIsThereOld() {
		fill(10);
		this.world.ifDue(this.scan);
		this.world.time.pass(Duration.ofMinutes(16));
		this.scan.before = (name) -> {
			this.asked.add(name);
			assertThat(this.world.freshness().completeness()).isEqualTo(Completeness.COMPLETE);
			if (this.asked.size() > 1) {
				assertThat(this.world.freshness().activity().waitingUntil()).isNotNull();
			}
			throw FakeScan.busy();
		};
		this.world.ifDue(this.scan);
		assertThat(this.asked).hasSize(Patience.TRIES);
		assertThat(this.world.freshness().completeness()).isEqualTo(Completeness.FAILED);
		assertThat(this.world.freshness().trouble().cause()).isEqualTo(Cause.UNAVAILABLE);
	}

	@Test
	void onlyOneNodeReads() {
		fill(30);
		this.scan.before = (name) -> {
			this.scan.before = this.asked::add;
			this.world.everything(new FakeScan(this.tenant));
		};
		this.world.ifDue(this.scan);
		assertThat(this.world.events).hasSize(1);
		assertThat(this.world.freshness().completeness()).isEqualTo(Completeness.COMPLETE);
	}

	@Test
	void aNodeThatWasTakenForDeadWritesNothing() {
		fill(30);
		AtomicInteger calls = new AtomicInteger();
		this.scan.before = (name) -> {
			if (calls.incrementAndGet() == 4) {
				this.world.time.pass(Holds.LENGTH.plusSeconds(1));
				this.world.everything(new FakeScan(this.tenant));
				this.world.events.clear();
			}
		};
		this.world.ifDue(this.scan);
		assertThat(this.world.reading().phase()).isEqualTo(Phase.IDLE);
		assertThat(calls).hasValueLessThanOrEqualTo(4 + PagesAhead.MOST);
		assertThat(this.world.freshness().completeness()).isEqualTo(Completeness.COMPLETE);
		this.world.checkCounts();
	}

	private void fill(int applications) {
		for (int count = 0; count < applications; count++) {
			this.tenant.add();
		}
	}

	private void failAt(int call, RuntimeException failure) {
		AtomicInteger calls = new AtomicInteger();
		this.scan.before = (name) -> {
			if (calls.incrementAndGet() == call) {
				throw failure;
			}
		};
	}

}
