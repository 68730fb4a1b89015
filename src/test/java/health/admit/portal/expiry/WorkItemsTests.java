package health.admit.portal.expiry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import health.admit.portal.inventory.Completeness;
import health.admit.portal.inventory.CredentialKey;
import health.admit.portal.inventory.CredentialKind;
import health.admit.portal.inventory.CredentialRow;
import health.admit.portal.inventory.IndexState;
import health.admit.portal.inventory.IndexedApplication;
import health.admit.portal.inventory.Inventory;
import health.admit.portal.inventory.InventoryChanged;
import health.admit.portal.inventory.OwnerState;
import health.admit.portal.inventory.Source;
import health.admit.portal.inventory.WorkState;
import health.admit.portal.signin.Operator;
import health.admit.support.Database;
import health.admit.support.OnEachDatabase;
import health.admit.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.datasource.DataSourceTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

@OnEachDatabase
class WorkItemsTests {

	private static final Instant NOW = Instant.parse("2026-11-23T08:40:00Z");

	private static final UUID TENANT = UUID.fromString("5f0a3c8e-2b47-4d1e-9a63-7c1d2e9b4f10");

	private static final Operator TOM = new Operator(TENANT, UUID.randomUUID(), "Tom", "tom", Set.of());

	private static final Operator HANA = new Operator(TENANT, UUID.randomUUID(), "Hana", "hana", Set.of());

	private static final CredentialRow ROW = Rows.secret(Rows.KEY, NOW.plus(Duration.ofDays(5)), NOW);

	private static final Duration KEPT = Duration.ofDays(400);

	private final Database database;

	private final Inventory inventory = mock();

	private TestDatabase fresh;

	WorkItemsTests(Database database) {
		this.database = database;
	}

	@BeforeEach
	void index() {
		this.fresh = this.database.fresh();
		given(this.inventory.credential(TENANT, Rows.KEY)).willReturn(Optional.of(ROW));
		given(this.inventory.credentials(eq(TENANT), any()))
			.willAnswer((call) -> call.<List<CredentialKey>>getArgument(1)
				.stream()
				.flatMap((key) -> this.inventory.credential(TENANT, key).stream())
				.toList());
	}

	@Test
	void whatIsDoneIsKeptMarkedAndWrittenDown() {
		WorkItems items = at(NOW);
		changed(items.submit(TOM, Rows.KEY, 0, WorkRequest.of(WorkAction.CLAIM)));
		changed(items.submit(TOM, Rows.KEY, 1, new WorkRequest(WorkAction.TICKET, "INC-7 <b>", null)));
		Instant until = NOW.plus(Duration.ofDays(9));
		changed(items.submit(HANA, Rows.KEY, 2, new WorkRequest(WorkAction.SNOOZE, "vendor", until)));
		WorkItem item = items.find(TENANT, Rows.KEY).orElseThrow();
		assertThat(item).isEqualTo(new WorkItem(TENANT, Rows.KEY, 3, WorkState.SNOOZED, TOM.objectId(), "INC-7 <b>",
				until, "Imaging viewer", CredentialKind.SECRET, ROW.ends(), Absence.NONE, NOW));
		assertThat(items.history(TENANT, Rows.KEY)).containsExactly(
				new WorkLine(3, NOW, HANA.objectId(), WorkEvent.SNOOZED, "vendor", until),
				new WorkLine(2, NOW, TOM.objectId(), WorkEvent.TICKET, "INC-7 <b>", null),
				new WorkLine(1, NOW, TOM.objectId(), WorkEvent.CLAIMED, null, null));
		verify(this.inventory).mark(TENANT, Rows.KEY, WorkState.SNOOZED);
	}

