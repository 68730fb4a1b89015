package health.admit.portal.audit;

import java.time.Instant;
import java.util.Map;

import health.admit.portal.signin.Person;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the trail as the page shows it.
 *
 * @param details hostile input
 */
record AuditLine(long seq, Instant at, Person actor, String action, @Nullable String operation, String target,
		Map<String, String> details) {
}
