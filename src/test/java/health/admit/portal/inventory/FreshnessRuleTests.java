package health.admit.portal.inventory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import health.admit.portal.inventory.Freshness.Cause;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FreshnessRuleTests {

	private static final UUID TENANT = UUID.randomUUID();

	private static final Instant T = Instant.parse("2026-11-23T08:00:00Z");

	private static final Freshness.Trouble TROUBLE = Troubles.plain(Cause.REFUSED, T.plusSeconds(99));

	private final Reading never = Reading.none(TENANT, Source.APPLICATION);

	private final Reading starting = this.never.everything(T);

	private final Reading listing = this.starting.begun("since", 2).listed(1, 1, "page");

	private final Reading checking = this.listing.listed(1, 1, null)
		.looking(T.plusSeconds(5))
		.changed(0, 0, 0, null, "later");

	private final Reading complete = this.checking.agreed(2).complete();

	private final Reading differing = this.checking.differs(3, Troubles.plain(Cause.COUNT_DIFFERS, T));

	@Test
	void nothingWasRead() {
		assertThat(of(this.never)).isEqualTo(Completeness.NEVER);
		assertThat(FreshnessRule.of(List.of(this.never), 0, false))
			.isEqualTo(IndexState.of(Completeness.NEVER, 0, 0, null, null, null));
	}

	@Test
	void theFirstPassIsUnderWayUntilItsVeryEnd() {
		for (Reading reading : List.of(this.starting, this.listing, this.checking, this.checking.agreed(2))) {
			assertThat(of(reading)).isEqualTo(Completeness.FIRST_PASS);
			assertThat(FreshnessRule.of(List.of(reading), 0, true).completeness()).isEqualTo(Completeness.FIRST_PASS);
			assertThat(FreshnessRule.of(List.of(reading), 0, true).asOf()).isNull();
		}
	}

	@Test
	void theFirstPassThatStoppedIsAPart() {
		Reading stopped = this.listing.stopped(TROUBLE);
		assertThat(of(stopped)).isEqualTo(Completeness.PARTIAL);
		assertThat(FreshnessRule.of(List.of(stopped), 0, false).trouble()).isEqualTo(TROUBLE);
		assertThat(of(this.listing.givenUp(TROUBLE))).isEqualTo(Completeness.PARTIAL);
	}

	@Test
	void aPassThatMissedNothingIsCompleteAsOfItsLastLook() {
		Freshness freshness = FreshnessRule.of(List.of(this.complete), 7, false);
		assertThat(freshness).isEqualTo(IndexState.of(Completeness.COMPLETE, 2, 7, T.plusSeconds(5), null, null));
	}

	@Test
	void aCountThatDiffersIsAPartUntilAPassMissedNothing() {
		assertThat(of(this.differing)).isEqualTo(Completeness.PARTIAL);
		Reading refreshed = this.differing.changesSince(T).changed(0, 0, 0, null, "later");
		assertThat(of(refreshed)).isEqualTo(Completeness.PARTIAL);
		assertThat(refreshed.trouble()).isNotNull();
		Reading again = this.differing.everything(T).begun("since", 3).listed(3, 1, null);
		assertThat(of(again)).isEqualTo(Completeness.PARTIAL);
		assertThat(of(again.changed(0, 0, 0, null, "later").agreed(3).complete())).isEqualTo(Completeness.COMPLETE);
	}

	@Test
	void aRefreshThatFailedMakesItOldUntilOneSucceeds() {
		Reading failed = this.complete.changesSince(T).stopped(TROUBLE);
		assertThat(of(failed)).isEqualTo(Completeness.FAILED);
		assertThat(FreshnessRule.of(List.of(failed), 0, false).asOf()).isEqualTo(T.plusSeconds(5));
		Reading half = failed.changed(1, 0, 0, "next", null);
		assertThat(of(half)).isEqualTo(Completeness.FAILED);
		assertThat(half.trouble()).isEqualTo(TROUBLE);
		Reading done = half.changed(1, 0, 0, null, "later");
		assertThat(of(done)).isEqualTo(Completeness.COMPLETE);
		assertThat(done.trouble()).isNull();
		Reading nightly = failed.everything(T).begun("since", 2).listed(2, 0, "page");
		assertThat(of(nightly)).isEqualTo(Completeness.FAILED);
	}

	@Test
	void aWaitIsNoFailure() {
		Reading waiting = this.complete.changesSince(T).waiting(TROUBLE, T.plusSeconds(60));
		Freshness freshness = FreshnessRule.of(List.of(waiting), 0, true);
		assertThat(freshness.completeness()).isEqualTo(Completeness.COMPLETE);
		assertThat(freshness.activity().waitingUntil()).isEqualTo(T.plusSeconds(60));
		assertThat(waiting.changed(0, 0, 0, null, "later").trouble()).isNull();
	}

	@Test
	void activityIsShownOnlyWhileSomebodyReads() {
		assertThat(FreshnessRule.of(List.of(this.listing), 0, true).activity())
			.isEqualTo(new Freshness.Activity(Source.APPLICATION, true, 1, 1, 2, T, null));
		assertThat(FreshnessRule.of(List.of(this.listing), 0, false).activity()).isNull();
		assertThat(FreshnessRule.of(List.of(this.complete.changesSince(T)), 0, true).activity().full()).isFalse();
	}

	@Test
	void aWaitThatNobodyWaitsForAnyMoreIsNoTrouble() {
		Reading waiting = this.complete.changesSince(T).waiting(TROUBLE, T.plusSeconds(60));
		assertThat(FreshnessRule.of(List.of(waiting), 0, true).trouble()).isEqualTo(TROUBLE);
		assertThat(FreshnessRule.of(List.of(waiting), 0, false).trouble()).isNull();
	}

	@Test
	void everySourceSaysWhatItHoldsAndWhatItsTroubleIs() {
		assertThat(FreshnessRule.of(List.of(this.complete), 7, false).principals()).isNull();
		Reading principals = Reading.none(TENANT, Source.SERVICE_PRINCIPAL)
			.everything(T)
			.begun("since", 9)
			.listed(5, 5, "page");
		Freshness reading = FreshnessRule.of(List.of(this.complete, principals), 7, true);
		assertThat(reading.applications()).isEqualTo(2);
		assertThat(reading.principals()).isEqualTo(5);
		assertThat(reading.activity().source()).isEqualTo(Source.SERVICE_PRINCIPAL);
		assertThat(reading.troubled()).isEmpty();
		Freshness stopped = FreshnessRule.of(List.of(this.complete, principals.stopped(TROUBLE)), 7, false);
		assertThat(stopped.troubled()).hasValueSatisfying((part) -> {
			assertThat(part.source()).isEqualTo(Source.SERVICE_PRINCIPAL);
			assertThat(part.completeness()).isEqualTo(Completeness.PARTIAL);
		});
		assertThat(stopped.trouble()).isEqualTo(TROUBLE);
	}

	@Test
	void isOldAfterTwoDays() {
		Freshness freshness = IndexState.of(Completeness.COMPLETE, 1, 1, T, null, null);
		assertThat(freshness.isOld(T.plus(Duration.ofHours(48)))).isFalse();
		assertThat(freshness.isOld(T.plus(Duration.ofHours(48)).plusMillis(1))).isTrue();
		assertThat(IndexState.of(Completeness.NEVER, 0, 0, null, null, null).isOld(T)).isFalse();
	}

	/** No false "complete": every pair of states in which one source is not. */
	@Test
	void isCompleteOnlyWhenEverySourceIs() {
		List<Reading> incomplete = new ArrayList<>(List.of(this.never, this.starting, this.listing, this.checking,
				this.differing, this.listing.stopped(TROUBLE), this.complete.changesSince(T).stopped(TROUBLE)));
		for (Reading other : incomplete) {
			assertThat(FreshnessRule.of(List.of(this.complete, other), 0, false).completeness()).as("%s", other)
				.isNotEqualTo(Completeness.COMPLETE);
			assertThat(FreshnessRule.of(List.of(other, this.complete), 0, true).completeness()).as("%s", other)
				.isNotEqualTo(Completeness.COMPLETE);
		}
		assertThat(of(this.complete, this.complete)).isEqualTo(Completeness.COMPLETE);
		assertThat(of(this.complete, this.never)).isEqualTo(Completeness.FIRST_PASS);
	}

	private static Completeness of(Reading... readings) {
		return FreshnessRule.of(List.of(readings), 0, false).completeness();
	}

}