	@Test
	void whoSawAnOlderVersionChangesNothing() {
		WorkItems items = at(NOW);
		changed(items.submit(TOM, Rows.KEY, 0, WorkRequest.of(WorkAction.CLAIM)));
		WorkOutcome late = items.submit(HANA, Rows.KEY, 0, WorkRequest.of(WorkAction.CLAIM));
		assertThat(late).isInstanceOfSatisfying(WorkOutcome.Conflict.class,
				(conflict) -> assertThat(conflict.current().assignee()).isEqualTo(TOM.objectId()));
		assertThat(items.history(TENANT, Rows.KEY)).hasSize(1);
		assertThat(store().save(new WorkItem(TENANT, Rows.KEY, 1, WorkState.DONE, null, null, null, "x",
				CredentialKind.SECRET, null, Absence.NONE, NOW),
				new WorkLine(1, NOW, null, WorkEvent.DONE, null, null)))
			.isFalse();
	}

	@Test
	void ofSeveralOnlyThoseNobodyElseHasAreClaimed() {
		WorkItems items = at(NOW);
		CredentialRow other = Rows.secret(Rows.OTHER, NOW, NOW);
		given(this.inventory.credential(TENANT, Rows.OTHER)).willReturn(Optional.of(other));
		items.submit(TOM, Rows.KEY, 0, WorkRequest.of(WorkAction.CLAIM));
		CredentialKey unknown = new CredentialKey(UUID.randomUUID(), UUID.randomUUID());
		assertThat(items.claim(HANA, List.of(Rows.KEY, Rows.OTHER, unknown))).isEqualTo(1);
		assertThat(store().of(TENANT, HANA.objectId(), 10)).extracting(WorkItem::key).containsExactly(Rows.OTHER);
		assertThat(store().in(TENANT, WorkState.CLAIMED, 10)).hasSize(2);
		assertThat(store().in(UUID.randomUUID(), WorkState.CLAIMED, 10)).isEmpty();
	}

	@Test
	void whatWasPutOffIsTakenUpAgainOnItsDay() {
		WorkItems items = at(NOW);
		Instant until = NOW.plus(Duration.ofDays(1));
		items.submit(TOM, Rows.KEY, 0, new WorkRequest(WorkAction.SNOOZE, "x", until));
		assertThat(at(until).find(TENANT, Rows.KEY).orElseThrow().state()).isEqualTo(WorkState.OPEN);
		following(until.minusMillis(1)).wake();
		assertThat(store().in(TENANT, WorkState.SNOOZED, 10)).hasSize(1);
		following(until).wake();
		following(until).wake();
		assertThat(store().in(TENANT, WorkState.SNOOZED, 10)).isEmpty();
		assertThat(items.history(TENANT, Rows.KEY)).extracting(WorkLine::what)
			.containsExactly(WorkEvent.SNOOZE_OVER, WorkEvent.SNOOZED);
		verify(this.inventory).mark(TENANT, Rows.KEY, WorkState.OPEN);
	}

	@Test
	void workFollowsACompleteIndexAndNoOther() {
		WorkItems items = at(NOW);
		items.submit(TOM, Rows.KEY, 0, WorkRequest.of(WorkAction.CLAIM));
		given(this.inventory.credential(TENANT, Rows.KEY)).willReturn(Optional.empty());
		index(Completeness.PARTIAL, NOW.plusSeconds(60));
		following(NOW.plusSeconds(60)).changed(new InventoryChanged(TENANT, Completeness.PARTIAL, NOW));
		assertThat(items.find(TENANT, Rows.KEY).orElseThrow().state()).isEqualTo(WorkState.CLAIMED);
		index(Completeness.COMPLETE, NOW.plusSeconds(60));
		given(this.inventory.application(TENANT, Rows.OBJECT)).willReturn(Optional.of(application()));
		following(NOW.plusSeconds(60)).changed(new InventoryChanged(TENANT, Completeness.COMPLETE, NOW));
		assertThat(store().lost(TENANT, 10)).hasSize(1);
		given(this.inventory.credentialsOf(TENANT, Rows.OBJECT))
			.willReturn(List.of(Rows.secret(Rows.OTHER, NOW.plus(Duration.ofDays(90)), NOW)));
		following(NOW.plusSeconds(90)).changed(new InventoryChanged(TENANT, Completeness.COMPLETE, NOW));
		WorkItem closed = items.find(TENANT, Rows.KEY).orElseThrow();
		assertThat(closed.state()).isEqualTo(WorkState.DONE);
		assertThat(closed.absence()).isEqualTo(new Absence(NOW.plusSeconds(60), null, true));
		assertThat(items.history(TENANT, Rows.KEY)).extracting(WorkLine::what)
			.containsExactly(WorkEvent.CLOSED_REPLACED, WorkEvent.LOST, WorkEvent.CLAIMED);
	}

