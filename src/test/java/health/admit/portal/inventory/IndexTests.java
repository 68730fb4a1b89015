package health.admit.portal.inventory;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import health.admit.portal.cloud.CallTrace;
import health.admit.portal.directory.DirectoryRefused;
import health.admit.portal.directory.UsePage;
import health.admit.support.Database;
import health.admit.support.OnEachDatabase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@OnEachDatabase
class IndexTests {

	private final IndexWorld world;

	private final FakeTenant tenant;

	private final FakeScan scan;

	IndexTests(Database database) {
		this.world = new IndexWorld(database.fresh());
		this.tenant = new FakeTenant(new Random(11), this.world.time);
		this.scan = new FakeScan(this.tenant);
		for (int count = 0; count < 40; count++) {
			this.tenant.add();
		}
		this.world.ifDue(this.scan);
	}

	@Test
	void keepsTheWorkStateThroughFurtherPasses() {
		CredentialMarks marks = new CredentialMarks(this.world.holds, this.world.index);
		CredentialKey key = anyCredential();
		assertThat(marks.mark(this.world.tenant, key, WorkState.CLAIMED)).isTrue();
		this.world.checkCounts();
		this.world.everything(this.scan);
		assertThat(entry(key).facet().work()).isEqualTo(WorkState.CLAIMED);
		assertThat(marks.mark(this.world.tenant, new CredentialKey(key.objectId(), UUID.randomUUID()), WorkState.DONE))
			.isFalse();
		assertThat(marks.mark(this.world.tenant, new CredentialKey(UUID.randomUUID(), key.keyId()), WorkState.DONE))
			.isFalse();
	}

	@Test
	void ownersMoveAllCredentialsOfTheirObject() {
		OwnerStore store = new OwnerStore(this.world.jdbc, this.world.holds, this.world.index);
		CredentialKey key = anyCredential();
		Ownership ownership = Ownership.of(List.of(OwnershipTests.person(true, false)), List.of(), Set.of());
		store.write(this.world.tenant, Map.of(key.objectId(), ownership), true);
		assertThat(entry(key).facet().owners()).isEqualTo(OwnerState.GOOD);
		assertThat(store.of(this.world.tenant, List.of(key.objectId()))).containsEntry(key.objectId(),
				ownership.owners());
		assertThat(ownerWords(key)).contains("ada", "example", "contoso");
		this.world.everything(this.scan);
		assertThat(entry(key).facet().owners()).isEqualTo(OwnerState.GOOD);
		this.world.checkCounts();
		this.tenant.delete(key.objectId());
		this.world.read(this.scan);
		assertThat(ownerWords(key)).isEmpty();
		assertThat(store.of(this.world.tenant, List.of(key.objectId()))).isEmpty();
		this.world.checkCounts();
	}

	@Test
	void writesWhenCredentialsWereLastUsed() {
		CredentialKey key = anyCredential();
		UUID appId = this.tenant.live.get(key.objectId()).appId();
		Instant used = this.world.time.instant().minus(Duration.ofDays(3));
		this.scan.uses.add(new UsePage(List.of(new UsePage.Use(appId, null, key.keyId(), used),
				new UsePage.Use(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), used)), null));
		LastUseReports reports = new LastUseReports(this.world.jdbc);
		UseReading reading = new UseReading(this.world.jdbc, this.world.holds, this.world.index, reports,
				this.world.time);
		assertThat(reports.of(this.world.tenant)).isEmpty();
		reading.read(this.world.tenant, this.scan);
		assertThat(entry(key).held().lastUsed()).isEqualTo(used);
		assertThat(reports.of(this.world.tenant))
			.hasValueSatisfying((report) -> assertThat(report.isAvailable()).isTrue());
		this.scan.before = (name) -> {
			throw new DirectoryRefused(403, "Authentication_RequestFromNonPremiumTenant", "No licence",
					new CallTrace(UUID.randomUUID(), null));
		};
		reading.read(this.world.tenant, this.scan);
		assertThat(reports.of(this.world.tenant)).hasValueSatisfying((report) -> {
			assertThat(report.isAvailable()).isFalse();
			assertThat(report.trouble().code()).isEqualTo("Authentication_RequestFromNonPremiumTenant");
		});
		assertThat(entry(key).held().lastUsed()).isEqualTo(used);
		assertThat(this.world.freshness().completeness()).isEqualTo(Completeness.COMPLETE);
	}

	@Test
	void timeAloneMovesCredentialsBetweenBands() {
		for (int step = 0; step < 30; step++) {
			this.world.time.pass(Duration.ofDays(17));
			this.world.roll.roll(this.world.tenant);
			this.world.checkAppraisal(this.tenant.live);
			this.world.checkCounts();
		}
	}

	@Test
	void writesNothingThatHasNotChanged() {
		Map<UUID, Sheet> before = sheets();
		this.world.everything(this.scan);
		Map<UUID, Sheet> after = new HashMap<>();
		sheets().forEach((id, sheet) -> after.put(id, new Sheet(sheet.subject().in(before.get(id).subject().pass()),
				sheet.entries(), sheet.liveSecrets(), sheet.rollAt())));
		assertThat(after).isEqualTo(before);
		Difference difference = new Difference(this.world.tenant, before, before.values());
		assertThat(difference.changedObjects).isEmpty();
		assertThat(difference.changedEntries).isEmpty();
		assertThat(difference.seen).isEmpty();
	}

	private Map<UUID, Sheet> sheets() {
		return this.world.sheets.of(this.world.tenant, this.tenant.live.keySet());
	}

	private CredentialKey anyCredential() {
		return sheets().values()
			.stream()
			.filter((sheet) -> !sheet.entries().isEmpty())
			.map((sheet) -> new CredentialKey(sheet.subject().objectId(), sheet.entries().get(0).held().keyId()))
			.findFirst()
			.orElseThrow();
	}

	private Entry entry(CredentialKey key) {
		return sheets().get(key.objectId())
			.entries()
			.stream()
			.filter((entry) -> entry.held().keyId().equals(key.keyId()))
			.findFirst()
			.orElseThrow();
	}

	private List<String> ownerWords(CredentialKey key) {
		return this.world.jdbc.queryForList(
				"select word from inventory_word where tenant = ? and object_id = ? and of_owner = true", String.class,
				this.world.tenant, key.objectId());
	}

}
