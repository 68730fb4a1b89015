package health.admit.portal.inventory;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;

/**
 * A credential as the index holds it.
 *
 * @param coveredFrom when a newer credential takes over; null for never
 */
record Entry(Held held, Facet facet, Band band, @Nullable Instant coveredFrom) {

	/** The month of the end as yyyymm; 0 without one. */
	int month() {
		if (this.held.ends() == null) {
			return 0;
		}
		YearMonth month = YearMonth.from(this.held.ends().atOffset(ZoneOffset.UTC));
		return month.getYear() * 100 + month.getMonthValue();
	}

}
