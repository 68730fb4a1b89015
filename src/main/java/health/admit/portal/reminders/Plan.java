package health.admit.portal.reminders;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import health.admit.portal.inventory.Freshness;

/**
 * Who would get what now.
 *
 * @param mails what is due by recipient, each in order of the ends
 * @param due all that has reached a step, also what was sent
 * @param unreached how much of it there is nobody to write to about
 */
record Plan(Freshness freshness, SortedMap<String, List<Due>> mails, Map<ReminderKey, Due> due, long unreached) {

	Plan {
		mails = new TreeMap<>(mails);
	}

}
