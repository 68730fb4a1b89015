package health.admit.portal.inventory;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

import health.admit.portal.inventory.IndexFixture.Entry;

/**
 * What the index should answer, said in plain Java.
 */
record Reference(List<Entry> entries) {

	private static final Comparator<Entry> BY_IDS = Comparator
		.comparing((Entry entry) -> entry.row().key().objectId().toString())
		.thenComparing((entry) -> entry.row().key().keyId().toString());

	List<CredentialKey> list(CredentialFilter filter, Sorting sorting) {
		Set<String> words = Words.of(filter.text());
		return this.entries.stream()
			.filter((entry) -> fits(entry, filter, words))
			.sorted(order(sorting))
			.map((entry) -> entry.row().key())
			.toList();
	}

	Map<Band, Long> counts(CredentialFilter filter) {
		Map<Band, Long> counts = new EnumMap<>(Band.class);
		for (Band band : Band.values()) {
			counts.put(band, 0L);
		}
		Set<String> words = Words.of(filter.text());
		this.entries.stream()
			.filter((entry) -> fits(entry, filter.anyBand(), words))
			.forEach((entry) -> counts.merge(entry.row().band(), 1L, Long::sum));
		return counts;
	}

	Map<Integer, Long> months(CredentialFilter filter) {
		Map<Integer, Long> months = new TreeMap<>();
		Set<String> words = Words.of(filter.text());
		this.entries.stream()
			.filter((entry) -> fits(entry, filter, words) && entry.row().ends() != null)
			.forEach((entry) -> months.merge(IndexFixture.month(entry.row()), 1L, Long::sum));
		return months;
	}

	private static Comparator<Entry> order(Sorting sorting) {
		Comparator<Entry> byEnd = Comparator
			.comparing((Entry entry) -> Objects.requireNonNullElse(entry.row().ends(), ListOrder.NO_END.toInstant()));
		Comparator<Entry> byName = Comparator.comparing(Entry::nameKey);
		return switch (sorting) {
			case ENDS_FIRST -> byEnd.thenComparing(BY_IDS);
			case ENDS_LAST -> byEnd.thenComparing(BY_IDS).reversed();
			case NAME -> byName.thenComparing(BY_IDS);
			case NAME_DESCENDING -> byName.thenComparing(BY_IDS).reversed();
		};
	}

	private static boolean fits(Entry entry, CredentialFilter filter, Set<String> words) {
		CredentialRow row = entry.row();
		return (filter.bands().isEmpty() || filter.bands().contains(row.band()))
				&& (filter.kinds().isEmpty() || filter.kinds().contains(row.kind()))
				&& (filter.sources().isEmpty() || filter.sources().contains(row.source()))
				&& (filter.owners().isEmpty() || filter.owners().contains(row.owners()))
				&& (filter.work().isEmpty() || filter.work().contains(row.work()))
				&& (filter.covered() == null || filter.covered() == row.covered())
				&& (filter.tooLong() == null || filter.tooLong() == row.tooLong())
				&& found(entry, filter.text(), words);
	}

	private static boolean found(Entry entry, String text, Set<String> words) {
		if (text.isEmpty()) {
			return true;
		}
		CredentialRow row = entry.row();
		return ids(row).anyMatch((id) -> id.toString().equalsIgnoreCase(text)) || (!words.isEmpty() && words.stream()
			.allMatch((word) -> entry.words().stream().anyMatch((other) -> other.startsWith(word))));
	}

	private static Stream<UUID> ids(CredentialRow row) {
		return Stream.of(row.key().objectId(), row.key().keyId(), Objects.requireNonNull(row.appId()));
	}

}
