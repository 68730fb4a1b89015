package health.admit.portal.inventory;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Works out everything the index says about an object at one moment.
 */
record Appraisal(Instant now, LifetimeLimit limit) {

	private static final List<Duration> STEPS = Stream.of(Band.values())
		.map((band) -> band.until(Instant.EPOCH))
		.filter(Objects::nonNull)
		.map((until) -> Duration.between(Instant.EPOCH, until))
		.toList();

	Sheet of(Sheet.Subject subject, List<Held> credentials) {
		List<Entry> entries = credentials.stream()
			.sorted(Comparator.comparing(Held::keyId))
			.map((held) -> entry(subject, held, credentials))
			.toList();
		int live = (int) credentials.stream()
			.filter((held) -> held.kind() == CredentialKind.SECRET && held.endsAfter(this.now))
			.count();
		Instant roll = entries.stream().flatMap(this::moments).min(Comparator.naturalOrder()).orElse(null);
		return new Sheet(subject, entries, live, roll);
	}

	Sheet again(Sheet sheet) {
		return of(sheet.subject(), sheet.held());
	}

	private Entry entry(Sheet.Subject subject, Held held, List<Held> all) {
		Instant coveredFrom = Coverage.from(held, all, this.now);
		boolean covered = coveredFrom != null && !coveredFrom.isAfter(this.now);
		Facet facet = new Facet(held.kind(), subject.source(), covered, this.limit.exceededBy(held), subject.owners(),
				held.work());
		return new Entry(held, facet, Band.of(held.ends(), this.now), coveredFrom);
	}

	/**
	 * Moments to come at which time alone changes what is said: each band that the end
	 * enters, and the beginning of coverage. Coverage ends with an end as well.
	 */
	private Stream<Instant> moments(Entry entry) {
		Instant ends = entry.held().ends();
		Stream<Instant> bands = (ends != null) ? STEPS.stream().map(ends::minus) : Stream.empty();
		return Stream.concat(bands, Stream.ofNullable(entry.coveredFrom()))
			.filter((moment) -> moment.isAfter(this.now));
	}

}
