package health.admit.portal.expiry;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import health.admit.portal.inventory.MonthCount;
import org.jspecify.annotations.Nullable;

/**
 * How many credentials end in each month, from a year ago to two years ahead; what ends
 * before and after is added up.
 */
final class Timeline {

	private static final int BEFORE = 12;

	private static final int AHEAD = 24;

	private Timeline() {
	}

	static List<Bar> of(List<MonthCount> counts, Instant now, Locale locale) {
		DateTimeFormatter format = DateTimeFormatter.ofPattern("MMM yyyy", locale);
		YearMonth current = YearMonth.from(now.atZone(ZoneOffset.UTC));
		YearMonth first = current.minusMonths(BEFORE);
		YearMonth last = current.plusMonths(AHEAD);
		Map<YearMonth, Long> months = counts.stream()
			.collect(Collectors.toMap(MonthCount::month, MonthCount::credentials, Long::sum));
		List<Bar> bars = new ArrayList<>();
		bars.add(new Bar(null, "earlier", sum(counts, null, first), true));
		for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
			bars.add(new Bar(format.format(month), null, months.getOrDefault(month, 0L), month.isBefore(current)));
		}
		bars.add(new Bar(null, "later", sum(counts, last, null), false));
		return bars;
	}

	private static long sum(List<MonthCount> counts, @Nullable YearMonth after, @Nullable YearMonth before) {
		return counts.stream()
			.filter((count) -> (after == null || count.month().isAfter(after))
					&& (before == null || count.month().isBefore(before)))
			.mapToLong(MonthCount::credentials)
			.sum();
	}

	/**
	 * One bar.
	 *
	 * @param label name of the month; null for what lies before or after
	 * @param name earlier or later; null for a month
	 */
	record Bar(@Nullable String label, @Nullable String name, long credentials, boolean past) {
	}

}
