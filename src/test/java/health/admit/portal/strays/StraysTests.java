package health.admit.portal.strays;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import health.admit.portal.inventory.Completeness;
import health.admit.portal.inventory.CredentialKey;
import health.admit.portal.inventory.FakeInventory;
import health.admit.portal.inventory.InventoryChanged;
import health.admit.portal.inventory.MarkedFixture;
import health.admit.portal.inventory.MarkedSecret;
import health.admit.portal.operation.JournalFixture;
import health.admit.portal.operation.OperationId;
import health.admit.portal.operation.OperationState.Phase;
import health.admit.portal.operation.Operations;
import health.admit.portal.operation.Plan;
import health.admit.support.Database;
import health.admit.support.OnEachDatabase;
import health.admit.support.Operators;
import health.admit.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;

@OnEachDatabase
class StraysTests {

	private static final UUID TENANT = Operators.TENANT;

	private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

	private final MarkedFixture marked;

	private final JournalFixture journal;

	private final FakeInventory inventory = new FakeInventory();

	private final Operations operations = mock(Operations.class);

	private final Strays strays;

	StraysTests(Database database) {
		TestDatabase fresh = database.fresh();
		this.marked = new MarkedFixture(fresh);
		this.journal = new JournalFixture(fresh);
		this.strays = new Strays(this.marked.secrets(), this.inventory, this.journal.known(),
				new StrayRemovals(fresh.jdbc()), this.operations);
		asOf(NOW);
	}

	@Test
	void whatNoOperationKeepsIsListed() {
		CredentialKey unknown = this.marked.put(TENANT, UUID.randomUUID());
		CredentialKey left = this.marked.put(TENANT, ended(Phase.FINISHED, UUID.randomUUID()));
		CredentialKey lost = this.marked.put(TENANT, put(TENANT, Phase.REFUSED, Map.of()));
		this.marked.put(TENANT, put(TENANT, Phase.RUNNING, Map.of()));
		this.marked.put(TENANT, put(TENANT, Phase.PARKED, Map.of("secretKeyId", UUID.randomUUID().toString())));
		CredentialKey foreign = this.marked.put(TENANT, put(UUID.randomUUID(), Phase.RUNNING, Map.of()));
		UUID elsewhere = UUID.randomUUID();
		this.marked.put(elsewhere, UUID.randomUUID());
		assertThat(this.strays.of(TENANT).strays()).extracting((stray) -> stray.secret().key(), Stray::why)
			.containsExactlyInAnyOrder(tuple(unknown, Judgement.UNKNOWN_OPERATION), tuple(left, Judgement.OTHER_KEPT),
					tuple(lost, Judgement.NONE_KEPT), tuple(foreign, Judgement.UNKNOWN_OPERATION));
		assertThat(this.strays.of(TENANT).whole()).isTrue();
		assertThat(this.strays.count(TENANT)).isEqualTo(4);
		assertThat(this.strays.count(elsewhere)).isEqualTo(1);
		assertThat(this.strays.find(elsewhere, unknown)).isEmpty();
	}

	@Test
	void whatIsKeptForGoodIsLookedAtOnce() {
		OperationId operation = OperationId.random();
		CredentialKey kept = this.marked.put(TENANT, operation.value());
		CredentialKey left = this.marked.put(TENANT, operation.value());
		this.journal.put(operation, TENANT, Phase.RUNNING, kept(kept), NOW);
		readingEnded();
		assertThat(open()).as("it may still settle").hasSize(2);
		assertThat(this.strays.count(TENANT)).isZero();
		this.journal.put(operation, TENANT, Phase.FINISHED, kept(kept), NOW);
		assertThat(this.strays.of(TENANT).strays()).extracting((stray) -> stray.secret().key()).containsExactly(left);
		readingEnded();
		assertThat(open()).extracting(MarkedSecret::key).containsExactly(left);
	}

	@Test
	void moreThanOnePartIsSetAside() {
		for (int count = 0; count < Strays.MOST + 3; count++) {
			OperationId operation = OperationId.random();
			this.journal.put(operation, TENANT, Phase.FINISHED, kept(this.marked.put(TENANT, operation.value())), NOW);
		}
		assertThat(this.strays.of(TENANT)).isEqualTo(new StrayList(List.of(), false));
		CredentialKey left = this.marked.put(TENANT, UUID.randomUUID());
		readingEnded();
		assertThat(open()).extracting(MarkedSecret::key).containsExactly(left);
	}

