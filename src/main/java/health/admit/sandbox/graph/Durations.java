package health.admit.sandbox.graph;

import java.time.Duration;
import java.time.Period;
import java.time.format.DateTimeParseException;

/**
 * ISO 8601 durations as policies hold them, such as {@code P180D} or {@code P4DT12H}.
 */
final class Durations {

	private Durations() {
	}

	/** Reads a duration; a month counts 30 days, a year 365. */
	static Duration parse(String text) {
		try {
			int time = text.indexOf('T');
			String date = (time < 0) ? text : text.substring(0, time);
			Duration rest = (time < 0) ? Duration.ZERO : Duration.parse("P" + text.substring(time));
			Period period = date.equals("P") ? Period.ZERO : Period.parse(date);
			return rest.plusDays(period.getYears() * 365L + period.getMonths() * 30L + period.getDays());
		}
		catch (DateTimeParseException ex) {
			throw GraphProblem.invalidValue("maxLifetime", "TenantAppManagementPolicy");
		}
	}

}