	@Test
	void aCredentialThatIsRestoredGetsItsMarkAgain() {
		WorkItems items = at(NOW);
		items.submit(TOM, Rows.KEY, 0, WorkRequest.of(WorkAction.CLAIM));
		index(Completeness.COMPLETE, NOW.plusSeconds(60));
		clearInvocations(this.inventory);
		following(NOW.plusSeconds(60)).changed(new InventoryChanged(TENANT, Completeness.COMPLETE, NOW));
		verify(this.inventory).mark(TENANT, Rows.KEY, WorkState.CLAIMED);
	}

	@Test
	void whatNobodyKnowsCannotBeWorkedOn() {
		assertThat(at(NOW).submit(TOM, Rows.OTHER, 0, WorkRequest.of(WorkAction.CLAIM)))
			.isInstanceOf(WorkOutcome.Gone.class);
	}

	@Test
	void whatWasDoneLongAgoOpensAgainWhenNothingCoversIt() {
		WorkItems items = at(NOW);
		items.submit(TOM, Rows.KEY, 0, new WorkRequest(WorkAction.DONE, "renewed", null));
		given(this.inventory.credential(TENANT, Rows.KEY)).willReturn(Optional.of(marked(true)));
		read(NOW.plus(Duration.ofDays(1)));
		assertThat(items.find(TENANT, Rows.KEY).orElseThrow().state()).isEqualTo(WorkState.DONE);
		given(this.inventory.credential(TENANT, Rows.KEY)).willReturn(Optional.of(marked(false)));
		read(NOW.plus(Duration.ofDays(1000)));
		assertThat(items.find(TENANT, Rows.KEY).orElseThrow().state()).isEqualTo(WorkState.OPEN);
		assertThat(items.history(TENANT, Rows.KEY)).extracting(WorkLine::what)
			.containsExactly(WorkEvent.REOPENED_BY_INDEX, WorkEvent.DONE);
	}

	@Test
	void aReplacementThatIsRemovedLongAfterwardsOpensTheWorkAgain() {
		WorkItems items = at(NOW);
		items.submit(TOM, Rows.KEY, 0, WorkRequest.of(WorkAction.CLAIM));
		gone(List.of(Rows.secret(Rows.OTHER, NOW.plus(Duration.ofDays(300)), NOW)));
		read(NOW.plusSeconds(60));
		assertThat(items.find(TENANT, Rows.KEY).orElseThrow().state()).isEqualTo(WorkState.DONE);
		gone(List.of());
		read(NOW.plus(Duration.ofDays(200)));
		read(NOW.plus(Duration.ofDays(201)));
		assertThat(store().lost(TENANT, 10)).extracting(WorkItem::state).containsExactly(WorkState.CLAIMED);
		assertThat(items.history(TENANT, Rows.KEY)).extracting(WorkLine::what)
			.containsExactly(WorkEvent.REOPENED_UNREPLACED, WorkEvent.CLOSED_REPLACED, WorkEvent.CLAIMED);
	}