	@Test
	void aRemovalIsOneStepAndIsAskedForOnce() {
		CredentialKey key = this.marked.put(TENANT, UUID.randomUUID());
		OperationId started = OperationId.random();
		UUID form = UUID.randomUUID();
		given(this.operations.start(any(), eq(form), any(), eq(Operators.DELEGATION))).willReturn(started);
		assertThat(remove(key, form)).contains(started);
		ArgumentCaptor<Plan> plan = ArgumentCaptor.forClass(Plan.class);
		then(this.operations).should().start(any(), any(), plan.capture(), any());
		assertThat(plan.getValue().title()).isEqualTo("Viewer");
		assertThat(plan.getValue().steps()).singleElement().satisfies((step) -> {
			assertThat(step.kind()).isEqualTo("secret.remove");
			assertThat(step.parameters()).containsOnly(Map.entry("applicationObjectId", key.objectId().toString()),
					Map.entry("keyId", key.keyId().toString()));
		});
		this.journal.put(started, TENANT, Phase.RUNNING, Map.of(), NOW);
		assertThat(this.strays.find(TENANT, key)).hasValueSatisfying((stray) -> {
			assertThat(stray.removal()).isEqualTo(Removal.RUNNING);
			assertThat(stray.removedBy().id()).isEqualTo(started);
		});
		assertThat(this.strays.count(TENANT)).isZero();
		assertThat(remove(key, UUID.randomUUID())).as("somebody else").contains(started);
		then(this.operations).shouldHaveNoMoreInteractions();
		this.journal.put(started, TENANT, Phase.PARKED, Map.of(), NOW);
		assertThat(this.strays.count(TENANT)).as("waits for somebody").isEqualTo(1);
		this.journal.put(started, TENANT, Phase.FINISHED, Map.of(), NOW);
		assertThat(this.strays.find(TENANT, key).orElseThrow().removal()).isEqualTo(Removal.DONE);
		assertThat(this.strays.count(TENANT)).isZero();
	}

	@Test
	void whatIsSeenAgainAfterItsRemovalCanBeRemovedAgain() {
		CredentialKey key = this.marked.put(TENANT, UUID.randomUUID());
		OperationId first = OperationId.random();
		OperationId second = OperationId.random();
		given(this.operations.start(any(), any(), any(), any())).willReturn(first, second);
		remove(key, UUID.randomUUID());
		this.journal.put(first, TENANT, Phase.FINISHED, Map.of(), NOW);
		asOf(NOW.plusSeconds(60));
		assertThat(this.strays.count(TENANT)).isEqualTo(1);
		assertThat(remove(key, UUID.randomUUID())).contains(second);
		this.journal.put(second, TENANT, Phase.RUNNING, Map.of(), NOW);
		assertThat(this.strays.find(TENANT, key).orElseThrow().removedBy().id()).isEqualTo(second);
	}

	@Test
	void whatIsNoStrayIsNeverRemoved() {
		OperationId operation = OperationId.random();
		CredentialKey kept = this.marked.put(TENANT, operation.value());
		for (Phase phase : Phase.values()) {
			this.journal.put(operation, TENANT, phase, kept(kept), NOW);
			assertThat(remove(kept, UUID.randomUUID())).as(phase.name()).isEmpty();
		}
		for (Phase phase : List.of(Phase.RUNNING, Phase.PARKED)) {
			this.journal.put(operation, TENANT, phase, Map.of(), NOW);
			assertThat(remove(kept, UUID.randomUUID())).as(phase.name()).isEmpty();
		}
		assertThat(remove(new CredentialKey(UUID.randomUUID(), UUID.randomUUID()), UUID.randomUUID())).isEmpty();
		assertThat(remove(this.marked.put(UUID.randomUUID(), UUID.randomUUID()), UUID.randomUUID()))
			.as("of another tenant")
			.isEmpty();
		then(this.operations).should(never()).start(any(), any(), any(), any());
	}

	private Optional<OperationId> remove(CredentialKey key, UUID form) {
		return this.strays.remove(key, "Viewer", form, Operators.DELEGATION);
	}

	private List<MarkedSecret> open() {
		return this.marked.secrets().open(TENANT, null, 1000);
	}

	private void readingEnded() {
		this.strays.changed(new InventoryChanged(TENANT, Completeness.COMPLETE, NOW));
	}

	private void asOf(Instant moment) {
		this.inventory.state(Completeness.COMPLETE, moment);
	}

	private UUID ended(Phase phase, UUID kept) {
		return put(TENANT, phase, Map.of("secretKeyId", kept.toString()));
	}

	private UUID put(UUID tenant, Phase phase, Map<String, String> facts) {
		return this.journal.put(OperationId.random(), tenant, phase, facts, NOW).value();
	}

	private static Map<String, String> kept(CredentialKey key) {
		return Map.of("secretKeyId", key.keyId().toString());
	}

}
