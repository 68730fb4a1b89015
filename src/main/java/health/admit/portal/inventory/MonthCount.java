package health.admit.portal.inventory;

import java.time.YearMonth;

/**
 * How many credentials end in a month (UTC).
 */
public record MonthCount(YearMonth month, long credentials) {
}