	@Test
	void workIsForgottenLongAfterItsCredentialIsGoneAndNotBefore() {
		WorkItems items = at(NOW);
		given(this.inventory.credential(TENANT, Rows.OTHER))
			.willReturn(Optional.of(Rows.secret(Rows.OTHER, NOW.plus(Duration.ofDays(90)), NOW)));
		items.submit(TOM, Rows.KEY, 0, WorkRequest.of(WorkAction.CLAIM));
		items.submit(TOM, Rows.OTHER, 0, WorkRequest.of(WorkAction.CLAIM));
		given(this.inventory.credential(TENANT, Rows.KEY)).willReturn(Optional.empty());
		read(NOW.plusSeconds(60));
		read(NOW.plusSeconds(60).plus(KEPT));
		assertThat(items.history(TENANT, Rows.KEY)).isNotEmpty();
		index(Completeness.FAILED, NOW);
		following(NOW.plusSeconds(61).plus(KEPT)).changed(new InventoryChanged(TENANT, Completeness.FAILED, NOW));
		assertThat(items.history(TENANT, Rows.KEY)).isNotEmpty();
		read(NOW.plusSeconds(61).plus(KEPT));
		assertThat(items.find(TENANT, Rows.KEY)).isEmpty();
		assertThat(items.history(TENANT, Rows.KEY)).isEmpty();
		read(NOW.plus(KEPT.multipliedBy(9)));
		assertThat(items.history(TENANT, Rows.OTHER)).hasSize(1);
	}

	@Test
	void whatSomebodyStillWritesAboutIsNotForgotten() {
		WorkItems items = at(NOW);
		items.submit(TOM, Rows.KEY, 0, WorkRequest.of(WorkAction.CLAIM));
		given(this.inventory.credential(TENANT, Rows.KEY)).willReturn(Optional.empty());
		read(NOW.plusSeconds(60));
		Instant late = NOW.plus(KEPT);
		changed(at(late).submit(TOM, Rows.KEY, 2, new WorkRequest(WorkAction.NOTE, "audit asks", null)));
		read(late.plusSeconds(90));
		assertThat(items.history(TENANT, Rows.KEY)).hasSize(3);
		WorkItem seen = items.find(TENANT, Rows.KEY).orElseThrow();
		changed(at(late).submit(TOM, Rows.KEY, 3, new WorkRequest(WorkAction.NOTE, "and again", null)));
		items.forget(seen);
		assertThat(items.history(TENANT, Rows.KEY)).hasSize(4);
	}

	private void gone(List<CredentialRow> others) {
		given(this.inventory.credential(TENANT, Rows.KEY)).willReturn(Optional.empty());
		given(this.inventory.application(TENANT, Rows.OBJECT)).willReturn(Optional.of(application()));
		given(this.inventory.credentialsOf(TENANT, Rows.OBJECT)).willReturn(others);
	}

	private void read(Instant now) {
		index(Completeness.COMPLETE, now);
		following(now).changed(new InventoryChanged(TENANT, Completeness.COMPLETE, now));
	}

	private static CredentialRow marked(boolean covered) {
		return Rows.row(Rows.KEY, "Imaging viewer", ROW.ends(), NOW, covered, OwnerState.GOOD, WorkState.DONE);
	}

	private void index(Completeness completeness, Instant asOf) {
		given(this.inventory.freshness(TENANT)).willReturn(IndexState.of(completeness, 1, 1, asOf, null, null));
	}

	private static IndexedApplication application() {
		return new IndexedApplication(Rows.OBJECT, Source.APPLICATION, Rows.APP_ID, "Imaging viewer", NOW,
				OwnerState.GOOD, NOW, 1);
	}

	private static void changed(WorkOutcome outcome) {
		assertThat(outcome).isInstanceOf(WorkOutcome.Changed.class);
	}

	private WorkStore store() {
		return new WorkStore(this.fresh.jdbc());
	}

	private WorkItems at(Instant now) {
		return new WorkItems(store(), this.inventory, new DataSourceTransactionManager(this.fresh.dataSource()),
				Clock.fixed(now, ZoneOffset.UTC));
	}

	private WorkFollowing following(Instant now) {
		return new WorkFollowing(store(), at(now), this.inventory, new ExpiryProperties(KEPT),
				Clock.fixed(now, ZoneOffset.UTC));
	}

}
