package health.admit.portal.inventory;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import health.admit.portal.inventory.Freshness.Cause;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DueTests {

	private static final Instant T = Instant.parse("2026-11-23T08:00:00Z");

	private final Reading never = Reading.none(UUID.randomUUID(), Source.APPLICATION);

	private final Reading complete = this.never.everything(T)
		.begun("since", 0)
		.looking(T)
		.listed(0, 0, null)
		.changed(0, 0, 0, null, "later")
		.agreed(0)
		.complete();

	@Test
	void readsEverythingOnce() {
		assertThat(after(this.never, Duration.ZERO)).isEqualTo(Due.EVERYTHING);
	}

	@Test
	void looksForChangesAfterSomeMinutesAndForEverythingAfterADay() {
		assertThat(after(this.complete, Duration.ofMinutes(14))).isEqualTo(Due.NOTHING);
		assertThat(after(this.complete, Duration.ofMinutes(15))).isEqualTo(Due.CHANGES);
		assertThat(after(this.complete, Duration.ofHours(24))).isEqualTo(Due.EVERYTHING);
		assertThat(Due.asked(this.complete, IndexWorld.SETTINGS, T)).isEqualTo(Due.CHANGES);
		assertThat(Due.everything(this.complete)).isEqualTo(Due.EVERYTHING);
	}

	@Test
	void goesOnWithWhatIsUnfinished() {
		Reading unfinished = this.never.everything(T).begun("since", 5);
		assertThat(after(unfinished, Duration.ZERO)).isEqualTo(Due.REST);
		assertThat(Due.everything(unfinished)).isEqualTo(Due.REST);
		assertThat(Due.everything(this.complete.changesSince(T))).isEqualTo(Due.EVERYTHING);
	}

	@Test
	void restsAfterTroubleButNotLongAfterASignInEnded() {
		Reading refused = this.complete.changesSince(T).stopped(Troubles.plain(Cause.REFUSED, T));
		assertThat(after(refused, Duration.ofMinutes(14))).isEqualTo(Due.NOTHING);
		assertThat(after(refused, Duration.ofMinutes(15))).isEqualTo(Due.REST);
		Reading ended = this.complete.changesSince(T).stopped(Troubles.plain(Cause.SIGN_IN_ENDED, T));
		assertThat(after(ended, Duration.ofSeconds(19))).isEqualTo(Due.NOTHING);
		assertThat(after(ended, Duration.ofSeconds(20))).isEqualTo(Due.REST);
	}

	@Test
	void readsEverythingAtNightUnlessItWasDoneThisNight() {
		assertThat(Due.atNight(this.complete, IndexWorld.SETTINGS, T.plus(Duration.ofHours(11))))
			.isEqualTo(Due.CHANGES);
		assertThat(Due.atNight(this.complete, IndexWorld.SETTINGS, T.plus(Duration.ofHours(12))))
			.isEqualTo(Due.EVERYTHING);
	}

	private static Due after(Reading reading, Duration time) {
		return Due.of(reading, IndexWorld.SETTINGS, T.plus(time));
	}

}
