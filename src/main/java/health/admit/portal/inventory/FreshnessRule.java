package health.admit.portal.inventory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import health.admit.portal.inventory.Freshness.Activity;
import health.admit.portal.inventory.Freshness.Part;
import org.jspecify.annotations.Nullable;

/**
 * Says from the state of the readings how complete the index is. It is complete only when
 * every source is.
 */
final class FreshnessRule {

	private FreshnessRule() {
	}

	/**
	 * The freshness of an index.
	 * @param readings of every source that is switched on
	 * @param underWay whether some node reads at this moment
	 */
	static Freshness of(List<Reading> readings, long credentials, boolean underWay) {
		boolean ever = readings.stream().allMatch((reading) -> reading.known().asOf() != null);
		Instant asOf = ever ? readings.stream()
			.map((reading) -> reading.known().asOf())
			.filter(Objects::nonNull)
			.min(Comparator.naturalOrder())
			.orElse(null) : null;
		List<Part> parts = readings.stream().map((reading) -> part(reading, underWay)).toList();
		return new Freshness(worst(parts.stream().map(Part::completeness).toList()), parts, credentials, asOf,
				underWay ? activity(readings) : null);
	}

	private static Completeness worst(List<Completeness> all) {
		if (all.stream().allMatch((one) -> one == Completeness.NEVER)) {
			return Completeness.NEVER;
		}
		if (all.contains(Completeness.PARTIAL)) {
			return Completeness.PARTIAL;
		}
		if (all.contains(Completeness.FIRST_PASS) || all.contains(Completeness.NEVER)) {
			return Completeness.FIRST_PASS;
		}
		return all.contains(Completeness.FAILED) ? Completeness.FAILED : Completeness.COMPLETE;
	}

	static Completeness completeness(Reading reading, boolean underWay) {
		Reading.Known known = reading.known();
		if (known.gap()) {
			return Completeness.PARTIAL;
		}
		if (known.fullAt() != null) {
			return known.failed() ? Completeness.FAILED : Completeness.COMPLETE;
		}
		if (known.failed() && !underWay) {
			return Completeness.PARTIAL;
		}
		return (reading.phase() == Phase.IDLE) ? Completeness.NEVER : Completeness.FIRST_PASS;
	}

	private static @Nullable Activity activity(List<Reading> readings) {
		return readings.stream()
			.filter((reading) -> reading.phase() != Phase.IDLE && reading.progress().startedAt() != null)
			.findFirst()
			.map((reading) -> new Activity(reading.source(), reading.phase().isFull(), reading.progress().pages(),
					reading.progress().read(), reading.progress().expected(),
					Objects.requireNonNull(reading.progress().startedAt()), reading.waitingUntil()))
			.orElse(null);
	}

	/**
	 * A wait that nobody waits for any more is no trouble: the next reading goes on
	 * there.
	 */
	private static Part part(Reading reading, boolean underWay) {
		boolean told = !reading.known().isSound() || (underWay && reading.waitingUntil() != null);
		return new Part(reading.source(), completeness(reading, underWay), reading.known().objects(),
				told ? reading.trouble() : null);
	}

}
